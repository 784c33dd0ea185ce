check set.yaml --set title=Ꭰ
