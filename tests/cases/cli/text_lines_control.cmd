text lines odd-controls.txt
