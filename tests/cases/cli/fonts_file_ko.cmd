fonts NanumGothic.TTF
