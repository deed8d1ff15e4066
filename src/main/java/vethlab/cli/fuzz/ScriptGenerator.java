package vethlab.cli.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A random script from a seed: a small topology, some mistakes, some rules, then probes and tables.
 * Each line stands alone, so that lines may be taken out to find a smaller script that differs too.
 */
public final class ScriptGenerator {
  private static final String[] PREFIXES = {"24", "24", "24", "24", "25", "16", "30", "8"};

  private final Random random;
  private final List<String> lines = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private int links;
  private int subnets;

  /** A namespace with the addresses that were given there; the host's name is empty. */
  private record Node(String name, List<String> addresses, List<String> devices) {
    static Node of(String name) {
      return new Node(name, new ArrayList<>(), new ArrayList<>());
    }

    String ip() {
      return name.isEmpty() ? "ip" : "ip -n " + name;
    }

    String exec() {
      return name.isEmpty() ? "" : "ip netns exec " + name + " ";
    }
  }

  private ScriptGenerator(long seed) {
    random = new Random(seed);
  }

  /** The lines of the script of a seed. */
  public static List<String> script(long seed) {
    ScriptGenerator generator = new ScriptGenerator(seed);
    generator.topology();
    generator.mistakes();
    generator.rules();
    generator.lines.add("sleep 0.3");
    generator.probes();
    generator.tables();
    return generator.lines;
  }

  // --- topology --------------------------------------------------------------------------------

  private void topology() {
    nodes.add(Node.of(""));
    int namespaces = 1 + random.nextInt(4);
    for (int i = 0; i < namespaces; i++) {
      String name = "n" + i;
      nodes.add(Node.of(name));
      lines.add("ip netns add " + name);
      if (chance(80)) {
        lines.add("ip -n " + name + " link set lo up");
      }
    }
    if (chance(50)) {
      star();
    } else {
      row();
    }
    if (chance(20)) {
      link(any(), any());
    }
  }

  /** Everybody on a bridge of the host. */
  private void star() {
    Node host = nodes.getFirst();
    String subnet = subnet();
    lines.add("ip link add br0 type bridge" + (chance(10) ? " stp_state 1 forward_delay 200" : ""));
    for (int i = 1; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      String port = "v" + i;
      lines.add("ip link add " + port + " type veth peer name eth0 netns " + node.name());
      lines.add("ip link set " + port + " master br0");
      lines.add("ip link set " + port + " up");
      address(node, "eth0", subnet + "." + (i + 1));
      lines.add(node.ip() + " link set eth0 up");
      node.devices().add("eth0");
      host.devices().add(port);
      if (chance(50)) {
        lines.add(node.ip() + " route add default via " + subnet + ".1");
      }
    }
    lines.add("ip link set br0 up");
    host.devices().add("br0");
    if (chance(70)) {
      address(host, "br0", subnet + ".1");
    }
    if (chance(30)) {
      lines.add("sysctl -w net.bridge.bridge-nf-call-iptables=1");
    }
    if (chance(20)) {
      lines.add(
          "bridge link set dev v1 "
              + pick("hairpin on", "learning off", "flood off", "isolated on"));
    }
  }

