build book.yaml --only 구성 -o {tmp}/chart.pdf
