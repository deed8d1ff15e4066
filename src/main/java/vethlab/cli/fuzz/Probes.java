package vethlab.cli.fuzz;

import vethlab.cli.fuzz.Draft.Node;

/** What is sent, and how what came of it is looked at. Nothing waits for a whole second. */
final class Probes {
  /** Neighbours' states depend on how long the commands took. */
  private static final String STATES = " | sed 's/REACHABLE\\|STALE\\|DELAY\\|PROBE/known/' | sort";

  private final Draft draft;

  Probes(Draft draft) {
    this.draft = draft;
  }

  void send(int count) {
    for (int i = 0; i < count; i++) {
      probe(draft.any(), draft.target());
    }
  }

  private void probe(Node from, String to) {
    String exec = from.exec();
    switch (draft.below(12)) {
      case 0, 1, 2, 3 -> draft.add(exec + "ping -c 1 -W 0.7" + pingOption(from) + " " + to);
      case 4 -> draft.add(exec + "ping -c 1 -W 3.4 " + to);
      case 5 -> draft.add(exec + "ping -c 3 -i 0.1 -W 0.6 " + to);
      case 6 -> server(from, to, "nc -n -z -v " + to + " 80");
      case 7 -> server(from, to, "nc -n -v -N " + to + " 80");
      case 8 -> draft.add(exec + "timeout 0.7 nc -n -z -v " + to + " " + draft.pick("80", "81"));
      case 9 -> draft.add(exec + "timeout 1.4 nc -u -n -z -v " + to + " 53");
      case 10 ->
          draft.add(
              exec
                  + "traceroute -n -q 1 -N 1 -w 0.6 -m 4 "
                  + draft.pick("", "-I ", "-T -p 80 ")
                  + to);
      default ->
          draft.add(
              exec
                  + "arping -c 1 -w 1 -I "
                  + draft.device(from)
                  + " "
                  + draft.pick("", "", "-A ", "-U ", "-D ")
                  + to);
    }
  }

  private String pingOption(Node from) {
    return switch (draft.below(12)) {
      case 0 -> " -s 1600";
      case 1 -> " -M do -s 1450";
      case 2 -> " -M dont -s 3000";
      case 3 -> " -t " + draft.pick("1", "2");
      case 4 -> " -I " + draft.device(from);
      case 5 -> " -I " + (from.addresses().isEmpty() ? "lo" : draft.pick(from.addresses()));
      case 6 -> " -Q 0x10";
      case 7 -> " -m 1";
      case 8 -> " -b";
      default -> "";
    };
  }

  /** Somebody listens at all addresses of all places while the client tries. */
  private void server(Node from, String to, String client) {
    Node at =
        draft.nodes().stream()
            .filter(node -> node.addresses().contains(to))
            .findFirst()
            .orElse(draft.any());
    draft.add(
        at.exec()
            + "timeout 1.6 nc -l -k -p "
            + draft.pick("80", "80", "80", "81")
            + " > /tmp/got & sleep 0.3");
    draft.add("echo hello | " + from.exec() + "timeout 0.7 " + client);
    draft.add("wait; cat /tmp/got");
  }

  /** Some of each place's tables. */
  void look() {
    for (Node node : draft.nodes()) {
      draft.add(node.ip() + " -br addr");
      draft.add(node.ip() + " route");
      for (int i = draft.below(4); i > 0; i--) {
        draft.add(table(node));
      }
    }
    if (draft.chance(60)) {
      draft.add("bridge fdb show | grep -v permanent | sort");
    }
  }

  private String table(Node node) {
    String ip = node.ip();
    String exec = node.exec();
    String dev = draft.device(node);
    return switch (draft.below(26)) {
      case 0 -> exec + "iptables -nvL";
      case 1 -> exec + "iptables -t nat -nvL";
      case 2 -> exec + "iptables -t mangle -vnxL";
      case 3 -> exec + "iptables-save -c | grep -v '^#'";
      case 4 -> exec + "iptables -S";
      case 5 -> ip + " neigh" + STATES;
      case 6, 7 -> ip + " route get " + draft.target();
      case 8 -> ip + " route get " + draft.target() + " from " + draft.target() + " iif " + dev;
      case 9 -> ip + " route get " + draft.target() + " mark 1";
      case 10 -> ip + " rule";
      case 11 -> ip + " route show table all";
      case 12 -> exec + "conntrack -L 2>/dev/null | sort";
      case 13 -> exec + "ss -tuan";
      case 14 -> ip + " -s link show " + dev;
      case 15 -> ip + " link";
      case 16 -> ip + " -j addr show " + dev;
      case 17 -> ip + " -o -4 addr";
      case 18 -> exec + "bridge link";
      case 19 -> exec + "arp -n | sort";
      case 20 -> exec + "route -n";
      case 21 -> exec + "ifconfig " + dev;
      case 22 -> exec + "brctl show";
      case 23 -> exec + "netstat -rn";
      case 24 -> ip + " -j route";
      default -> exec + "sysctl -a -r '" + dev + ".(rp_filter|arp_.*|forwarding)'";
    };
  }
}
