where totals.yaml 1 800
