check set.yaml --set title=**표지** --set year=2025
