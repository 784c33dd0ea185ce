csv dump -
