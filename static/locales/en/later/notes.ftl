# A page on each lever.
