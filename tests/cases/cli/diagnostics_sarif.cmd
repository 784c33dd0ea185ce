check nothere.yaml --diagnostics sarif
