csv dump cp949.csv --encoding utf-8
