text lines --font seriff words.txt
