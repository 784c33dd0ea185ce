explain csv-raged
