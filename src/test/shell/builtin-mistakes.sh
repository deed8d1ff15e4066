readonly a=1; a=2; echo no
echo $?
unset a; echo $?
cd /nowhere; echo $?
echo x > /nodir/x; echo $?
echo x >/tmp; echo $?; cat < nofile; echo $?
[ 1 -eq a ]; echo $?; [ a b ]; echo $?; test 1 2 3; echo $?; [ 1; echo $?; [[ 1 -eq a+ ]]; echo z $?
kill 99999; echo $?; kill -FOO 1; echo $?; wait 999; echo $?; trap x FOO; echo $?; type foo; echo $?; set -q; echo $?; read -q; echo $?; printf "%d\n" abc; echo $?;  printf; echo $?; unset 1a; echo $?; export 1a; echo $?; "1a=3"; declare -Z; echo $?; let; echo $?; let 1+; echo $?; exec nofoo; echo no
