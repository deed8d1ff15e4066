package vethlab.sim.netdev;

import java.util.List;
import vethlab.op.Errno;
import vethlab.op.LinkChange;
import vethlab.op.LinkFlags;
import vethlab.op.LinkKind;
import vethlab.sim.Carried;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.netfilter.ConnRef;
import vethlab.sim.socket.TransportInput;
import vethlab.sim.trace.DropReason;

/**
 * One end of a veth pair: drivers/net/veth.c. What is sent arrives at the peer; a frame above the
 * peer's MTU, or to a peer that is down, is dropped. Not modelled: XDP, GRO.
 */
public final class VethDriver implements Driver {
  /** The Ethernet header and one VLAN tag are let through above the MTU (is_skb_forwardable). */
  private static final int HEADROOM = 14 + 4;

  private static final int LEAST_MTU = 68;
  private static final int MOST_MTU = 65535;

  /** One queue a processor; the recorded machine has two. */
  private static final int QUEUES = 2;

  /** NetDevice id of the other end; NO_DEVICE while the pair is being made or unmade. */
  public int peer = Skb.NO_DEVICE;

  /**
   * veth_newlink: the peer is made first and so has the lower index, and cannot be up: it has no
   * other end yet.
   */
  static NetDevice make(World world, Netns from, NewLink link, LinkKind.Veth kind) throws Refusal {
    VethDriver own = new VethDriver();
    link.check(own);
    Netns peerNetns = from;
    for (LinkChange each : kind.peerWith()) {
      if (each instanceof LinkChange.MoveTo to) {
        peerNetns = world.netns(to.ns()).orElseThrow(() -> new Refusal(Errno.EINVAL));
      }
    }
    String peerName = kind.peer().isEmpty() ? "veth%d" : kind.peer();
    NewLink other = new NewLink(peerNetns, peerName, kind.peerWith());
    validate(other);
    VethDriver others = new VethDriver();
    other.check(others);
    NetDevice peer = other.register(world, others, VethDriver::prepare);
    LinkState.carrierOff(world, peer);
    if (kind.peerWith().stream().anyMatch(LinkChange.Up.class::isInstance)) {
      LinkDelete.unregister(world, List.of(peer));
      throw new Refusal(Errno.ENOTCONN);
    }
    NetDevice dev = registerOwn(world, link, own, peer);
    LinkState.carrierOff(world, dev);
    own.peer = peer.id;
    others.peer = dev.id;
    return dev;
  }

  /** veth_validate. */
  static void validate(NewLink link) throws Refusal {
    link.checkAddress();
    int mtu = link.given(LinkChange.Mtu.class).map(LinkChange.Mtu::bytes).orElse(LEAST_MTU);
    if (mtu < LEAST_MTU || mtu > MOST_MTU) {
      throw new Refusal(Errno.EINVAL);
    }
  }

  private static NetDevice registerOwn(World world, NewLink link, VethDriver own, NetDevice peer)
      throws Refusal {
    try {
      return link.register(world, own, VethDriver::prepare);
    } catch (Refusal refusal) {
      LinkDelete.unregister(world, List.of(peer));
      throw refusal;
    }
  }

  private static NetDevice prepare(NetDevice dev) {
    dev.txQueues = QUEUES;
    dev.rxQueues = QUEUES;
    return dev;
  }

  @Override
  public Driver copy() {
    VethDriver copy = new VethDriver();
    copy.peer = peer;
    return copy;
  }

  @Override
  public LinkKind kind(World world, NetDevice dev) {
    return new LinkKind.Veth(world.hasDevice(peer) ? world.device(peer).name : "", List.of());
  }

  @Override
  public int linkedDevice() {
    return peer;
  }

  /** veth_open: with both ends up both have carrier. */
  @Override
  public void open(World world, NetDevice dev) throws Refusal {
    if (!world.hasDevice(peer)) {
      throw new Refusal(Errno.ENOTCONN);
    }
    if ((world.device(peer).flags & LinkFlags.UP) != 0) {
      LinkState.carrierOn(world, dev);
      LinkState.carrierOn(world, world.device(peer));
    }
  }

  /** veth_close. */
  @Override
  public void stop(World world, NetDevice dev) {
    LinkState.carrierOff(world, dev);
    if (world.hasDevice(peer)) {
      LinkState.carrierOff(world, world.device(peer));
    }
  }

  /** veth_dellink: both ends go. */
  @Override
  public void delete(World world, NetDevice dev, List<NetDevice> dying) {
    dying.add(dev);
    if (world.hasDevice(peer) && !world.device(peer).isUnregistering()) {
      dying.add(world.device(peer));
    }
  }

  @Override
  public int speed(World world) {
    return 10_000;
  }

  /** veth_xmit. */
  @Override
  public Stage transmit(World world, NetDevice dev, Skb skb) {
    NetDevice to = world.device(peer);
    if (!to.isUp() || skb.frame.largestPiece() > to.mtu + HEADROOM) {
      return refuse(world, dev, to, skb);
    }
    Transmit.count(dev, skb.frame);
    to.rxPackets++;
    to.rxBytes += skb.frame.length();
    world.deliver(peer, skb.frame, carried(dev, to, skb));
    return Stage.DONE;
  }

  /** skb_scrub_packet: the connection is always forgotten, the mark when a namespace is left. */
  private static Carried carried(NetDevice from, NetDevice to, Skb skb) {
    boolean keeps = skb.mark != 0 && from.netns == to.netns;
    return keeps ? new Carried(skb.mark, ConnRef.NONE) : Carried.NOTHING;
  }

  private Stage refuse(World world, NetDevice dev, NetDevice to, Skb skb) {
    dev.txDropped++;
    if (to.isUp()) {
      to.rxDropped++;
    }
    if (world.tracing()) {
      world
          .trace()
          .dropped(
              skb,
              DropReason.NOT_SPECIFIED,
              "veth_xmit",
              to.isUp() ? "veth.peer-mtu" : "veth.peer-down",
              to.name,
              to.mtu,
              skb.frame.length() - 14);
    }
    TransportInput.refused(world, skb, Errno.ENOBUFS);
    return Stage.DONE;
  }
}
