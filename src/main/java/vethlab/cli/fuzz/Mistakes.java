package vethlab.cli.fuzz;

import vethlab.cli.fuzz.Draft.Node;

/** What people get wrong, and the settings they try. */
final class Mistakes {
  private final Draft draft;

  Mistakes(Draft draft) {
    this.draft = draft;
  }

  void make(int count) {
    for (int i = 0; i < count; i++) {
      Node node = draft.connected();
      String dev = draft.device(node);
      switch (draft.below(7)) {
        case 0 -> link(node, dev);
        case 1 -> address(node, dev);
        case 2, 3 -> route(node, dev);
        case 4 -> neighbour(node, dev);
        case 5 -> sysctl(node, dev);
        default -> rule(node, dev);
      }
    }
  }

  private void ip(Node node, String words) {
    draft.add(node.ip() + " " + words);
  }

  private void link(Node node, String dev) {
    String set = "link set " + dev + " ";
    switch (draft.below(9)) {
      case 0 -> ip(node, set + "down");
      case 1, 2 -> ip(node, set + "mtu " + draft.pick("1400", "1280", "600", "576", "9000", "68"));
      case 3 -> ip(node, set + "down; " + node.ip() + " " + set + "up");
      case 4 -> ip(node, set + "arp " + draft.pick("off", "on"));
      case 5 -> ip(node, set + "address 02:00:00:00:77:0" + draft.below(3));
      case 6 -> ip(node, set + "promisc on");
      case 7 -> ip(node, set + "name x0; " + node.ip() + " addr show x0");
      default ->
          draft.add(
              node.exec()
                  + "bridge link set dev "
                  + dev
                  + " "
                  + draft.pick("hairpin on", "learning off", "flood off", "isolated on", "cost 7"));
    }
  }

  private void address(Node node, String dev) {
    switch (draft.below(7)) {
      case 0 -> ip(node, "addr add " + draft.foreignHost() + "/32 dev lo");
      case 1 -> ip(node, "addr add " + draft.foreignHost() + "/24 dev " + dev);
      case 2 -> ip(node, "addr flush dev " + dev);
      case 3 ->
          ip(
              node,
              "addr add " + draft.foreignHost() + " peer " + draft.foreignHost() + " dev " + dev);
      case 4 -> ip(node, "addr del " + draft.target() + "/24 dev " + dev);
      case 5 -> ip(node, "addr add " + draft.foreignHost() + "/24 brd + scope link dev " + dev);
      default -> ip(node, "addr add " + draft.foreignHost() + "/28 dev " + dev + " noprefixroute");
    }
  }

  private void route(Node node, String dev) {
    String via = draft.foreignNet() + " via " + draft.foreignHost();
    String on = draft.foreignNet() + " dev " + dev;
    switch (draft.below(12)) {
      case 0 -> ip(node, "route del default");
      case 1, 2 -> ip(node, "route add " + via);
      case 3 -> ip(node, "route add " + on + draft.pick("", " metric 50", " scope host"));
      case 4 ->
          ip(
              node,
              "route add "
                  + draft.pick("blackhole", "unreachable", "prohibit", "throw")
                  + " "
                  + draft.foreignNet());
      case 5 -> ip(node, "route add default dev " + dev + " metric " + draft.pick("50", "0"));
      case 6 -> ip(node, "route replace " + via + " mtu 1300");
      case 7 -> ip(node, "route add " + via + " dev " + dev + " onlink");
      case 8 -> ip(node, "route add " + on + " src " + draft.target());
      case 9 -> ip(node, "route del " + draft.foreignNet());
      case 10 -> ip(node, "route add " + via + " table 100");
      default -> ip(node, "route append " + via);
    }
  }

  private void neighbour(Node node, String dev) {
    String entry = draft.foreignHost() + " lladdr 02:00:00:00:99:01 dev " + dev;
    switch (draft.below(6)) {
      case 0 -> ip(node, "neigh add " + entry);
      case 1 -> ip(node, "neigh replace " + entry + " nud " + draft.pick("stale", "reachable"));
      case 2 -> ip(node, "neigh flush dev " + dev);
      case 3 -> ip(node, "neigh add proxy " + draft.foreignHost() + " dev " + dev);
      case 4 ->
          draft.add(
              node.exec()
                  + "bridge fdb "
                  + draft.pick("add", "replace")
                  + " 02:00:00:00:00:0"
                  + draft.below(9)
                  + " dev "
                  + dev
                  + " master "
                  + draft.pick("static", "dynamic", "temp"));
      default -> draft.sysctl(node, "conf." + dev + ".arp_notify", "1");
    }
  }

  private void sysctl(Node node, String dev) {
    String whose = draft.pick("all", dev, dev);
    switch (draft.below(13)) {
      case 0, 1 -> draft.sysctl(node, "conf." + whose + ".rp_filter", draft.pick("1", "2"));
      case 2 -> draft.sysctl(node, "conf." + whose + ".arp_ignore", draft.pick("1", "2", "3", "8"));
      case 3 -> draft.sysctl(node, "conf." + whose + ".arp_announce", draft.pick("1", "2"));
      case 4 -> draft.sysctl(node, "conf." + whose + ".arp_filter", "1");
      case 5 -> draft.sysctl(node, "neigh." + dev + ".proxy_delay", "0");
      case 6 -> draft.sysctl(node, "icmp_echo_ignore_all", "1");
      case 7 -> draft.sysctl(node, "conf." + whose + ".accept_local", "1");
      case 8 -> draft.sysctl(node, "ip_forward", draft.pick("0", "1"));
      case 9 -> draft.sysctl(node, "conf." + dev + ".forwarding", draft.pick("0", "1"));
      case 10 -> draft.sysctl(node, "conf." + whose + ".route_localnet", "1");
      case 11 -> draft.sysctl(node, "ip_default_ttl", draft.pick("1", "2", "128"));
      default -> draft.sysctl(node, "conf." + whose + ".send_redirects", "0");
    }
  }

  private void rule(Node node, String dev) {
    String then =
        draft.pick(" lookup 100", " lookup 100", " lookup main", " prohibit", " blackhole");
    String when =
        switch (draft.below(5)) {
          case 0 -> "from " + draft.foreignNet();
          case 1 -> "to " + draft.foreignNet();
          case 2 -> "iif " + dev;
          case 3 -> "fwmark 1";
          default -> "from " + draft.target();
        };
    ip(node, "rule add " + when + then + draft.pick("", " pref 100"));
    if (draft.chance(60)) {
      ip(node, "route add default via " + draft.target() + " table 100");
    }
  }
}
