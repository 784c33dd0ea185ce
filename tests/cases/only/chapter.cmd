inspect book.yaml --only 현황 --dump
