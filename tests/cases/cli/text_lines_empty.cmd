text lines empty.csv
