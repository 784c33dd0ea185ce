csv dump empty.csv
