package vethlab.sim.ipv4;

import java.util.List;
import java.util.Optional;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.neigh.NeighParms;
import vethlab.sim.netdev.NetDevice;

/** What a dotted key means in a namespace. A device's keys come and go with it. */
sealed interface SysctlKey {
  /** SKB_TRUESIZE(ETH_FRAME_LEN): what unres_qlen counts a packet as. */
  int FULL_FRAME = 2090;

  String FLUSH = "net.ipv4.route.flush";
  String CONF = "net.ipv4.conf.";
  String NEIGH = "net.ipv4.neigh.";
  String IPV6 = "net.ipv6.conf.";

  /** IPv6 is off here; these keys exist because scripts write them. */
  List<String> IPV6_WORDS =
      List.of(
          "accept_dad",
          "accept_ra",
          "accept_redirects",
          "autoconf",
          "disable_ipv6",
          "forwarding",
          "proxy_ndp");

  record Plain(NetSysctl key) implements SysctlKey {}

  /** net.ipv4.ip_forward, another name of conf.all.forwarding. */
  record Forward() implements SysctlKey {}

  record OfDevice(InDevice of, Ipv4Conf key) implements SysctlKey {}

  /**
   * @param scale the key's unit in that of the parameter (seconds in milliseconds)
   */
  record Neigh(NetDevice dev, NeighParms key, int scale) implements SysctlKey {}

  /** net.ipv4.route.flush: only written. */
  record FlushRoutes() implements SysctlKey {}

  /** Kept, and read by nobody. */
  record Other(String key) implements SysctlKey {}

  static Optional<SysctlKey> parse(World world, Netns netns, String text) {
    if (text.equals("net.ipv4.ip_forward")) {
      return Optional.of(new Forward());
    }
    if (text.equals(FLUSH)) {
      return Optional.of(new FlushRoutes());
    }
    if (text.startsWith(CONF)) {
      return conf(world, netns, text.substring(CONF.length()));
    }
    if (text.startsWith(NEIGH)) {
      return neigh(world, netns, text.substring(NEIGH.length()));
    }
    if (text.startsWith(IPV6)) {
      return ipv6(world, netns, text);
    }
    return NetSysctl.of(text).map(Plain::new);
  }

  private static Optional<SysctlKey> conf(World world, Netns netns, String rest) {
    int dot = rest.lastIndexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    Optional<Ipv4Conf> key = Ipv4Conf.of(rest.substring(dot + 1));
    String whose = rest.substring(0, dot);
    Optional<InDevice> of =
        switch (whose) {
          case "all" -> Optional.of(netns.all);
          case "default" -> Optional.of(netns.defaults);
          default -> device(world, netns, whose).map(dev -> dev.ipv4);
        };
    return key.flatMap(k -> of.map(o -> new OfDevice(o, k)));
  }

  private static Optional<SysctlKey> neigh(World world, Netns netns, String rest) {
    int dot = rest.lastIndexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    String word = rest.substring(dot + 1);
    Optional<NetDevice> dev = device(world, netns, rest.substring(0, dot));
    if (word.equals("base_reachable_time")) {
      return dev.map(d -> new Neigh(d, NeighParms.BASE_REACHABLE_TIME_MS, 1000));
    }
    if (word.equals("retrans_time")) {
      return dev.map(d -> new Neigh(d, NeighParms.RETRANS_TIME_MS, 10));
    }
    return NeighParms.of(word).flatMap(key -> dev.map(d -> new Neigh(d, key, 1)));
  }

  private static Optional<SysctlKey> ipv6(World world, Netns netns, String text) {
    String rest = text.substring(IPV6.length());
    int dot = rest.lastIndexOf('.');
    if (dot < 0 || !IPV6_WORDS.contains(rest.substring(dot + 1))) {
      return Optional.empty();
    }
    String whose = rest.substring(0, dot);
    boolean there =
        whose.equals("all") || whose.equals("default") || device(world, netns, whose).isPresent();
    return there ? Optional.of(new Other(text)) : Optional.empty();
  }

  /** A dot of an interface's name is written as a slash; a dot is another directory. */
  private static Optional<String> device(String written) {
    return written.indexOf('.') < 0 ? Optional.of(written.replace('/', '.')) : Optional.empty();
  }

  private static Optional<NetDevice> device(World world, Netns netns, String written) {
    return device(written).flatMap(name -> world.device(netns, name));
  }

  static String written(String device) {
    return device.replace('.', '/');
  }
}
