inspect book.yaml --only 줄 --dump
