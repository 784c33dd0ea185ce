text --help
