build book.yaml --jobs 0 --pages 3-1 --format gif --dpi 5000 --lang fr --diagnostics xml --fail-level fatal --set year --set =3 --output=