  /** One behind the other, the host first. */
  private void row() {
    for (int i = 0; i + 1 < nodes.size(); i++) {
      link(nodes.get(i), nodes.get(i + 1));
    }
    for (int i = 1; i < nodes.size(); i++) {
      if (chance(75)) {
        lines.add(nodes.get(i).exec() + "sysctl -w net.ipv4.ip_forward=1");
      }
    }
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      if (i + 1 < nodes.size() && chance(70) && !nodes.get(i + 1).addresses().isEmpty()) {
        lines.add(node.ip() + " route add default via " + nodes.get(i + 1).addresses().getFirst());
      } else if (i > 0 && chance(70) && !nodes.get(i - 1).addresses().isEmpty()) {
        lines.add(node.ip() + " route add default via " + nodes.get(i - 1).addresses().getLast());
      }
    }
  }

  private void link(Node a, Node b) {
    int number = links++;
    String left = "l" + number;
    String right = "r" + number;
    lines.add("ip link add " + left + " type veth peer name " + right);
    for (Node node : List.of(a, b)) {
      String dev = node == a ? left : right;
      if (!node.name().isEmpty()) {
        lines.add("ip link set " + dev + " netns " + node.name());
      }
    }
    String subnet = subnet();
    address(a, left, subnet + ".1");
    address(b, right, subnet + ".2");
    a.devices().add(left);
    b.devices().add(right);
    lines.add(a.ip() + " link set " + left + " up");
    lines.add(b.ip() + " link set " + right + " up");
  }

  private void address(Node node, String dev, String address) {
    lines.add(node.ip() + " addr add " + address + "/" + pick(PREFIXES) + " dev " + dev);
    node.addresses().add(address);
  }

  private String subnet() {
    return "10.0." + ++subnets;
  }

  // --- what goes wrong -------------------------------------------------------------------------

  private void mistakes() {
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      Node node = any();
      if (!node.devices().isEmpty()) {
        mistake(node, pick(node.devices().toArray(String[]::new)));
      }
    }
  }

  private void mistake(Node node, String dev) {
    String sysctl = node.exec() + "sysctl -w net.ipv4.conf.";
    String line =
        switch (random.nextInt(20)) {
          case 0 -> node.ip() + " link set " + dev + " down";
          case 1 -> node.ip() + " link set " + dev + " mtu " + pick("1400", "600", "576", "9000");
          case 2 -> node.ip() + " route del default";
          case 3 -> node.ip() + " route add " + foreign() + " via " + foreignHost();
          case 4 -> node.ip() + " route add " + foreign() + " dev " + dev;
          case 5 ->
              node.ip()
                  + " route add "
                  + pick("blackhole", "unreachable", "prohibit")
                  + " "
                  + foreign();
          case 6 -> sysctl + dev + ".rp_filter=" + pick("1", "2");
          case 7 -> sysctl + "all.rp_filter=1";
          case 8 -> sysctl + pick("all", dev) + ".arp_ignore=" + pick("1", "2");
          case 9 -> sysctl + dev + ".proxy_arp=1";
          case 10 ->
              node.ip() + " neigh add " + foreignHost() + " lladdr 02:00:00:00:99:01 dev " + dev;
          case 11 -> node.ip() + " addr add " + foreignHost() + "/32 dev lo";
          case 12 -> node.ip() + " addr add " + foreignHost() + "/24 dev " + dev;
          case 13 -> node.ip() + " link set " + dev + " arp off";
          case 14 -> node.ip() + " rule add from " + foreign() + " lookup 100";
          case 15 -> node.ip() + " route add default dev " + dev + " metric 50";
          case 16 -> node.exec() + "sysctl -w net.ipv4.icmp_echo_ignore_all=1";
          case 17 -> node.ip() + " addr flush dev " + dev;
          case 18 ->
              node.ip() + " link set " + dev + " down; " + node.ip() + " link set " + dev + " up";
          default -> sysctl + "all.accept_local=1";
        };
    lines.add(line);
  }

  private String foreign() {
    return "10.0." + (1 + random.nextInt(subnets + 1)) + ".0/24";
  }

  private String foreignHost() {
    return "10.0." + (1 + random.nextInt(subnets + 1)) + "." + (1 + random.nextInt(6));
  }

  // --- rules -----------------------------------------------------------------------------------

  private void rules() {
    int count = chance(60) ? random.nextInt(4) : 0;
    for (int i = 0; i < count; i++) {
      lines.add(any().exec() + "iptables " + (chance(40) ? nat() : filter()));
    }
  }

  private String nat() {
    return "-t nat "
        + switch (random.nextInt(6)) {
          case 0 -> "-A POSTROUTING -s " + foreign() + " -j MASQUERADE";
          case 1 -> "-A POSTROUTING -j MASQUERADE";
          case 2 ->
              "-A PREROUTING -p tcp --dport 80 -j DNAT --to-destination "
                  + foreignHost()
                  + pick("", ":8080");
          case 3 -> "-A OUTPUT -d " + foreignHost() + " -j DNAT --to-destination " + foreignHost();
          case 4 -> "-A POSTROUTING -p icmp -j SNAT --to-source " + foreignHost();
          default -> "-A PREROUTING -p tcp --dport 81 -j REDIRECT --to-ports 80";
        };
  }

  private String filter() {
    String chain = pick("INPUT", "FORWARD", "OUTPUT");
    String match =
        pick(
            "-p icmp",
            "-p tcp",
            "-s " + foreign(),
            "-d " + foreignHost(),
            "-m conntrack --ctstate NEW",
            "-m conntrack --ctstate ESTABLISHED,RELATED",
            "-p icmp --icmp-type echo-request",
            "-p tcp --dport 80",
            "-p udp",
            "! -s " + foreign());
    if (chance(10)) {
      return "-P " + chain + " " + pick("DROP", "ACCEPT");
    }
    return pick("-A ", "-A ", "-I ")
        + chain
        + " "
        + match
        + " -j "
        + pick("DROP", "ACCEPT", "REJECT", "DROP", "REJECT --reject-with icmp-host-prohibited");
  }

  // --- probes and tables -----------------------------------------------------------------------

  private void probes() {
    int count = 2 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      Node from = any();
      Node to = any();
      String address =
          to.addresses().isEmpty() || chance(10)
              ? foreignHost()
              : pick(to.addresses().toArray(String[]::new));
      probe(from, to, address);
    }
  }

  private void probe(Node from, Node to, String address) {
    switch (random.nextInt(10)) {
      case 0 -> lines.add(from.exec() + "ping -c 1 -W 1 -s 1600 " + address);
      case 1 -> lines.add(from.exec() + "ping -c 1 -W 1 -M do -s 1450 " + address);
      case 2 -> lines.add(from.exec() + "ping -c 1 -W 3.5 " + address);
      case 3 -> {
        lines.add(to.exec() + "nc -l -k -p 80 > /dev/null & server=$!; sleep 0.3");
        lines.add(from.exec() + "nc -n -z -v -w 1 " + address + " 80");
        lines.add("sleep 0.2; kill $server; wait $server 2>/dev/null");
      }
      case 4 -> lines.add(from.exec() + "nc -n -z -v -w 1 " + address + " 81");
      case 5 -> lines.add(from.exec() + "nc -u -n -z -v -w 1 " + address + " 53");
      case 6 -> lines.add(from.exec() + "traceroute -n -q 1 -N 1 -w 1 -m 5 " + address);
      default -> lines.add(from.exec() + "ping -c 1 -W 1 " + address);
    }
  }

  private void tables() {
    for (Node node : nodes) {
      lines.add(node.ip() + " -br addr");
      lines.add(node.ip() + " route");
      if (chance(40)) {
        lines.add(node.exec() + "iptables -nvL");
        lines.add(node.exec() + "iptables -t nat -nvL");
      }
      if (chance(30)) {
        lines.add(node.ip() + " neigh | sort | sed 's/REACHABLE\\|STALE\\|DELAY\\|PROBE/known/'");
      }
      if (chance(20)) {
        lines.add(node.ip() + " route get " + foreignHost());
      }
    }
    lines.add("bridge fdb show | grep -v permanent | sort");
  }

  private Node any() {
    return nodes.get(random.nextInt(nodes.size()));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String pick(String... all) {
    return all[random.nextInt(all.length)];
  }
}
