csv dump empty.csv --no-header
