check head_rows.yaml
