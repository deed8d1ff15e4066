set -e
f() { false; echo in f; }
if f; then echo ok; fi
f || echo no
( false; echo sub ) && echo s
x=$(false; echo q)
echo $x
 false | true
echo here
local x
echo dead
