schema book
