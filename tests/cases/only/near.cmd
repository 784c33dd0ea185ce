build book.yaml --only 구석
