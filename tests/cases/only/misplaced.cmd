check book.yaml --only 구성
