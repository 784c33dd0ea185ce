csv dump tabs.tsv -v --delimiter tab --encoding utf-8 --no-header
