where ratios.yaml 2 78.6%
