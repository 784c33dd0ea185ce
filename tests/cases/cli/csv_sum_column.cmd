csv sum sums.csv 부서 예산 -v
