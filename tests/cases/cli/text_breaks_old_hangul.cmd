text breaks --mode syllable old-hangul.txt
