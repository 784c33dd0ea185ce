text lines odd-ends.txt
