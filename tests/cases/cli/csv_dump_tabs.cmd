csv dump tabs.tsv --delimiter tab
