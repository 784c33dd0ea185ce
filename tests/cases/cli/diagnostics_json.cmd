check nothere.yaml --diagnostics json
