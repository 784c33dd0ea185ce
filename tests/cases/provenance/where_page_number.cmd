where parts.yaml 1 '1 -'
