where parts.yaml 1 ''
