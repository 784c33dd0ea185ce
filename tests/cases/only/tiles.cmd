inspect book.yaml --only 지표 --dump
