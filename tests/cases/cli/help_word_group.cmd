help csv
