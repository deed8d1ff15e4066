package vethlab.sim.ipv4;

import java.util.List;
import vethlab.wire.Ip4;
import vethlab.wire.Prefix;

/**
 * A device's IPv4 half: struct in_device. Addresses in the kernel's order: primaries by scope, each
 * followed by … as devinet.c inserts them; conf is shared until it is changed.
 */
public final class InDevice {
  /**
   * One address: struct in_ifaddr. {@code peer} equals {@code local} but on point-to-point ones.
   */
  public record IfAddr(
      Ip4 local,
      Ip4 peer,
      int prefixLength,
      Ip4 broadcast,
      int scope,
      String label,
      boolean secondary,
      boolean noPrefixRoute,
      boolean permanent,
      long validSeconds,
      long preferredSeconds,
      long sinceNanos,
      long metric,
      int protocol) {
    public Prefix prefix() {
      return new Prefix(local, prefixLength);
    }

    /** Whether {@code address} is in the subnet of this address (inet_ifa_match). */
    public boolean holds(Ip4 address) {
      return holds(address.bits());
    }

    boolean holds(int address) {
      int mask = prefixLength == 0 ? 0 : -1 << 32 - prefixLength;
      return ((peer.bits() ^ address) & mask) == 0;
    }

    IfAddr withSecondary(boolean secondary) {
      return new IfAddr(
          local,
          peer,
          prefixLength,
          broadcast,
          scope,
          label,
          secondary,
          noPrefixRoute,
          permanent,
          validSeconds,
          preferredSeconds,
          sinceNanos,
          metric,
          protocol);
    }

    IfAddr withLabel(String label) {
      return new IfAddr(
          local,
          peer,
          prefixLength,
          broadcast,
          scope,
          label,
          secondary,
          noPrefixRoute,
          permanent,
          validSeconds,
          preferredSeconds,
          sinceNanos,
          metric,
          protocol);
    }

    IfAddr withLifetime(IfAddr of) {
      return new IfAddr(
          local,
          peer,
          prefixLength,
          broadcast,
          scope,
          label,
          secondary,
          noPrefixRoute,
          of.permanent,
          of.validSeconds,
          of.preferredSeconds,
          of.sinceNanos,
          of.metric,
          protocol);
    }
  }

  private static final InDevice FRESH_ALL = new InDevice();

  static {
    FRESH_ALL.set(Ipv4Conf.ACCEPT_SOURCE_ROUTE, 0);
  }

  /** Immutable list, replaced on change, so that copies share it. */
  public List<IfAddr> addresses = List.of();

  /** Values of net.ipv4.conf.IF.*, by {@link Ipv4Conf}; never written in place. */
  public int[] conf = Ipv4Conf.DEFAULTS;

  /** Which of {@link #conf} were set for this device itself rather than inherited, as a bit set. */
  public long confSet;

  /**
   * Values of net.ipv4.neigh.IF.*, by {@link vethlab.sim.neigh.NeighParms}; never written in place.
   */
  public int[] neigh = vethlab.sim.neigh.NeighParms.DEFAULTS;

  /** Values of net.ipv4.conf.all. */
  public static InDevice all() {
    return FRESH_ALL.copy();
  }

  /** Values of net.ipv4.conf.default. */
  public static InDevice defaults() {
    InDevice defaults = new InDevice();
    defaults.confSet = Ipv4Conf.SET_AT_BOOT;
    return defaults;
  }

  public InDevice copy() {
    InDevice copy = new InDevice();
    copy.addresses = addresses;
    copy.conf = conf;
    copy.confSet = confSet;
    copy.neigh = neigh;
    return copy;
  }

  public boolean hasAddress(Ip4 address) {
    for (IfAddr each : addresses) {
      if (each.local().bits() == address.bits()) {
        return true;
      }
    }
    return false;
  }

  public void set(Ipv4Conf key, int value) {
    conf = conf.clone();
    conf[key.ordinal()] = value;
    confSet |= 1L << key.ordinal();
  }

  /** ipv4_devconf_setall: a device that has had an address no longer follows "default". */
  void settle() {
    confSet = -1L;
  }

  /** Follows a change of "default" where nothing was set here. */
  void follow(Ipv4Conf key, int value) {
    if ((confSet >>> key.ordinal() & 1) == 0) {
      conf = conf.clone();
      conf[key.ordinal()] = value;
    }
  }

  public int get(Ipv4Conf key) {
    return conf[key.ordinal()];
  }

  /** IP does not work on a link whose MTU is below 68. */
  public static final int MIN_MTU = 68;
}
