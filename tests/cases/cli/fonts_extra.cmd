fonts NanumGothic
