text lines --size 99999999pt words.txt
