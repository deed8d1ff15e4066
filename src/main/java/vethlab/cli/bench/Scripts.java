package vethlab.cli.bench;

/** The networks that are measured, as scripts anybody could type. */
final class Scripts {
  private Scripts() {}

  /** Namespaces on one bridge, each pinging its neighbour. */
  static String star(int namespaces, int pings) {
    StringBuilder text = new StringBuilder();
    text.append("ip link add br0 type bridge\nip link set br0 up\n");
    for (int i = 0; i < namespaces; i++) {
      text.append("ip netns add n").append(i).append('\n');
      text.append("ip link add v").append(i).append(" type veth peer name eth0 netns n");
      text.append(i).append('\n');
      text.append("ip link set v").append(i).append(" master br0 up\n");
      text.append("ip -n n").append(i).append(" addr add ").append(address(i));
      text.append("/8 dev eth0\n");
      text.append("ip -n n").append(i).append(" link set eth0 up\n");
    }
    for (int i = 0; i < namespaces; i++) {
      text.append("ip netns exec n").append(i).append(" ping -q -c ").append(pings);
      text.append(" -i 0.1 ").append(address((i + 1) % namespaces)).append(" > /dev/null &\n");
    }
    return text.append("wait\n").toString();
  }

  /** The same with neighbours known beforehand: no floods, each frame crosses one bridge port. */
  static String quietStar(int namespaces, int pings) {
    String made = star(namespaces, 1);
    StringBuilder text = new StringBuilder(made.substring(0, made.indexOf("ip netns exec n0")));
    text.append("sysctl -q -w net.ipv4.icmp_echo_ignore_all=0\n");
    for (int i = 0; i < namespaces; i++) {
      text.append("ip netns exec n").append(i).append(" ping -q -c 1 ");
      text.append(address((i + 1) % Math.min(namespaces, 10))).append(" > /dev/null &\n");
      if (i % 10 == 9) {
        text.append("wait\n");
      }
    }
    text.append("wait\n");
    for (int i = 0; i < Math.min(namespaces, 10); i++) {
      text.append("ip netns exec n").append(i).append(" ping -q -c ").append(pings * 10);
      text.append(" -i 0.001 ").append(address((i + 1) % Math.min(namespaces, 10)));
      text.append(" > /dev/null &\n");
    }
    return text.append("wait\n").toString();
  }

  /** Two hosts on a bridge that knows {@code entries} other addresses. */
  static String fdb(int entries, int pings) {
    StringBuilder text = new StringBuilder(star(2, 1));
    for (int i = 0; i < entries; i++) {
      text.append(String.format("bridge fdb add 02:10:00:00:%02x:%02x", i >> 8 & 255, i & 255));
      text.append(" dev v").append(i % 2).append(" master static\n");
    }
    text.append("ip netns exec n0 ping -q -c ").append(pings).append(" -i 0.001 ");
    return text.append(address(1)).append(" > /dev/null\n").toString();
  }

  private static String address(int i) {
    int host = i + 1;
    return "10." + (host >> 16 & 255) + "." + (host >> 8 & 255) + "." + (host & 255);
  }

  /** Routers in a row, a host at each end; {@code pings} cross all of them. */
  static String chain(int routers, int pings) {
    int nodes = routers + 2;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < nodes; i++) {
      text.append("ip netns add r").append(i).append('\n');
      text.append("ip netns exec r").append(i).append(" sysctl -q -w net.ipv4.ip_forward=1\n");
    }
    for (int i = 0; i + 1 < nodes; i++) {
      text.append("ip link add right netns r")
          .append(i)
          .append(" type veth peer name left netns r");
      text.append(i + 1).append('\n');
      text.append("ip -n r")
          .append(i)
          .append(" addr add 10.0.")
          .append(i)
          .append(".1/24 dev right\n");
      text.append("ip -n r").append(i + 1).append(" addr add 10.0.").append(i);
      text.append(".2/24 dev left\n");
      text.append("ip -n r").append(i).append(" link set right up\n");
      text.append("ip -n r").append(i + 1).append(" link set left up\n");
    }
    for (int i = 0; i < nodes; i++) {
      if (i + 2 < nodes) {
        text.append("ip -n r").append(i).append(" route add 10.0.").append(nodes - 2);
        text.append(".0/24 via 10.0.").append(i).append(".2\n");
      }
      if (i >= 2) {
        text.append("ip -n r").append(i).append(" route add 10.0.0.0/24 via 10.0.");
        text.append(i - 1).append(".1\n");
      }
    }
    text.append("ip netns exec r0 ping -q -c ").append(pings).append(" -i 0.001 10.0.");
    text.append(nodes - 2).append(".2 > /dev/null\n");
    return text.toString();
  }

  /** A router between two hosts; {@code rules} rules in FORWARD match nothing before the last. */
  static String rules(int rules, int pings) {
    StringBuilder text = new StringBuilder(router());
    for (int i = 0; i < rules; i++) {
      text.append("iptables -A FORWARD -s 10.9.").append(i >> 8).append('.').append(i & 255);
      text.append(" -p tcp --dport ").append(i + 1).append(" -j DROP\n");
    }
    return text.append(pinging(pings)).toString();
  }

  /** A router that masquerades; every ping is a flow of its own. */
  static String nat(int flows) {
    StringBuilder text = new StringBuilder(router());
    text.append("iptables -t nat -A POSTROUTING -s 10.0.1.0/24 -o vb -j MASQUERADE\n");
    text.append("ip netns exec a bash -c 'for i in $(seq ").append(flows);
    text.append("); do echo x | nc -u -n -w 0 -q 0 10.0.2.2 $((i + 1000)); done'\n");
    return text.toString();
  }

  private static String pinging(int pings) {
    return "ip netns exec a ping -q -c " + pings + " -i 0.001 10.0.2.2 > /dev/null\n";
  }

  private static String router() {
    return """
    for n in a b; do
      ip netns add $n
      ip link add v$n type veth peer name eth0 netns $n
      ip link set v$n up
      ip -n $n link set eth0 up
    done
    ip addr add 10.0.1.1/24 dev va; ip -n a addr add 10.0.1.2/24 dev eth0
    ip addr add 10.0.2.1/24 dev vb; ip -n b addr add 10.0.2.2/24 dev eth0
    ip -n a route add default via 10.0.1.1
    ip -n b route add default via 10.0.2.1
    sysctl -q -w net.ipv4.ip_forward=1
    """;
  }

  /** Namespaces with a veth to the host each, and nothing that moves. */
  static String setup(int namespaces) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < namespaces; i++) {
      text.append("ip netns add n").append(i).append('\n');
      text.append("ip link add v").append(i).append(" type veth peer name eth0 netns n");
      text.append(i).append('\n');
    }
    return text.toString();
  }
}
