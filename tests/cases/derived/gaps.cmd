where gaps.yaml 1 50,000
