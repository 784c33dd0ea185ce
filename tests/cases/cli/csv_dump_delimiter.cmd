csv dump offices.csv --delimiter ab
