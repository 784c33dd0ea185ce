buidl book.yaml
