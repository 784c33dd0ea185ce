fonts --font-lock short.lock
