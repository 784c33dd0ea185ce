text lines --width 170 --size -3pt --mode letter
