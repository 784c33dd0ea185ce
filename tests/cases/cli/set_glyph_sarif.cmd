check set.yaml --set title=Ꭰ --diagnostics sarif
