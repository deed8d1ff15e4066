package vethlab.sim.bridge;

import java.util.Optional;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.fib.Flow;
import vethlab.sim.fib.InputRoute;
import vethlab.sim.fib.RouteDecision;
import vethlab.sim.fib.RouteInput;
import vethlab.sim.neigh.NeighOutput;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.trace.DropReason;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;

/**
 * A bridged packet got another destination in PREROUTING (DNAT, or the answer to SNAT): it needs
 * another Ethernet address. br_netfilter_hooks.c br_nf_pre_routing_finish: if the new destination
 * is behind the same bridge it stays bridged, else the host routes it.
 */
final class BridgeDnat {
  private BridgeDnat() {}

  static Stage redirect(World world, NetDevice self, Skb skb) {
    Netns netns = world.netns(skb.netns);
    InputRoute answer = RouteInput.route(world, netns, flow(skb, self.id), RouteInput.Asker.IP);
    return switch (answer) {
      case RouteDecision route ->
          route.outDev() == self.id && !route.isLocal()
              ? stayBridged(world, netns, self, skb, route)
              : toHost(world, self, skb);
      case InputRoute.NoRoute none -> toHost(world, self, skb);
      case InputRoute.Martian martian ->
          world.drop(
              skb,
              DropReason.NOT_SPECIFIED,
              "br_nf_pre_routing_finish",
              "bridge.dnat-no-route",
              skb.packet.dst());
    };
  }

  private static Flow flow(Skb skb, int device) {
    Flow flow = Flow.to(skb.packet.dst().bits());
    flow.src = skb.packet.src().bits();
    flow.iif = device;
    flow.tos = skb.packet.tos() & 0xfc;
    flow.mark = skb.mark;
    return flow;
  }

  /** Also where there is no way on: that is for the host's IP layer to say. */
  private static Stage toHost(World world, NetDevice self, Skb skb) {
    if (world.tracing()) {
      world
          .trace()
          .passed(
              skb, "br_nf_pre_routing_finish", "bridge.dnat-routed", skb.packet.dst(), self.name);
    }
    skb.frame = skb.frame.withDst(self.mac);
    skb.flags &= ~Skb.OTHERHOST;
    skb.dev = skb.physIn;
    return Stage.BRIDGE_DECIDE;
  }

  /** br_nf_pre_routing_finish_bridge: by the neighbour's address, once it is known. */
  private static Stage stayBridged(
      World world, Netns netns, NetDevice self, Skb skb, RouteDecision route) {
    if (world.tracing()) {
      world
          .trace()
          .passed(
              skb, "br_nf_pre_routing_finish", "bridge.dnat-bridged", skb.packet.dst(), self.name);
    }
    Ip4 next = route.gateway().isAny() ? skb.packet.dst() : route.gateway();
    Optional<Mac> known = NeighOutput.connected(netns, self.id, next);
    if (known.isPresent()) {
      skb.frame = skb.frame.withDst(known.get());
      skb.dev = skb.physIn;
      return Stage.BRIDGE_DECIDE;
    }
    skb.bridgedSource = skb.frame.src();
    skb.flags |= Skb.BRIDGED_DNAT;
    skb.route = route;
    skb.outDev = self.id;
    skb.nextHop = next;
    return Stage.NEIGHBOUR;
  }

  /**
   * br_nf_dev_xmit: the neighbour has answered; the frame goes on as one from its own sender. It is
   * that from the start, since what a capture keeps of it shares the bytes that are put right here.
   */
  static Stage resolved(Skb skb) {
    skb.flags &= ~Skb.BRIDGED_DNAT;
    skb.route = RouteDecision.NONE;
    skb.outDev = Skb.NO_DEVICE;
    skb.dev = skb.physIn;
    return Stage.BRIDGE_DECIDE;
  }
}
