package vethlab.sim.ipv4;

import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.World;
import vethlab.wire.Bytes;
import vethlab.wire.Ip4;
import vethlab.wire.RecordRoute;

/**
 * Options of an IPv4 header on their way: net/ipv4/ip_options.c. Each router writes the address by
 * which a packet leaves into its record route option. Not modelled: source routes, timestamps.
 */
public final class IpOptions {
  private IpOptions() {}

  /** ip_options_compile of a received packet: this machine takes a place in the record. */
  static void received(Skb skb) {
    Bytes options = skb.packet.options();
    if (RecordRoute.hasRoom(options)) {
      skb.packet = skb.packet.withOptions(RecordRoute.with(options, skb.packet.dst()));
      skb.flags |= Skb.RECORDS_ROUTE;
    }
  }

  /** ip_forward_options: the place is for the address of the link that the packet leaves by. */
  static void forwarded(World world, Skb skb) {
    if (!skb.has(Skb.RECORDS_ROUTE)) {
      return;
    }
    Netns netns = world.netns(skb.netns);
    Ip4 own = skb.route.source();
    if (own.isAny()) {
      own =
          AddressChoice.select(
              world, netns, world.device(skb.outDev), skb.nextHop, vethlab.op.Route.SCOPE_GLOBAL);
    }
    skb.packet = skb.packet.withOptions(RecordRoute.withLast(skb.packet.options(), own));
  }

  /** ip_options_build of what is sent from here: the first place is the source's. */
  static Bytes sent(Bytes options, Ip4 source) {
    return RecordRoute.hasRoom(options) ? RecordRoute.with(options, source) : options;
  }
}
