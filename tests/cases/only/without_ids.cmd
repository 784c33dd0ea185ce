build no_ids.yaml --only 하나
