#!/bin/bash
# The real ip; then the sandbox is told what it was called with, and done with it before this returns.
@REAL@ "$@"
status=$?
if [ $status = 0 ]; then
  exec 8>>@WORK@/lock
  flock 8
  (
    IFS=$'\x1f'
    words=("$(readlink /proc/self/ns/net)" "$@")
    printf '%s\n' "${words[*]}"
  ) >@WORK@/ask
  read -r answer <@WORK@/answer
  [ "$answer" = ok ] || echo "vethlab: $answer" >&2
fi
exit $status
