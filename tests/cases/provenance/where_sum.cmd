where parts.yaml 1 444
