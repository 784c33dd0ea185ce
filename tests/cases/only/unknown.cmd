build book.yaml --only budget
