inspect book.yaml --only 지도 --dump
