build {name}.yaml -o {tmp}/{name}.pdf
