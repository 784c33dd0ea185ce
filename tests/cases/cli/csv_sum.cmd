csv sum sums.csv 부서 예산액 집행
