build book.yaml -x
