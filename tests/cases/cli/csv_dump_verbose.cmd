csv dump cp949.csv -v
