where ratios.yaml 1 89.2%
