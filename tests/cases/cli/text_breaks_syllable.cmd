text breaks --mode syllable words.txt
