echo first
eval 'echo PING 1.2.3.4 (1.2.3.4): 56'; echo $?
eval '( echo a ) echo b'; echo $?
eval '{ echo a; } { echo b; }'; echo $?
eval 'for i in 1 2; do echo $i; done echo x'; echo $?
eval 'case a in a) echo A;; esac echo z'; echo $?
eval 'if true; then if true; then echo y; fi fi'; echo $?
eval '{ { echo deep; } }; ( ( echo sub ) )'; echo $?
echo PING 1.2.3.4 (1.2.3.4): 56
echo never
