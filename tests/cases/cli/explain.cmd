explain [csv-ragged]
