check set.yaml --set title=Ꭰ --diagnostics github
