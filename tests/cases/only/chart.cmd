inspect book.yaml --only 구성 --dump
