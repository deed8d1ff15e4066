echo a; echo $((1/0)); echo b
echo c $?
 f() { echo $((1 +)); echo inf; }; f; echo after
echo d
