fonts --lock
