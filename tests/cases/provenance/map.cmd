build parts.yaml -o {tmp}/x.pdf --map -
