package vethlab.sim.netfilter.conntrack;

import vethlab.sim.Netns;
import vethlab.sim.ipv4.NetSysctl;

/** How long connections last without packets: sysctls in seconds. */
enum Timeout {
  GENERIC(NetSysctl.NF_CONNTRACK_GENERIC_TIMEOUT),
  ICMP(NetSysctl.NF_CONNTRACK_ICMP_TIMEOUT),
  UDP(NetSysctl.NF_CONNTRACK_UDP_TIMEOUT),
  UDP_STREAM(NetSysctl.NF_CONNTRACK_UDP_TIMEOUT_STREAM),
  TCP_SYN_SENT(NetSysctl.NF_CONNTRACK_TCP_TIMEOUT_SYN_SENT),
  TCP_SYN_RECV(NetSysctl.NF_CONNTRACK_TCP_TIMEOUT_SYN_RECV),
  TCP_ESTABLISHED(NetSysctl.NF_CONNTRACK_TCP_TIMEOUT_ESTABLISHED),
  TCP_FIN_WAIT(NetSysctl.NF_CONNTRACK_TCP_TIMEOUT_FIN_WAIT),
  TCP_CLOSE_WAIT(NetSysctl.NF_CONNTRACK_TCP_TIMEOUT_CLOSE_WAIT),
  TCP_LAST_ACK(NetSysctl.NF_CONNTRACK_TCP_TIMEOUT_LAST_ACK),
  TCP_TIME_WAIT(NetSysctl.NF_CONNTRACK_TCP_TIMEOUT_TIME_WAIT),
  TCP_CLOSE(NetSysctl.NF_CONNTRACK_TCP_TIMEOUT_CLOSE),
  TCP_MAX_RETRANS(NetSysctl.NF_CONNTRACK_TCP_TIMEOUT_MAX_RETRANS),
  TCP_UNACKNOWLEDGED(NetSysctl.NF_CONNTRACK_TCP_TIMEOUT_UNACKNOWLEDGED);

  private static final long SECOND = 1_000_000_000L;

  private final NetSysctl sysctl;

  Timeout(NetSysctl sysctl) {
    this.sysctl = sysctl;
  }

  /** What is in force, in nanoseconds. */
  long nanos(Netns netns) {
    return netns.sysctls.get(sysctl) * SECOND;
  }
}
