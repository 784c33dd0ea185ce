help csv sum
