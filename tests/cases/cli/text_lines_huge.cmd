text lines --width 5pt --size 2000pt words.txt
