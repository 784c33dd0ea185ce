fonts --help
