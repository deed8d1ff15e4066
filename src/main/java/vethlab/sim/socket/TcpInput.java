package vethlab.sim.socket;

import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.wire.Tcp;

/** A segment finds its socket: net/ipv4/tcp_ipv4.c tcp_v4_rcv. Under construction. */
final class TcpInput {
  private TcpInput() {}

  static Stage receive(World world, Skb skb, Tcp tcp) {
    return Stage.DONE;
  }
}
