package vethlab.sim.bridge;

import java.util.ArrayList;
import java.util.List;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.trace.DropReason;
import vethlab.sim.trace.Lost;
import vethlab.sim.trace.Why;

/**
 * A frame goes out by a port or by all: net/bridge/br_forward.c. {@code skb.dev} stays the port it
 * came in by (or the bridge, for what the host sends) until it leaves.
 */
final class BridgeForward {
  /** Above a device's MTU: Ethernet header and a VLAN tag (is_skb_forwardable). */
  private static final int HEADROOM = 14 + 4;

  private BridgeForward() {}

  /** br_forward: to the port where the table says the station is. */
  static Stage toPort(World world, Bridge bridge, Skb skb, FdbEntry entry, boolean alsoUp) {
    BridgePort to = bridge.port(entry.port);
    if (!shouldDeliver(to, skb)) {
      if (alsoUp) {
        return Stage.BRIDGE_PASS_UP;
      }
      return refuse(world, bridge, skb, to, entry);
    }
    if (world.tracing()) {
      world
          .trace()
          .decided(
              skb,
              BridgeWords.row(world, bridge, entry),
              List.of(),
              "br_forward",
              "bridge.forward",
              skb.frame.dst(),
              world.device(to.device).name);
    }
    if (alsoUp) {
      push(world, skb, to);
      return Stage.BRIDGE_PASS_UP;
    }
    skb.outDev = to.device;
    return Stage.BRIDGE_FORWARD;
  }

  private static Stage refuse(World world, Bridge bridge, Skb skb, BridgePort to, FdbEntry entry) {
    if (world.tracing()) {
      String port = world.device(to.device).name;
      world
          .trace()
          .decided(
              skb,
              BridgeWords.row(world, bridge, entry),
              List.of(),
              "br_forward",
              "bridge.known-behind",
              skb.frame.dst(),
              port);
      Why why = whyNot(world, to, skb);
      world
          .trace()
          .dropped(skb, reason(to, skb), "br_forward", why.key(), why.arguments().toArray());
    }
    return Stage.DONE;
  }

  private static DropReason reason(BridgePort to, Skb skb) {
    return to.state != BridgePort.FORWARDING
        ? DropReason.BRIDGE_NON_FORWARDING_STATE
        : VlanFilter.mayLeave(to.vlans, skb)
            ? DropReason.NOT_SPECIFIED
            : DropReason.BRIDGE_NOT_ALLOWED_EGRESS;
  }

  /** br_flood: a copy for each port that may have it, the newest port first. */
  static void flood(World world, Bridge bridge, Skb skb, int kind) {
    boolean fromHost = skb.dev == bridge.device;
    boolean suppressed = skb.has(Skb.ARP_SUPPRESSED);
    boolean tracing = world.tracing();
    if (tracing) {
      traceFlood(world, bridge, skb, kind);
    }
    for (BridgePort port : bridge.ports()) {
      if (floodsTo(port, kind, fromHost, suppressed) && shouldDeliver(port, skb)) {
        push(world, skb, port);
      }
    }
  }

  private static boolean floodsTo(BridgePort port, int kind, boolean fromHost, boolean suppressed) {
    boolean wanted = port.has(kind) || (fromHost && kind != BridgePort.FLOOD);
    return wanted
        && !port.has(BridgePort.PROXY_ARP)
        && !(suppressed && port.has(BridgePort.PROXY_ARP_WIFI | BridgePort.NEIGH_SUPPRESS));
  }

  private static void push(World world, Skb skb, BridgePort port) {
    Skb copy = skb.copy();
    copy.outDev = port.device;
    copy.stage = Stage.BRIDGE_FORWARD;
    world.push(copy);
  }

  /** should_deliver. */
  private static boolean shouldDeliver(BridgePort port, Skb skb) {
    return (port.has(BridgePort.HAIRPIN) || skb.dev != port.device)
        && port.state == BridgePort.FORWARDING
        && VlanFilter.mayLeave(port.vlans, skb)
        && !(skb.has(Skb.SOURCE_ISOLATED) && port.has(BridgePort.ISOLATED));
  }

