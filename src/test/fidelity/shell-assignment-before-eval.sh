# An assignment before eval or `.` is there for all that they run, and gone afterwards.
X=1 eval 'echo $X'
echo "after: $X"
Y=2 eval 'echo $Y; Y=3; echo $Y'
echo "after: $Y"
Z=1 eval "env | grep ^Z"
Z=4 eval "f() { echo in \$Z; }; f"
Z=5 f
f
Q=1 . /dev/stdin <<< 'echo $Q'
echo "after: $Q"
g() { local a=1; N=2 eval 'local b=$N; echo $a $b $N'; echo "$a $b $N"; }
g
IFS=: eval 'set -- a:b; echo $*; v=a:b; set -- $v; echo $#'
