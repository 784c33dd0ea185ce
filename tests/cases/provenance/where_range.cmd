where parts.yaml 9 999
