package vethlab.sim.ipv4;

import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.wire.Icmp;

/** ICMP messages for this machine: net/ipv4/icmp.c icmp_rcv. Under construction. */
public final class IcmpInput {
  private IcmpInput() {}

  public static Stage receive(World world, Skb skb, Icmp icmp) {
    return Stage.DONE;
  }
}
