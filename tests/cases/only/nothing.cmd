build book.yaml --only 없음
