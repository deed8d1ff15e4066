f() { break; }; for i in 1 2; do f; echo $i; done
return 3; echo r $?
break; echo b $?
shift 5; echo $?
exit foo
