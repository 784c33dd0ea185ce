where parts.yaml 1 62.1
