text breaks cp949.csv
