info now
