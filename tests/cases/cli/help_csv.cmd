csv --help
