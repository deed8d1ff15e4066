package vethlab.cli.fuzz;

import vethlab.cli.fuzz.Draft.Node;

/** iptables rules of all tables, with the usual matches and targets. */
final class Firewall {
  private final Draft draft;

  Firewall(Draft draft) {
    this.draft = draft;
  }

  void make(int count) {
    for (int i = 0; i < count; i++) {
      Node node = draft.connected();
      String iptables = node.exec() + "iptables ";
      switch (draft.below(10)) {
        case 0, 1, 2 -> draft.add(iptables + "-t nat " + nat(node));
        case 3 -> draft.add(iptables + "-t mangle " + mangle(node));
        case 4 -> draft.add(iptables + "-t raw " + raw(node));
        case 5 -> userChain(node, iptables);
        case 6 -> draft.add(iptables + "-P " + draft.pick("INPUT", "FORWARD", "OUTPUT") + " DROP");
        default -> draft.add(iptables + filter(node));
      }
    }
  }

  private void userChain(Node node, String iptables) {
    draft.add(iptables + "-N WEB");
    draft.add(iptables + "-A WEB" + match(node, "FORWARD") + " -j RETURN");
    draft.add(iptables + "-A WEB -p " + draft.pick("icmp", "tcp", "udp") + " -j DROP");
    draft.add(iptables + "-A " + draft.pick("INPUT", "FORWARD", "OUTPUT") + " -j WEB");
  }

  private String filter(Node node) {
    String chain = draft.pick("INPUT", "FORWARD", "OUTPUT");
    return draft.pick("-A ", "-A ", "-I ")
        + chain
        + match(node, chain)
        + " -j "
        + draft.pick(
            "DROP",
            "ACCEPT",
            "REJECT",
            "DROP",
            "LOG --log-prefix x",
            "REJECT --reject-with icmp-host-prohibited");
  }

  private String nat(Node node) {
    String to = draft.target();
    return "-A "
        + switch (draft.below(9)) {
          case 0 -> "POSTROUTING -s " + draft.foreignNet() + " -j MASQUERADE";
          case 1 -> "POSTROUTING -j MASQUERADE";
          case 2 ->
              "PREROUTING -p tcp --dport 80 -j DNAT --to-destination " + to + draft.pick("", ":81");
          case 3 -> "OUTPUT -d " + draft.target() + " -j DNAT --to-destination " + to;
          case 4 -> "POSTROUTING -p icmp -j SNAT --to-source " + draft.foreignHost();
          case 5 -> "PREROUTING -p tcp --dport 81 -j REDIRECT --to-ports 80";
          case 6 -> "PREROUTING" + match(node, "PREROUTING") + " -j ACCEPT";
          case 7 -> "POSTROUTING" + match(node, "POSTROUTING") + " -j RETURN";
          default -> "PREROUTING -d " + draft.foreignHost() + " -j DNAT --to-destination " + to;
        };
  }

  private String mangle(Node node) {
    String chain = draft.pick("PREROUTING", "FORWARD", "OUTPUT", "POSTROUTING", "INPUT");
    return "-A "
        + chain
        + match(node, chain)
        + " -j "
        + draft.pick(
            "MARK --set-mark 1",
            "MARK --set-xmark 0x10/0xf0",
            "TTL --ttl-set 3",
            "TTL --ttl-dec 1",
            "DSCP --set-dscp 10",
            "TOS --set-tos 0x10",
            "CONNMARK --set-mark 2",
            "CONNMARK --restore-mark",
            "DROP");
  }

  private String raw(Node node) {
    String chain = draft.pick("PREROUTING", "OUTPUT");
    return "-A "
        + chain
        + match(node, chain)
        + " -j "
        + draft.pick("NOTRACK", "CT --notrack", "DROP", "ACCEPT");
  }

  private String match(Node node, String chain) {
    String dev = draft.device(node);
    boolean comesIn = !chain.equals("OUTPUT") && !chain.equals("POSTROUTING");
    boolean goesOut = !chain.equals("INPUT") && !chain.equals("PREROUTING");
    boolean tracked = !chain.equals("OUTPUT");
    return " "
        + switch (draft.below(26)) {
          case 0 -> "-p icmp";
          case 1 -> "-p tcp";
          case 2 -> "-p udp";
          case 3 -> "-s " + draft.foreignNet();
          case 4 -> "! -d " + draft.target();
          case 5 -> "-m conntrack --ctstate NEW";
          case 6 -> "-m conntrack --ctstate ESTABLISHED,RELATED";
          case 7 -> "-p icmp --icmp-type " + draft.pick("echo-request", "echo-reply", "3", "11");
          case 8 -> "-p tcp --dport 80";
          case 9 -> "-p tcp -m multiport --dports 80,81";
          case 10 -> (comesIn ? "-i " : "-o ") + dev;
          case 11 -> (goesOut ? "-o " : "! -i ") + dev;
          case 12 -> "-m mark --mark 1";
          case 13 -> "-m length --length " + draft.pick("84", "0:100", "1000:");
          case 14 -> "-m ttl --ttl-" + draft.pick("eq 64", "lt 64", "gt 62");
          case 15 -> "-m addrtype --dst-type " + draft.pick("LOCAL", "UNICAST", "BROADCAST");
          case 16 -> "-m iprange --dst-range 10.0.1.2-10.0.1.4";
          case 17 -> "-m statistic --mode nth --every 2 --packet " + draft.below(2);
          case 18 -> "-p tcp --syn";
          case 19 -> "-p tcp --tcp-flags SYN,ACK,RST " + draft.pick("RST", "SYN,ACK");
          case 20 -> "-m limit --limit 1/min --limit-burst 2";
          case 21 -> "-m conntrack --ct" + draft.pick("status SNAT", "status DNAT", "dir REPLY");
          case 22 -> tracked ? "-m physdev --physdev-in " + dev : "-m connmark --mark 2";
          case 23 -> "-m recent --name seen " + draft.pick("--set", "--update --hitcount 2");
          case 24 ->
              "-m hashlimit --hashlimit-name h --hashlimit-upto 2/min --hashlimit-mode srcip";
          default -> "-m tos --tos 0x10";
        };
  }
}
