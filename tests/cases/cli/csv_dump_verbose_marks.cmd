csv dump utf16.csv --verbose
