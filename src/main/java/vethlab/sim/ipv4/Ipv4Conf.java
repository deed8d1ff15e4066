package vethlab.sim.ipv4;

import java.util.Locale;

/**
 * net.ipv4.conf.*: one value for each device, one for "all" and one for "default". The kernel's
 * defaults. Source: net/ipv4/devinet.c ipv4_devconf, ipv4_devconf_dflt (which differs in {@link
 * #ACCEPT_SOURCE_ROUTE}).
 */
public enum Ipv4Conf {
  FORWARDING(0),
  MC_FORWARDING(0),
  BC_FORWARDING(0),
  ACCEPT_REDIRECTS(1),
  SECURE_REDIRECTS(1),
  SHARED_MEDIA(1),
  RP_FILTER(0),
  SEND_REDIRECTS(1),
  ACCEPT_SOURCE_ROUTE(1),
  ACCEPT_LOCAL(0),
  SRC_VALID_MARK(0),
  PROXY_ARP(0),
  MEDIUM_ID(0),
  BOOTP_RELAY(0),
  LOG_MARTIANS(0),
  TAG(0),
  ARP_FILTER(0),
  ARP_ANNOUNCE(0),
  ARP_IGNORE(0),
  ARP_ACCEPT(0),
  ARP_NOTIFY(0),
  ARP_EVICT_NOCARRIER(1),
  PROXY_ARP_PVLAN(0),
  DISABLE_XFRM(0),
  DISABLE_POLICY(0),
  FORCE_IGMP_VERSION(0),
  PROMOTE_SECONDARIES(0),
  ROUTE_LOCALNET(0),
  IGNORE_ROUTES_WITH_LINKDOWN(0),
  DROP_UNICAST_IN_L2_MULTICAST(0),
  DROP_GRATUITOUS_ARP(0),
  IGMPV2_UNSOLICITED_REPORT_INTERVAL(10000),
  IGMPV3_UNSOLICITED_REPORT_INTERVAL(1000);

  static final int[] DEFAULTS = new int[values().length];

  /** What every boot script has set in "default", so that later changes of it spare new devices. */
  static final long SET_AT_BOOT =
      1L << RP_FILTER.ordinal()
          | 1L << ACCEPT_REDIRECTS.ordinal()
          | 1L << SEND_REDIRECTS.ordinal()
          | 1L << ARP_IGNORE.ordinal()
          | 1L << ARP_ANNOUNCE.ordinal();

  static {
    for (Ipv4Conf each : values()) {
      DEFAULTS[each.ordinal()] = each.initial;
    }
  }

  /** The key of that name under conf/IF. */
  static java.util.Optional<Ipv4Conf> of(String word) {
    for (Ipv4Conf each : values()) {
      if (each.word().equals(word)) {
        return java.util.Optional.of(each);
      }
    }
    return java.util.Optional.empty();
  }

  private final int initial;

  Ipv4Conf(int initial) {
    this.initial = initial;
  }

  /** The name under /proc/sys/net/ipv4/conf/IF. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
