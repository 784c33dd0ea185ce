text breaks empty.csv
