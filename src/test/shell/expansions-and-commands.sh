# expansions
x=hello; y="a b  c"; z=
echo $x "$y" $y '$x' "${x}world" ${z:-def} "${z:-d e f}" ${z:+no} ${x:+yes} ${#x} ${#y}
echo ${x#he} ${x##*l} ${x%lo} ${x%%l*} ${x/l/L} ${x//l/L} ${x/#he/HE} ${x/%lo/LO} ${x:1:3} ${x:2} ${x: -2} ${x:0:-1}
echo ${x^} ${x^^} ${x,,} "${y^^}"
p=/usr/local/bin/foo.tar.gz; echo ${p##*/} ${p%/*} ${p%%.*} ${p#*.}
: ${w:=assigned}; echo $w
set -- one "two three" four
echo $# "$1" "$2" $*; echo "$@"; echo "$*"; for a in "$@"; do echo "[$a]"; done; for a in $@; do echo "<$a>"; done
IFS=,; echo "$*"; echo $*; v=a,b,,c; for i in $v; do echo "($i)"; done; unset IFS
shift; echo $1; shift 2; echo $#
a=(1 2 "3 4" 5); echo ${a[0]} "${a[2]}" ${#a[@]} ${#a[2]} "${a[@]}" "${a[*]}" ${a[-1]}; a+=(6 7); a[10]=ten; echo "${!a[@]}" ${a[10]}; unset 'a[1]'; echo "${a[@]}"; echo "${a[@]:1:2}"
declare -A m; m[k]=v; m["x y"]=z; echo ${m[k]} "${m[x y]}" ${#m[@]}
echo {a,b,c}{1..3} {01..03} {5..1..2} x{,y}z {a..e} "{a,b}" {a} a{b
echo $((1+2*3)) $((7/2)) $((7%3)) $((2**10)) $((1<<4)) $((5>3)) $((x=3, x*2)) $((x++)) $x $((!0)) $((~1)) $((0x1f)) $((010)) $((2#101)) $((1?2:3))
i=5; ((i+=2)); echo $i; ((i==7)) && echo seven; let i=i*2; echo $i
echo `echo back` $(echo "nested $(echo deep)") "$(printf 'a\nb\n\n')"
echo $'tab\there' $'\x41\101' "quote\"d" 'sin'\''gle' back\\slash \$x
echo ~ ~root ~/x "~"
cat <<EOF
x is $x $((1+1)) $(echo sub) \$x "q" 'r'
EOF
cat <<'EOF'
x is $x $(no)
EOF
cat <<-EOF
	tabbed
	EOF
cat <<< "here $x"
echo "a	b" | tr '\t' ' '
n=3; while [ $n -gt 0 ]; do echo -n "$n "; n=$((n-1)); done; echo
until [ $n -ge 2 ]; do n=$((n+1)); done; echo $n
for ((i=0;i<3;i++)); do echo -n $i; done; echo
for i in 1 2 3 4; do [ $i = 2 ] && continue; [ $i = 4 ] && break; echo $i; done
case foobar in foo) echo no;; f*r) echo glob;; *) echo default;; esac
case x in x) echo x;& y) echo fall;; z) echo z;; esac
case b in [a-c]) echo class;; esac
f() { local v=in; echo "$1 $# $v"; return 3; }; v=out; f a b; echo $? $v
g() { echo "$FUNCNAME"; }
function h { echo h; }; h
if false; then echo a; elif true; then echo b; else echo c; fi
! true; echo $?; true && echo and; false || echo or; false && echo no; echo $?
{ echo grp; echo grp2; } | cat; (cd /tmp; pwd; exit 4); echo $?
echo one; echo two >&2; echo three 2>&1 1>/dev/null
true | false; echo $?; false | true; echo $?; set -o pipefail; false | true; echo $?; set +o pipefail; echo "${PIPESTATUS[@]}"
[[ abc == a* ]] && echo m1; [[ abc == "a*" ]] || echo m2; [[ abc =~ ^a(.)c$ ]] && echo ${BASH_REMATCH[1]}; [[ -z "" && -n x ]] && echo m3; [[ 3 -lt 10 ]] && echo m4; [[ a < b ]] && echo m5; [[ ! -e /nofile ]] && echo m6
[ -d /tmp ] && [ ! -f /tmp ] && echo dir; [ a = a -a b = b ] && echo aa; [ "" ] || echo empty; test 5 -gt 3 && echo gt
printf '%s-%d-%05.2f|%-5s|%5s|%x\n' str 42 3.14159 ab cd 255; printf '%s\n' a b c; printf '%d%%\n' 50; printf 'no newline'; echo; printf '%b' 'a\tb\n'; printf '%q\n' "a b" 
echo -e 'a\tb\nc' ; echo -n x; echo y; echo -E 'a\tb'
read a b c <<< "one two three four"; echo "$a|$b|$c"; echo "l1
l2" | while read l; do echo "got $l"; done; IFS=: read u v w <<< "x:y:z:w"; echo "$u $v $w"; read -r r <<< 'a\b'; echo "$r"; IFS= read -r s <<< "  sp  "; echo "[$s]"
eval 'echo ev $x'; cmd="echo from var"; $cmd; type cd; type -t if; command -v echo
export E=1; bash -c 'echo $E $0 $1' n1 n2; E=2 bash -c 'echo $E'; echo $E
sh -c 'exit 7'; echo $?
readonly R=1; (R=2) 2>/dev/null; echo $?
trap 'echo bye' EXIT; trap 'echo int' USR1; kill -USR1 $$; echo after
x=1; { x=2; }; echo $x; (x=3); echo $x; echo 5 | read q; echo "q=$q"
getopts "ab:" o -a -b val; echo $o; getopts "ab:" o -a -b val; echo $o $OPTARG
echo "${x:?}" ok; echo ${undefined-unset} ${undefined:-unset2}
arr=($(echo a b c)); echo ${arr[1]} ${#arr[*]}
while read -r line; do echo "L:$line"; done < <(printf '1\n2\n')
echo $((10#08)) $(( (1+2)*3 ))
wait; echo end
