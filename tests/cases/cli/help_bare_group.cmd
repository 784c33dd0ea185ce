csv
