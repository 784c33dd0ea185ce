text --diagnostics json
