text lines --width 20mm --size 10pt wide.txt
