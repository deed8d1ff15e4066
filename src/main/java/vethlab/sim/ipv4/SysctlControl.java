package vethlab.sim.ipv4;

import java.util.Optional;
import java.util.OptionalInt;
import vethlab.op.Errno;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.fib.PathMtu;
import vethlab.sim.neigh.NeighParms;
import vethlab.sim.netdev.NetDevice;

/**
 * A sysctl is written: proc_dointvec and its like, devinet.c devinet_sysctl_forward,
 * inet_forward_change, devinet_copy_dflt_conf; neighbour.c neigh_proc_*.
 */
public final class SysctlControl {
  private SysctlControl() {}

  public static Result set(World world, Netns netns, Op.SysctlSet op) {
    Optional<SysctlKey> key = SysctlKey.parse(world, netns, op.key());
    if (key.isEmpty()) {
      return Result.refused(Errno.ENOENT);
    }
    return switch (key.get()) {
      case SysctlKey.Plain plain -> plain(netns, plain.key(), op.value());
      case SysctlKey.Forward forward ->
          number(op.value(), v -> conf(world, netns, netns.all, Ipv4Conf.FORWARDING, v));
      case SysctlKey.OfDevice of ->
          number(op.value(), v -> conf(world, netns, of.of(), of.key(), v));
      case SysctlKey.Neigh neigh -> number(op.value(), v -> neigh(neigh, v));
      case SysctlKey.FlushRoutes flush ->
          number(
              op.value(),
              v -> {
                PathMtu.flush(netns);
                return Result.OK;
              });
      case SysctlKey.Other other ->
          number(
              op.value(),
              v -> {
                netns.sysctls.putOther(other.key(), Integer.toString(v));
                return Result.OK;
              });
    };
  }

  private interface Setter {
    Result set(int value);
  }

  private static Result number(String text, Setter setter) {
    OptionalInt value = parse(text);
    return value.isEmpty() ? Result.refused(Errno.EINVAL) : setter.set(value.getAsInt());
  }

  /** proc_get_long: leading blanks, a sign, a number in any base, then the end or a blank. */
  static OptionalInt parse(String text) {
    String word = text.strip().split("\\s", 2)[0];
    try {
      long value = Long.decode(word);
      return value == (int) value ? OptionalInt.of((int) value) : OptionalInt.empty();
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  private static Result plain(Netns netns, NetSysctl key, String text) {
    if (key.isReadOnly()) {
      return Result.refused(Errno.EINVAL);
    }
    if (key.isNumber()) {
      return number(
          text,
          value -> {
            if (!key.allows(value)) {
              return Result.refused(Errno.EINVAL);
            }
            netns.sysctls.set(key, value);
            return Result.OK;
          });
    }
    return words(netns, key, text);
  }

  /** Several numbers, as many as are written; a range must rise. */
  private static Result words(Netns netns, NetSysctl key, String text) {
    String[] given = text.strip().split("\\s+");
    String[] has = netns.sysctls.text(key).split("\t");
    if (!has[0].matches("-?[0-9]+")) {
      netns.sysctls.set(key, text.strip());
      return Result.OK;
    }
    for (int i = 0; i < given.length && i < has.length; i++) {
      if (parse(given[i]).isEmpty()) {
        return Result.refused(Errno.EINVAL);
      }
      has[i] = Integer.toString(parse(given[i]).getAsInt());
    }
    boolean range = key == NetSysctl.IP_LOCAL_PORT_RANGE || key == NetSysctl.PING_GROUP_RANGE;
    if (range && parse(has[0]).orElse(0) > parse(has[1]).orElse(0)) {
      return Result.refused(Errno.EINVAL);
    }
    netns.sysctls.set(key, String.join("\t", has));
    return Result.OK;
  }

  /** devinet_conf_proc. */
  private static Result conf(World world, Netns netns, InDevice of, Ipv4Conf key, int value) {
    if (key == Ipv4Conf.MC_FORWARDING) {
      return Result.refused(Errno.EINVAL);
    }
    boolean changed = of.get(key) != value;
    of.set(key, value);
    if (key == Ipv4Conf.FORWARDING) {
      if (changed && of == netns.all) {
        forwardEverywhere(world, netns, value);
      }
      return Result.OK;
    }
    if (of == netns.defaults) {
      for (NetDevice dev : netns.devices(world)) {
        dev.ipv4.follow(key, value);
      }
    }
    return Result.OK;
  }

  /** inet_forward_change: every device and "default" follow; a router takes no redirects. */
  private static void forwardEverywhere(World world, Netns netns, int value) {
    netns.all.set(Ipv4Conf.ACCEPT_REDIRECTS, value == 0 ? 1 : 0);
    netns.defaults.set(Ipv4Conf.FORWARDING, value);
    for (NetDevice dev : netns.devices(world)) {
      dev.ipv4.set(Ipv4Conf.FORWARDING, value);
    }
  }

  private static Result neigh(SysctlKey.Neigh key, int value) {
    if (value < 0) {
      return Result.refused(Errno.EINVAL);
    }
    int[] set = key.dev().ipv4.neigh.clone();
    if (key.key() == NeighParms.UNRES_QLEN) {
      set[NeighParms.UNRES_QLEN_BYTES.ordinal()] = value * SysctlKey.FULL_FRAME;
    } else {
      set[key.key().ordinal()] = Math.multiplyExact(value, key.scale());
    }
    key.dev().ipv4.neigh = set;
    return Result.OK;
  }
}
