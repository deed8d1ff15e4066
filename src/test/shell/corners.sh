f() { echo "${FUNCNAME[0]} ${FUNCNAME[1]} ${#FUNCNAME[@]} $FUNCNAME"; g; }; g() { echo "${FUNCNAME[@]}"; }; f; echo "[$FUNCNAME]"
false | true | false; echo "${PIPESTATUS[1]} ${PIPESTATUS[@]}"; false; echo "${PIPESTATUS[0]}"
shopt -s nullglob; echo /nope*; echo a
x=5; x+=3; echo $x; declare -i n=5; n+=3; echo $n; n=2*4; echo $n
a=1 b=2; echo $a$b; a=3 echo $a; echo $a
echo ${x//[0-9]/N} ${x:-${y:-deep}} "${x:+"q $a"}"
echo "$(echo "a  b")" $(echo "a  b"); echo "$(cat <<E2
doc $x
E2
)"
if [ "$x" = "53" ] && [[ $a -eq 1 ]]; then echo both; fi
for f in /etc/host*; do [ -f "$f" ] && echo ok; break; done
case abc in a*c) echo "glob ok" ;; esac; case "a b" in "a b") echo sp;; esac; case x in [!a-w]) echo neg;; esac; case '*' in \*) echo star;; esac
echo $((1+1)) $(( 5 % 3 )) $((-5/2)) $((2**3**2)) $((1,2)) $((a=7)) $a $((a++ + ++a)) $a $((a>8&&1)) 2>&1
printf '%s %s\n' a b c; printf '%3d|%-3d|%03d|%+d\n' 5 5 5 5; printf '%.3s|\n' abcdef; printf '%c%c\n' ab cd; printf '%e %g %G\n' 1234.5 0.0001 1e10; printf '\\n%%\n'; printf '%s'; printf '%d\n' 0x1f 010 "'a"; printf '%-10s|%10s|\n' ab cd; printf '%*d\n' 5 42; printf '%(%Y)T\n' 0
echo -n "no newline"; echo; echo -ne 'a\n'; echo -- -n; echo '\t'; echo -e '\x41\u0042\0103'
read -n 2 z <<< hello; echo $z; read -d , z <<< "a,b"; echo $z; read -a arr <<< "1 2 3"; echo ${arr[1]}; read x y <<< ""; echo "[$x][$y]"; echo "a b" | { read -r p q; echo "$q $p"; }
test -n "" || echo n; test ! -z x && echo nz; [ 5 -gt 3 -a 2 -lt 3 ] && echo and; [ \( a = b \) -o c = c ] && echo or; [ -n ] && echo single; [[ -v HOME ]] && echo v; [[ a.b == a?b ]] && echo q; [[ foo != bar && ! foo == bar ]] && echo neg; [[ (1 -eq 1) || (1 -eq 2) ]] && echo par
set -- a b c; while [ $# -gt 0 ]; do echo -n "$1 "; shift; done; echo; set -- "$@" new; echo $1; set -- -x -y; echo "$1"
trap 'echo err $LINENO' ERR; false; trap - ERR; (exit 3); echo $?
exec 4>&1; echo to4 >&4; exec 4>&-; { echo in; } 4>&1 >&4; echo x 1>&2 2>/dev/null
f() { local x=local; g; echo $x; }; g() { x=changed; }; x=global; f; echo $x
f() { return; }; false; f; echo $?; f() { false; return; }; f; echo $?
echo {1..3}{a,b} {3..1} {a..c..2} {x,y{1,2}} '{a,b}' \{a,b\} a{,b}c {,a} {1..10..3} {01..3} {-1..1}
cd /tmp; pwd; cd - >/dev/null; cd; pwd; cd /; cd usr/../etc; pwd; echo $OLDPWD
unset x; echo ${x-unset} ${x=assign} $x; unset -f f; type f 2>&1 | head -1
let "a=5" "b=a+1"; echo $b; ((c=a*b)); echo $c; echo $((c<<1|1)) $((~0)) $((5&3)) $((5^3))
declare -r RO=1; declare -x EX=2; env | grep ^EX; declare -p RO EX; declare -a AA=(1 2); declare -p AA; export -p | grep EX=
umask >/dev/null; ulimit -n >/dev/null; times >/dev/null; hash -r; : ; true; builtin echo bi; command echo co; command -V echo; type -a true | head -1
(echo sub; exit 2); echo $?; { echo grp; }; ! false; echo $?; ! ! false; echo $?
echo a; echo b # comment
echo "#notcomment" a#b
echo one \
two; echo 'it'"'"'s'
while read l; do case $l in skip) continue;; stop) break;; esac; echo $l; done <<< $'a\nskip\nb\nstop\nc'
for x; do echo $x; done; for x in; do echo never; done; for x in "a b" c\ d; do echo "<$x>"; done
i=0; while ((i++ < 3)); do ((i==2)) && continue; echo $i; done; for ((;;)); do break; done
s="hello world"; echo ${s:6} ${s:0:5} ${s: -5} ${s: -5:2} ${s^^} ${s^} ${#s} ${s/o/0} ${s//o/0} ${s/#hello/bye} ${s/%world/all} ${s%% *} ${s##* } "${s@Q}"
z=(c a b); echo "${z[@]}" "${#z[@]}" "${z[@]/a/A}" "${z[@]:1}"; z[5]=f; echo "${!z[@]}"; unset 'z[0]'; echo "${z[@]}"; printf '<%s>' "${z[@]}"; echo; IFS=-; echo "${z[*]}"; unset IFS
