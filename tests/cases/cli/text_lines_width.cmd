text lines --width 0mm words.txt
