#!/usr/bin/env bash
set -euo pipefail
IFS=$'\n\t'
RED='\033[0;31m'; NC='\033[0m'
SCRIPT_DIR=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[ -n "$SCRIPT_DIR" ] && echo dir
log() { echo -e "${RED}[$(date +%Y >/dev/null; echo x)]${NC} $*"; }
log "hello" world
die() { echo >&2 "die: $*"; exit 1; }
command -v cat >/dev/null 2>&1 || { echo >&2 "need cat"; exit 1; }
[[ $EUID -ne 0 ]] && echo "must be root" && exit 1
if ! grep -q zzz /etc/hostname &>/dev/null; then echo "no zzz"; fi
usage() {
  cat <<-EOF
	Usage: $0 [-n NAME] start|stop
	  -n  name
	EOF
}
usage
NAME=default
while getopts ":n:h" opt; do
  case $opt in
    n) NAME=$OPTARG ;;
    h) usage; exit 0 ;;
    \?) echo "Invalid option: -$OPTARG" >&2; exit 1 ;;
    :) echo "Option -$OPTARG requires an argument." >&2; exit 1 ;;
  esac
done
shift $((OPTIND-1))
ACTION="${1:-start}"
echo "$NAME $ACTION"
declare -A ADDR=([red]=10.0.0.1 [blue]=10.0.0.2)
for k in red blue; do printf '%-6s %s\n' "$k" "${ADDR[$k]}"; done
NS=("ns1" "ns2" "ns 3")
for ns in "${NS[@]}"; do echo "ns=$ns"; done
for ((i=0; i<${#NS[@]}; i++)); do echo "$i:${NS[$i]} 10.0.$((i+1)).1/24"; done
cleanup() { local rc=$?; echo "cleanup $rc"; }
trap cleanup EXIT
start() { echo starting; }
stop() { echo stopping; }
"$ACTION"
case "$ACTION" in
  start|up) echo up;;
  stop) echo down;;
  *) usage; exit 1;;
esac
result=$(printf '1 2 3\n' | awk '{print $2}')
echo "r=$result"
count=$(echo "a b c" | wc -w)
echo $count
out=$(ls /nonexistent 2>&1) || echo "failed: ${out##*: }"
if output=$(false); then echo yes; else echo "no $?"; fi
n=0
until [ $n -ge 3 ]; do n=$((n + 1)); done
echo "n is $n"
x=${UNSET_VAR:-}
[ -z "$x" ] && echo "x empty"
arr=()
echo "${#arr[@]}"
arr+=("first" "second")
echo "${arr[*]}"
echo "last: ${arr[-1]} ${arr[@]: -1}"
str="eth0:10.0.0.1:24"
IFS=: read -r dev ip len <<< "$str"
echo "$dev $ip $len"
echo "${str//:/ }" "${str%%:*}" "${str#*:}"
mapfile -t lines < <(printf 'a\nb b\nc\n')
echo "${#lines[@]} ${lines[1]}"
while IFS= read -r line || [ -n "$line" ]; do echo "> $line"; done <<EOF
one
two
EOF
{ echo "to file"; echo "second"; } > /tmp/shx_t5; cat /tmp/shx_t5; rm -f /tmp/shx_t5
(exit 5) || rc=$?
echo "rc=$rc"
echo "pid ok" $(( $$ > 0 )) 
true && { echo grouped; } || echo not
[[ "10.0.0.1" =~ ^([0-9]+)\.([0-9]+)\.([0-9]+)\.([0-9]+)$ ]] && echo "${BASH_REMATCH[4]}"
printf 'mac %02x:%02x\n' 10 255
printf "%s\n" {a..c}{1,2}
let n+=5 || true; echo $n
time_start=$SECONDS; echo $((SECONDS - time_start))
echo "quoted \"inner\" and \$dollar and \`tick\`"
echo 'single $x' "double $n" mixed"$n"'end'
a="x y"; b=$a; echo "$b"
f() { return 1; }
f || echo "f failed"
if f; then :; elif [ 1 = 1 ]; then echo elif; fi
: "${REQUIRED:=dflt}"; echo $REQUIRED
readonly CONST=5
echo $((CONST*2))
local_test() { local a b=2 c; c=$((b+1)); echo "${a-unset} $b $c"; }
local_test
nested() { inner() { echo inner; }; inner; }; nested; inner
sum() { local t=0; for v in "$@"; do t=$((t+v)); done; echo $t; }; echo "sum: $(sum 1 2 3)"
echo done > /dev/null
false || true
die "the end"
