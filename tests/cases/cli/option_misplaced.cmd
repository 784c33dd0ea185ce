check book.yaml --dpi 100 --no-header
