# A child that has ended is collected at once: there is nothing left to kill, but wait still knows how it ended.
true & p=$!
sleep 0.1
kill $p 2>/dev/null; echo $?
wait $p; echo $?
sleep 5 & p=$!
kill -0 $p; echo $?
kill $p; echo $?
sleep 0.1
kill -0 $p 2>/dev/null; echo $?
wait $p; echo $?
sh -c 'exit 3' & p=$!
sleep 0.1
kill -9 $p 2>/dev/null; echo $?
wait $p; echo $?
