check {name}.yaml --max-pages 3
