package vethlab.sim.netfilter.conntrack;

import java.util.Locale;
import vethlab.sim.Netns;

/**
 * How long connections last without packets, in seconds: the sysctls
 * net.netfilter.nf_conntrack_*_timeout* with the kernel's defaults.
 */
public enum Timeout {
  GENERIC(600, "generic_timeout"),
  ICMP(30, "icmp_timeout"),
  UDP(30, "udp_timeout"),
  UDP_STREAM(120, "udp_timeout_stream"),
  TCP_SYN_SENT(120, ""),
  TCP_SYN_RECV(60, ""),
  TCP_ESTABLISHED(432000, ""),
  TCP_FIN_WAIT(120, ""),
  TCP_CLOSE_WAIT(60, ""),
  TCP_LAST_ACK(30, ""),
  TCP_TIME_WAIT(120, ""),
  TCP_CLOSE(10, ""),
  TCP_MAX_RETRANS(300, ""),
  TCP_UNACKNOWLEDGED(300, "");

  private static final long SECOND = 1_000_000_000L;

  private final int usual;
  private final String key;

  Timeout(int usual, String key) {
    this.usual = usual;
    String tcp = name().toLowerCase(Locale.ROOT).replace("tcp_", "tcp_timeout_");
    this.key = "net.netfilter.nf_conntrack_" + (key.isEmpty() ? tcp : key);
  }

  /** The sysctl's dotted key. */
  public String key() {
    return key;
  }

  /** The kernel's default, in seconds. */
  public int usual() {
    return usual;
  }

  /** What is in force, in nanoseconds. */
  long nanos(Netns netns) {
    return number(netns, key, usual) * SECOND;
  }

  /** A numeric sysctl's value. */
  static long number(Netns netns, String key, long usual) {
    String text = netns.sysctls.getOr(key, "");
    return text.isEmpty() ? usual : Long.parseLong(text.strip());
  }
}
