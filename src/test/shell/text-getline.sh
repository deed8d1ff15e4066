printf 'RX: x\n1 2\nTX: y\n3 4\n' | awk '/RX:/{getline; print "rx", $1} /TX:/{getline v; print "tx", v, $0} END{print NR}'
seq 5 | awk 'NR==2{while ((getline line) > 0) s = s line; print s} END{print NR, $0}'
seq 3 | awk '{if (getline x > 0) print $0 "-" x; else print $0 "."}'
