text breaks odd-blank.txt
