package vethlab.sim.ipv4;

import vethlab.sim.Skb;
import vethlab.sim.World;

/** ICMP errors: net/ipv4/icmp.c icmp_send. Under construction. */
public final class IcmpSend {
  private IcmpSend() {}

  /**
   * Tells the sender of {@code skb} that something is wrong, where the kernel would.
   *
   * @param info the next-hop MTU (3/4), the gateway (5/x), else 0
   */
  public static void error(World world, Skb skb, int type, int code, int info) {}
}
