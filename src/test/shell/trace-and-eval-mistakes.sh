eval "echo a; (("
echo b $?
eval "if"; echo c $?
. ./nofile; echo $?
foo; /bin/nofoo; /tmp; echo $?
x=1 y=$x cmd=2; set -x; a=1 b=2 echo hi >/dev/null; for i in 1 "2 3"; do echo $i; done; [[ $a == b* && -z "" ]]; ((1+1)); case x in x) echo `echo hi`;; esac; x="a b"; y=(1 "2 3"); f() { local z=3; return 3; }; f 1; declare q=1; export r=2
