check head_rows_unsaid.yaml
