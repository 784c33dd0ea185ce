csv dump quote.csv --diagnostics github
