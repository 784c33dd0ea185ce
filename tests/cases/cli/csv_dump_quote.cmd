csv dump quote.csv
