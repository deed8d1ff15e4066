package vethlab.sim.neigh;

import java.util.Locale;

/**
 * net.ipv4.neigh.*: struct neigh_parms, one set for each device and one for "default". Times in the
 * unit of the key (seconds unless it ends in _MS; the three delays of proxies and locktime in
 * hundredths). Source: net/ipv4/arp.c arp_tbl.
 */
public enum NeighParms {
  APP_SOLICIT(0),
  UCAST_SOLICIT(3),
  MCAST_SOLICIT(3),
  MCAST_RESOLICIT(0),
  BASE_REACHABLE_TIME_MS(30000),
  RETRANS_TIME_MS(1000),
  DELAY_FIRST_PROBE_TIME(5),
  GC_STALE_TIME(60),
  UNRES_QLEN(101),
  UNRES_QLEN_BYTES(212992),
  PROXY_QLEN(64),
  PROXY_DELAY(80),
  ANYCAST_DELAY(100),
  LOCKTIME(100),
  INTERVAL_PROBE_TIME_MS(5000);

  public static final int[] DEFAULTS = new int[values().length];

  static {
    for (NeighParms each : values()) {
      DEFAULTS[each.ordinal()] = each.initial;
    }
  }

  private final int initial;

  NeighParms(int initial) {
    this.initial = initial;
  }

  private static final long MILLISECOND = 1_000_000L;

  /** A time of a set, in nanoseconds; only for keys that are one in seconds or milliseconds. */
  static long nanos(int[] set, NeighParms key) {
    long unit = key.name().endsWith("_MS") ? MILLISECOND : 1000 * MILLISECOND;
    return set[key.ordinal()] * unit;
  }

  static int of(int[] set, NeighParms key) {
    return set[key.ordinal()];
  }

  public static java.util.Optional<NeighParms> of(String word) {
    for (NeighParms each : values()) {
      if (each.word().equals(word)) {
        return java.util.Optional.of(each);
      }
    }
    return java.util.Optional.empty();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
