inspect book.yaml --only 일정 --dump
