text breaks words.txt
