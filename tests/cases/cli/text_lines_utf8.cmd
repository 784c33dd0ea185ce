text lines odd-bytes.txt
