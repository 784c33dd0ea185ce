text lines odd-blank.txt
