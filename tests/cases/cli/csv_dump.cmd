csv dump offices.csv
