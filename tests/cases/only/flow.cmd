inspect book.yaml --only 체계 --dump
