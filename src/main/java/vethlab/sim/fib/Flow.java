package vethlab.sim.fib;

import vethlab.op.Route;
import vethlab.sim.Netns;
import vethlab.sim.ipv4.NetSysctl;
import vethlab.wire.Ipv4;
import vethlab.wire.Tcp;
import vethlab.wire.Transport;
import vethlab.wire.Udp;

/**
 * What a route is looked up for: struct flowi4. Addresses are the bits of {@link vethlab.wire.Ip4};
 * devices are NetDevice ids, 0 for none ({@code iif} 0: made here).
 */
public final class Flow {
  public int dst;
  public int src;
  public int iif;
  public int oif;
  public int tos;
  public int mark;
  public int scope = Route.SCOPE_GLOBAL;
  public int protocol;
  public int sourcePort;
  public int destinationPort;

  /** FLOWI_FLAG_ANYSRC: the source need not be an address of this machine. */
  public boolean anySource;

  /** The vrf that the devices belong to, 0 for none. */
  public int l3mdev;

  public static Flow to(int dst) {
    Flow flow = new Flow();
    flow.dst = dst;
    return flow;
  }

  /** fib4_rules_early_flow_dissect: takes protocol and ports where something looks at them. */
  public void dissectFor(Netns netns, Ipv4 packet) {
    dissectFor(netns, packet.transport());
  }

  public void dissectFor(Netns netns, Transport transport) {
    boolean wanted =
        netns.fib.hasCustomRules() || netns.sysctls.get(NetSysctl.FIB_MULTIPATH_HASH_POLICY) != 0;
    if (!wanted) {
      return;
    }
    protocol = transport.protocol();
    switch (transport) {
      case Udp udp -> {
        sourcePort = udp.sport();
        destinationPort = udp.dport();
      }
      case Tcp tcp -> {
        sourcePort = tcp.sport();
        destinationPort = tcp.dport();
      }
      default -> {}
    }
  }
}
