where parts.yaml 1 50.5%
