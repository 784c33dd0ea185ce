build book.yaml --jbos 2
