package vethlab.sim.ipv4;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.neigh.NeighParms;
import vethlab.sim.netdev.NetDevice;

/** Sysctls by their dotted key. */
public final class SysctlViews {
  private SysctlViews() {}

  public static Optional<String> value(World world, Netns netns, String key) {
    return SysctlKey.parse(world, netns, key).flatMap(parsed -> value(netns, parsed));
  }

  private static Optional<String> value(Netns netns, SysctlKey key) {
    return switch (key) {
      case SysctlKey.Plain plain when plain.key() == NetSysctl.NF_CONNTRACK_COUNT ->
          Optional.of(Integer.toString(netns.netfilter.conntrack().size()));
      case SysctlKey.Plain plain -> Optional.of(netns.sysctls.text(plain.key()));
      case SysctlKey.Forward forward ->
          Optional.of(Integer.toString(netns.all.get(Ipv4Conf.FORWARDING)));
      case SysctlKey.OfDevice of -> Optional.of(Integer.toString(of.of().get(of.key())));
      case SysctlKey.Neigh neigh -> Optional.of(Integer.toString(neigh(neigh)));
      case SysctlKey.FlushRoutes flush -> Optional.empty();
      case SysctlKey.Other other ->
          Optional.of(netns.sysctls.otherOr(other.key(), ipv6Default(other.key())));
    };
  }

  private static int neigh(SysctlKey.Neigh key) {
    int[] set = key.dev().ipv4.neigh;
    return key.key() == NeighParms.UNRES_QLEN
        ? set[NeighParms.UNRES_QLEN_BYTES.ordinal()] / SysctlKey.FULL_FRAME
        : set[key.key().ordinal()] / key.scale();
  }

  private static String ipv6Default(String key) {
    return key.endsWith(".forwarding") || key.endsWith(".proxy_ndp") ? "0" : "1";
  }

  /** Every key there is, in alphabetical order. */
  public static List<String> keys(World world, Netns netns) {
    List<String> all = new ArrayList<>();
    all.add("net.ipv4.ip_forward");
    all.add(SysctlKey.FLUSH);
    for (NetSysctl each : NetSysctl.values()) {
      all.add(each.key());
    }
    List<String> whose = new ArrayList<>(List.of("all", "default"));
    for (NetDevice dev : netns.devices(world)) {
      String name = SysctlKey.written(dev.name);
      whose.add(name);
      for (NeighParms key : NeighParms.values()) {
        all.add(SysctlKey.NEIGH + name + "." + key.word());
      }
    }
    for (String each : whose) {
      for (Ipv4Conf key : Ipv4Conf.values()) {
        all.add(SysctlKey.CONF + each + "." + key.word());
      }
      for (String word : SysctlKey.IPV6_WORDS) {
        all.add(SysctlKey.IPV6 + each + "." + word);
      }
    }
    Collections.sort(all);
    return all;
  }
}
