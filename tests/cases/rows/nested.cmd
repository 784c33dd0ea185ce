check {name}.yaml --max-pages 1
