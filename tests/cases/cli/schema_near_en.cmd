schema them
