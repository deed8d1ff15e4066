package vethlab.app.model;

import java.util.List;
import java.util.Map;

/** What may follow in a command: its own words, and what a word asks for. */
final class CompletionWords {
  /** What is named in the network. */
  enum Thing {
    LINK,
    NAMESPACE,
    ADDRESS,
    COMMAND,
    CHAIN,
    SYSCTL
  }

  /** Words after which a thing is named, in any command. */
  static final Map<String, Thing> AFTER =
      Map.ofEntries(
          Map.entry("dev", Thing.LINK),
          Map.entry("master", Thing.LINK),
          Map.entry("iif", Thing.LINK),
          Map.entry("oif", Thing.LINK),
          Map.entry("-i", Thing.LINK),
          Map.entry("-o", Thing.LINK),
          Map.entry("-I", Thing.LINK),
          Map.entry("ifconfig", Thing.LINK),
          Map.entry("addif", Thing.LINK),
          Map.entry("delif", Thing.LINK),
          Map.entry("delbr", Thing.LINK),
          Map.entry("netns", Thing.NAMESPACE),
          Map.entry("exec", Thing.NAMESPACE),
          Map.entry("-n", Thing.NAMESPACE),
          Map.entry("via", Thing.ADDRESS),
          Map.entry("get", Thing.ADDRESS),
          Map.entry("ping", Thing.ADDRESS),
          Map.entry("traceroute", Thing.ADDRESS),
          Map.entry("nc", Thing.ADDRESS),
          Map.entry("arping", Thing.ADDRESS),
          Map.entry("-A", Thing.CHAIN),
          Map.entry("-D", Thing.CHAIN),
          Map.entry("-F", Thing.CHAIN),
          Map.entry("-P", Thing.CHAIN),
          Map.entry("-L", Thing.CHAIN),
          Map.entry("-S", Thing.CHAIN),
          Map.entry("sysctl", Thing.SYSCTL),
          Map.entry("-w", Thing.SYSCTL));

  /** Words after which one of a few follows, in any command. */
  static final Map<String, List<String>> CHOICES =
      Map.of(
          "type", List.of("veth", "bridge", "dummy", "macvlan", "vlan", "vxlan", "ipvlan", "vrf"),
          "-t", List.of("filter", "nat", "mangle", "raw"),
          "-j", List.of("ACCEPT", "DROP", "REJECT", "MASQUERADE", "SNAT", "DNAT", "LOG", "RETURN"),
          "-m", List.of("conntrack", "state", "comment", "multiport", "tcp", "udp", "mark"),
          "-p", List.of("tcp", "udp", "icmp"),
          "--ctstate", List.of("NEW", "ESTABLISHED,RELATED", "INVALID"),
          "nud", List.of("permanent", "reachable", "stale", "noarp"),
          "scope", List.of("global", "link", "host"));

  /** What may follow a command, or a command and its first word; options among them. */
  static final Map<String, List<String>> WORDS =
      Map.ofEntries(
          Map.entry(
              "ip",
              List.of(
                  "address",
                  "link",
                  "neighbour",
                  "netns",
                  "route",
                  "rule",
                  "-n",
                  "-d",
                  "-s",
                  "-br",
                  "-j",
                  "-p",
                  "-4")),
          Map.entry(
              "ip link",
              List.of(
                  "add",
                  "delete",
                  "set",
                  "show",
                  "dev",
                  "type",
                  "peer",
                  "name",
                  "netns",
                  "master",
                  "nomaster",
                  "up",
                  "down",
                  "mtu",
                  "address",
                  "txqueuelen")),
          Map.entry(
              "ip address",
              List.of("add", "delete", "show", "flush", "replace", "dev", "brd", "peer", "label")),
          Map.entry(
              "ip route",
              List.of(
                  "add",
                  "delete",
                  "show",
                  "get",
                  "replace",
                  "change",
                  "flush",
                  "default",
                  "via",
                  "dev",
                  "metric",
                  "table",
                  "src",
                  "blackhole",
                  "unreachable")),
          Map.entry(
              "ip rule",
              List.of(
                  "add",
                  "delete",
                  "show",
                  "flush",
                  "from",
                  "to",
                  "iif",
                  "fwmark",
                  "lookup",
                  "priority")),
          Map.entry(
              "ip neighbour",
              List.of("add", "delete", "show", "replace", "flush", "lladdr", "dev", "nud")),
          Map.entry("ip netns", List.of("add", "delete", "exec", "list", "identify")),
          Map.entry("bridge", List.of("fdb", "link", "vlan", "-d", "-s", "-j")),
          Map.entry(
              "bridge fdb",
              List.of("add", "delete", "show", "append", "replace", "dev", "master", "self", "br")),
          Map.entry(
              "bridge link",
              List.of("set", "show", "dev", "hairpin", "learning", "flood", "isolated", "state")),
          Map.entry(
              "bridge vlan",
              List.of("add", "delete", "show", "dev", "vid", "pvid", "untagged", "self")),
          Map.entry(
              "brctl",
              List.of("addbr", "delbr", "addif", "delif", "show", "showmacs", "stp", "setageing")),
          Map.entry(
              "iptables",
              List.of(
                  "-t",
                  "-A",
                  "-I",
                  "-D",
                  "-R",
                  "-P",
                  "-F",
                  "-N",
                  "-X",
                  "-Z",
                  "-L",
                  "-S",
                  "-nvL",
                  "-i",
                  "-o",
                  "-s",
                  "-d",
                  "-p",
                  "-m",
                  "-j",
                  "--dport",
                  "--sport",
                  "--ctstate",
                  "--to-destination",
                  "--to-source",
                  "--line-numbers",
                  "--comment")),
          Map.entry("ping", List.of("-c", "-i", "-W", "-s", "-t", "-I", "-n", "-q", "-M")),
          Map.entry("traceroute", List.of("-n", "-I", "-T", "-q", "-m")),
          Map.entry("sysctl", List.of("-w", "-a", "-n")),
          Map.entry("conntrack", List.of("-L", "-F", "-D", "-p", "-s", "-d")),
          Map.entry("tcpdump", List.of("-i", "-n", "-c", "-e", "-v", "-l", "icmp", "arp", "port")),
          Map.entry("ss", List.of("-t", "-u", "-l", "-n", "-a", "-p")),
          Map.entry("nc", List.of("-l", "-u", "-p", "-w", "-z", "-v", "-k")),
          Map.entry("arping", List.of("-c", "-I", "-w")),
          Map.entry("route", List.of("-n", "add", "del", "default", "gw", "-net", "-host")),
          Map.entry("arp", List.of("-n", "-a", "-s", "-d")),
          Map.entry("ifconfig", List.of("-a", "up", "down", "netmask")));

  /** Short forms as they are looked up. */
  static final Map<String, String> FULL =
      Map.ofEntries(
          Map.entry("a", "address"),
          Map.entry("addr", "address"),
          Map.entry("l", "link"),
          Map.entry("r", "route"),
          Map.entry("ro", "route"),
          Map.entry("ru", "rule"),
          Map.entry("n", "neighbour"),
          Map.entry("neigh", "neighbour"));

  private CompletionWords() {}
}
