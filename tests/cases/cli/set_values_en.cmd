check set.yaml --set year=abc --set year=1 --set title= --set base_date=2024-02-30 --set negative=minus
