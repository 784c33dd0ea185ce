build book.yaml --only 표 -o {tmp}/table.pdf
