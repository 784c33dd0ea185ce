where parts.yaml 1 999
