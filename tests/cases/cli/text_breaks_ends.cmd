text breaks odd-ends.txt
