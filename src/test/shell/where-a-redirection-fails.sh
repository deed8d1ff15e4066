echo a \
  b \
  < /nonexist1
{ echo x
} > /nonexist/y
cat <<X \
  < /nonexist2
hi
X
for i in 1
do echo $i
done \
 < /nonexist3
( echo a
 echo b ) > /nonexist/w
if true; then
 echo \
   q > /nonexist/v
fi > /nonexist/u
while read l; do
 :
done < /nonexist4
x=1 \
 > /nonexist/t
echo $(
 cat < /nonexist5 )
f() { declare -a A=("${!3}"); echo "${#A[@]}"; }
B=(1 2 3); f a b; f a b B[@]
V=7 export V; echo "V=$V"
g() { V=9 export V; local Q; Q=3 export Q; echo "$V $Q"; }; g; echo "$V [$Q]"
A=8 export B; A=2 export A=3; echo "[$A]"
X=5 declare X; echo "[$X]"
echo "${!nope}"
