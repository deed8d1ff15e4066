package vethlab.wire;

/** What an IPv4 packet carries. */
public sealed interface Transport permits Icmp, Udp, Tcp, RawTransport {
  /** The protocol number in the IPv4 header. */
  int protocol();

  /** Header and data, in bytes. */
  int length();
}
