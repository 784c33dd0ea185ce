csv sum sums.csv 부서 집행엑
