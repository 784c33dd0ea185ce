build nothere.yaml -o {tmp}/x.pdf
