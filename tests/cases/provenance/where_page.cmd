where parts.yaml 0 444
