package vethlab.sim.socket;

import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.wire.Ipv4;

/** An ICMP error about a segment: net/ipv4/tcp_ipv4.c tcp_v4_err. Under construction. */
final class TcpErrors {
  private TcpErrors() {}

  static boolean error(
      World world, Netns netns, Ipv4 original, int sport, int dport, SocketError told) {
    return false;
  }
}
