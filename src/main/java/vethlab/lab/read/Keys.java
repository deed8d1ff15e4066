package vethlab.lab.read;

import java.util.List;

/** The words of lab.yaml; a test holds the JSON schema to them. */
final class Keys {
  static final List<String> LAB =
      List.of("vethlab", "name", "title", "description", "namespaces", "links", "notes");
  static final List<String> NAMESPACE =
      List.of(
          "interfaces", "routes", "rules", "neighbours", "fdb", "sysctls", "iptables", "listen");
  static final List<String> INTERFACE =
      List.of(
          "kind",
          "addresses",
          "mac",
          "mtu",
          "master",
          "state",
          "alias",
          "bridge",
          "port",
          "vlans",
          "parent",
          "id",
          "mode",
          "remote",
          "local",
          "dstport",
          "dev",
          "table");
  static final List<String> ROUTE =
      List.of("to", "via", "dev", "from", "metric", "table", "type", "onlink", "mtu");
  static final List<String> RULE = List.of("priority", "from", "to", "iif", "oif", "mark", "table");
  static final List<String> NEIGHBOUR = List.of("to", "mac", "dev");
  static final List<String> FDB = List.of("mac", "dev", "dst");
  static final List<String> LINK = List.of("endpoints", "type");
  static final List<String> ADDRESS = List.of("address", "peer");
  static final List<String> VLAN = List.of("vid", "pvid", "untagged");
  static final List<String> KINDS =
      List.of("bridge", "dummy", "vlan", "macvlan", "ipvlan", "vxlan", "vrf");
  static final List<String> MACVLAN_MODES =
      List.of("private", "vepa", "bridge", "passthru", "source");
  static final List<String> IPVLAN_MODES = List.of("l2", "l3", "l3s");
  static final List<String> STATES = List.of("up", "down");
  static final List<String> LINK_TYPES = List.of("veth", "uplink");

  private Keys() {}
}
