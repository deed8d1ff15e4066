package vethlab.sim.netdev;

import java.util.List;
import vethlab.op.LinkKind;
import vethlab.sim.Carried;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.trace.DropReason;

/**
 * One end of a veth pair: drivers/net/veth.c. What is sent arrives at the peer; a frame above the
 * peer's MTU, or to a peer that is down, is dropped. Not modelled: XDP, GRO.
 */
public final class VethDriver implements Driver {
  /** The Ethernet header and one VLAN tag are let through above the MTU (is_skb_forwardable). */
  private static final int HEADROOM = 14 + 4;

  /** NetDevice id of the other end; NO_DEVICE while the pair is being made or unmade. */
  public int peer;

  public VethDriver(int peer) {
    this.peer = peer;
  }

  @Override
  public Driver copy() {
    return new VethDriver(peer);
  }

  @Override
  public LinkKind kind(World world, NetDevice dev) {
    return new LinkKind.Veth(world.hasDevice(peer) ? world.device(peer).name : "", List.of());
  }

  @Override
  public int linkedDevice() {
    return peer;
  }

  @Override
  public boolean carrier(World world, NetDevice dev) {
    return dev.isUp() && world.hasDevice(peer) && world.device(peer).isUp();
  }

  @Override
  public Stage transmit(World world, NetDevice dev, Skb skb) {
    NetDevice to = world.device(peer);
    if (!to.isUp() || skb.frame.length() > to.mtu + HEADROOM) {
      return refuse(world, dev, to, skb);
    }
    Transmit.count(dev, skb.frame);
    Carried with = dev.netns == to.netns ? new Carried(skb.mark, skb.conn) : Carried.NOTHING;
    world.deliver(peer, skb.frame, with);
    return Stage.DONE;
  }

  private Stage refuse(World world, NetDevice dev, NetDevice to, Skb skb) {
    dev.txDropped++;
    if (to.isUp()) {
      to.rxDropped++;
    }
    if (world.tracing()) {
      world.trace().dropped(skb, DropReason.NOT_SPECIFIED, "veth_xmit",
          to.isUp() ? "veth.peer-mtu" : "veth.peer-down", to.name, to.mtu, skb.frame.length() - 14);
    }
    return Stage.DONE;
  }
}
