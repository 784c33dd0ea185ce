csv dump cp949.csv --no-header
