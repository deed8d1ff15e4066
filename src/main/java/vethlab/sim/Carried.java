package vethlab.sim;

import vethlab.sim.netfilter.ConnRef;

/**
 * What a packet keeps beside its bytes while it crosses a link inside one namespace (loopback):
 * skb->mark and its connection. Between namespaces skb_scrub_packet takes all of it away.
 */
public record Carried(int mark, ConnRef conn) {
  public static final Carried NOTHING = new Carried(0, ConnRef.NONE);
}
