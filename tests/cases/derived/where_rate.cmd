where change.yaml 1 △25.0%