  private static void traceFlood(World world, Bridge bridge, Skb skb, int kind) {
    List<Lost> lost = new ArrayList<>();
    StringBuilder to = new StringBuilder();
    for (BridgePort port : bridge.ports()) {
      boolean wanted = floodsTo(port, kind, skb.dev == bridge.device, skb.has(Skb.ARP_SUPPRESSED));
      if (wanted && shouldDeliver(port, skb)) {
        to.append(to.isEmpty() ? "" : ", ").append(world.device(port.device).name);
      } else {
        Why why =
            wanted
                ? whyNot(world, port, skb)
                : Why.of("bridge.flood-off", world.device(port.device).name);
        lost.add(new Lost(BridgeWords.row(world, bridge, port), why));
      }
    }
    String key = kind == BridgePort.FLOOD ? "bridge.flood-unknown" : "bridge.flood-group";
    if (to.isEmpty()) {
      world
          .trace()
          .decided(
              skb,
              BridgeWords.ports(world, bridge),
              lost,
              "br_flood",
              "bridge.flood-nobody",
              skb.frame.dst());
    } else {
      world
          .trace()
          .decided(
              skb,
              BridgeWords.ports(world, bridge),
              lost,
              "br_flood",
              key,
              skb.frame.dst(),
              to.toString());
    }
  }

  private static Why whyNot(World world, BridgePort port, Skb skb) {
    String name = world.device(port.device).name;
    if (skb.dev == port.device && !port.has(BridgePort.HAIRPIN)) {
      return Why.of("bridge.came-from", name);
    }
    if (port.state != BridgePort.FORWARDING) {
      return Why.of("bridge.port-state", name, BridgeWords.state(port.state));
    }
    if (!VlanFilter.mayLeave(port.vlans, skb)) {
      return Why.of("bridge.vlan-egress", name, skb.frame.vlan().id());
    }
    return Why.of("bridge.isolated", name);
  }

  /** {@link Stage#BRIDGE_FORWARD}: __br_forward. */
  static Stage forward(World world, Skb skb) {
    NetDevice out = world.device(skb.outDev);
    if (!(out.rxHandler instanceof BridgePortHandler handler)) {
      return Stage.DONE;
    }
    if (skb.has(Skb.VLAN_FILTERED)) {
      Bridge bridge = (Bridge) world.device(handler.bridge()).driver;
      VlanFilter.leave(bridge.port(handler.number()).vlans, skb);
    }
    boolean fromHost = skb.dev == handler.bridge();
    if (skb.has(Skb.BRIDGED) && !fromHost) {
      return BridgeNetfilter.forward(world, handler.bridge(), skb);
    }
    return Stage.BRIDGE_FORWARD_FINISH;
  }

  /** {@link Stage#BRIDGE_FORWARD_FINISH}: br_forward_finish. */
  static Stage finish(World world, Skb skb) {
    return skb.physOut != Skb.NO_DEVICE
        ? BridgeNetfilter.postRouting(world, skb)
        : Stage.BRIDGE_TRANSMIT;
  }

  /** {@link Stage#BRIDGE_TRANSMIT}: br_dev_queue_push_xmit. Too large a frame just vanishes. */
  static Stage transmit(World world, Skb skb) {
    if (skb.physOut != Skb.NO_DEVICE && !BridgeNetfilter.release(world, skb)) {
      return Stage.DONE;
    }
    if (skb.packet != null && skb.frame.payload() != skb.packet) {
      skb.frame = skb.frame.withPayload(skb.packet);
    }
    NetDevice out = world.device(skb.outDev);
    if (!out.isUp() || skb.frame.largestPiece() > out.mtu + HEADROOM) {
      return world.drop(
          skb,
          DropReason.NOT_SPECIFIED,
          "br_dev_queue_push_xmit",
          "bridge.too-large",
          out.name,
          out.mtu,
          skb.frame.length() - 14);
    }
    skb.dev = out.id;
    skb.flags &= ~Skb.VLAN_FILTERED;
    return Stage.TRANSMIT;
  }
}
