fonts --font-lock nothere.lock
