csv dump cp949.csv --encoding latin1
