package vethlab.sim.neigh;

import vethlab.sim.Alarm;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.World;
import vethlab.sim.fib.RouteDecision;
import vethlab.sim.ipv4.Conf;
import vethlab.sim.ipv4.Ipv4Conf;
import vethlab.sim.netdev.NetDevice;
import vethlab.wire.Arp;

/**
 * A router answers for addresses behind it: arp.c arp_fwd_proxy, neighbour.c pneigh_enqueue. The
 * kernel waits a random time below proxy_delay; here it is half of that.
 */
final class ProxyArp {
  private static final long HUNDREDTH = 10_000_000L;

  private ProxyArp() {}

  /** proxy_arp and medium_id. */
  static boolean isOn(World world, Netns netns, NetDevice dev, RouteDecision route) {
    if (!Conf.or(netns, dev, Ipv4Conf.PROXY_ARP)) {
      return false;
    }
    int medium = dev.ipv4.get(Ipv4Conf.MEDIUM_ID);
    if (medium == 0 || medium == -1) {
      return medium == 0;
    }
    int other = world.device(route.outDev()).ipv4.get(Ipv4Conf.MEDIUM_ID);
    return other != medium && other != -1;
  }

  /** A question to everybody is answered with delay, so that the owner may come first. */
  static void answer(World world, Netns netns, Skb skb, NetDevice dev, Arp arp) {
    long delay = NeighParms.of(dev.ipv4.neigh, NeighParms.PROXY_DELAY) * HUNDREDTH;
    if (!skb.has(Skb.GROUP_ADDRESSED) || delay == 0) {
      ArpSend.reply(world, dev, arp.tpa(), arp.sha(), arp.spa());
    } else {
      world.schedule(world.now() + delay / 2, new Reply(dev.id, arp));
    }
  }

  private record Reply(int dev, Arp arp) implements Alarm {
    @Override
    public void fire(World world) {
      if (world.hasDevice(dev) && world.device(dev).isUp()) {
        ArpSend.reply(world, world.device(dev), arp.tpa(), arp.sha(), arp.spa());
      }
    }
  }
}
