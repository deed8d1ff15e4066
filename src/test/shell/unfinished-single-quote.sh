echo 'a
b