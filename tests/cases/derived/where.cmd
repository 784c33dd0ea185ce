where steps.yaml 1 53.3%
