check {name}.yaml --max-pages 4
