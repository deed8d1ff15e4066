set -e
trap 'echo "exit $?"' EXIT
f() { false; echo "not reached in cond? $1"; }
if f a; then echo then; fi
f b || true
! f c
x=$(false) || echo "assign failed"
echo "$(false; echo still)"
while false; do :; done
(exit 3) || echo "sub $?"
for i in 1 2; do
  case $i in
    1) continue ;;
  esac
  echo "i=$i"
done
cat <<A; cat <<B
first
A
second
B
if [ 1 -eq 1 ] && { [ 2 -eq 2 ]; }; then
  echo "nested ok"
fi
g() {
  local IFS=,
  local a="$*"
  echo "$a"
  return 0
}
g 1 2 3
h() ( cd /tmp; echo "in sub"; exit 2 )
h || echo "h $?"
echo "line $LINENO"
s='a b'; t=$s; echo $t "$t" ${t// /_}
set -- $s; echo $#
echo "${@}" "${@:1:1}" "${!#}"
n=0; while :; do n=$((n+1)); if ((n>5)); then break; fi; done; echo $n
for i in 1 2 3; do for j in a b c; do [ $j = b ] && continue 2; [ $i = 3 ] && break 2; echo $i$j; done; done
arr=(one two three)
for k in "${!arr[@]}"; do echo "$k=${arr[$k]}"; done
printf '%s,' "${arr[@]}"; echo
echo ${#arr[@]} ${arr[@]:1} ${arr[@]/o/0}
unset arr[0]; echo "${arr[*]}"
echo "a;b" 'c|d' "e&f" \; \| \&
echo a \
  b
v="multi
line"; echo "$v"; echo $v
echo ${v%%$'\n'*}
if true; then :; else echo no; fi
[[ "a b" == "a b" ]] && [[ x != y ]] && echo cond
case "$v" in *line) echo matched;; esac
echo $(( $(echo 3) + ${#s} ))
k=5; (( k++ )) || true; echo $k; (( k += 2, k *= 2 )); echo $k
y=${undefined:-$(echo dflt)}; echo $y
echo "${y:+set} ${undefined:+unset}"
echo a{1..3}b {a,b}{c,d} {10..1..3}
time_out=$(date +%Y >/dev/null; echo ok); echo $time_out
exec 5>&1; echo fd5 >&5; exec 5>&-
{ echo o; echo e >&2; } 2>&1 | sort
f2() { echo "args: $@"; shift; echo "left: $*"; }; f2 a b c
set +e; false; echo "after false $?"
set -u; echo ${nope:-fallback}; set +u
let "q = 3 * 4"; echo $q
echo "done" | { read z; echo "z=$z"; }
until false; do break; done; echo brk $?
alias ll='ls'; type -t type; 
readonly C=1; echo $C
trap - EXIT
trap 'echo trapped; exit 9' TERM; kill $$; echo no
