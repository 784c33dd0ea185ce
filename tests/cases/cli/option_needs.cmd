build book.yaml --output
