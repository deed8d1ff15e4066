package vethlab.sim.netdev;

import vethlab.op.Errno;
import vethlab.op.LinkKind;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.fib.Flow;
import vethlab.sim.fib.RouteOutput;
import vethlab.sim.ipv4.IpOutput;
import vethlab.sim.socket.TransportInput;
import vethlab.sim.trace.DropReason;
import vethlab.wire.Frame;
import vethlab.wire.Ip4;
import vethlab.wire.Ipv4;
import vethlab.wire.Mac;

/**
 * An ipvlan: other IPv4 addresses on a link, under the same Ethernet address. drivers/net/ipvlan.
 * What arrives at the link is in {@link IpvlanPort}. Not modelled: l3s shows its packets to the
 * link's own INPUT and FORWARD; here it is l3.
 */
public final class IpvlanDriver implements Driver {
  /** The link below (NetDevice id). */
  private final int lower;

  private IpvlanDriver(int lower) {
    this.lower = lower;
  }

  /** ipvlan_link_new. The newest one's mode and flags count for all of the link's. */
  static NetDevice make(World world, Netns from, NewLink link, LinkKind.Ipvlan kind)
      throws Refusal {
    if (kind.parent().isEmpty()) {
      throw new Refusal(Errno.EINVAL);
    }
    NetDevice named =
        world.device(from, kind.parent()).orElseThrow(() -> new Refusal(Errno.ENODEV));
    NetDevice lower =
        named.driver instanceof IpvlanDriver other ? world.device(other.lower) : named;
    IpvlanDriver driver = new IpvlanDriver(lower.id);
    IpvlanPort.Mode mode = IpvlanPort.Mode.of(kind.mode().isEmpty() ? "l3" : kind.mode());
    IpvlanPort.Sisters sisters =
        IpvlanPort.Sisters.of(kind.flag().isEmpty() ? "bridge" : kind.flag());
    link.check(driver);
    if (lower.isLoopback()) {
      throw new Refusal(Errno.EINVAL);
    }
    if (lower.rxHandler != RxHandler.NONE && !(lower.rxHandler instanceof IpvlanPort)) {
      throw new Refusal(Errno.EBUSY);
    }
    NetDevice dev = link.register(world, driver, made -> prepare(made, lower));
    IpvlanPort port =
        lower.rxHandler instanceof IpvlanPort there ? there : new IpvlanPort(mode, sisters);
    lower.rxHandler = port;
    port.mode(world, lower, mode);
    port.sisters(sisters);
    Stack.link(lower, dev);
    return dev;
  }

  private static NetDevice prepare(NetDevice dev, NetDevice lower) {
    dev.mtu = lower.mtu;
    dev.carrier = lower.carrier;
    dev.mac = lower.mac;
    return dev;
  }

  private IpvlanPort port(World world) {
    return (IpvlanPort) world.device(lower).rxHandler;
  }

  @Override
  public Driver copy() {
    return this;
  }

  @Override
  public LinkKind kind(World world, NetDevice dev) {
    return new LinkKind.Ipvlan(
        Lower.name(world, dev, lower), port(world).mode().word(), port(world).sisters().word());
  }

  /** ipvlan_nl_changelink. */
  @Override
  public void reconfigure(World world, NetDevice dev, LinkKind kind) throws Refusal {
    if (!(kind instanceof LinkKind.Ipvlan ipvlan)) {
      throw new Refusal(Errno.EOPNOTSUPP);
    }
    port(world).mode(world, world.device(lower), IpvlanPort.Mode.of(ipvlan.mode()));
    port(world).sisters(IpvlanPort.Sisters.of(ipvlan.flag()));
  }

  @Override
  public int linkedDevice() {
    return lower;
  }

  @Override
  public int speed(World world) {
    return world.device(lower).driver.speed(world);
  }

  @Override
  public boolean filtersUnicast() {
    return true;
  }

  @Override
  public void open(World world, NetDevice dev) throws Refusal {
    port(world).setArp(dev);
  }

  /** The address is the link's. */
  @Override
  public void setAddress(World world, NetDevice dev, Mac mac) throws Refusal {
    throw new Refusal(Errno.EOPNOTSUPP);
  }

  /** ipvlan_addr4_validator_event. */
  @Override
  public void checkAddress(World world, NetDevice dev, Ip4 address) throws Refusal {
    if (IpvlanPort.find(world, world.device(lower), address).id != lower) {
      throw new Refusal(Errno.EADDRINUSE, "Address already assigned to an ipvlan device");
    }
  }

  /** ipvlan_device_event. */
  @Override
  public void lowerEvent(World world, NetDevice dev, NetDevice below, DeviceEvent event) {
    switch (event) {
      case CHANGE -> LinkState.followCarrier(world, dev, below);
      case UP, DOWN -> {}
      case CHANGE_MTU -> dev.mtu = below.mtu;
      case CHANGE_ADDRESS -> dev.mac = below.mac;
      case UNREGISTER -> Lower.dieWith(world, dev, below);
    }
  }

  @Override
  public void unregistered(World world, NetDevice dev) {
    if (!world.hasDevice(lower)) {
      return;
    }
    NetDevice below = world.device(lower);
    Stack.unlink(below, dev);
    for (int id : below.uppers) {
      if (world.hasDevice(id) && world.device(id).driver instanceof IpvlanDriver) {
        return;
      }
    }
    below.rxHandler = RxHandler.NONE;
  }

  /** ipvlan_queue_xmit. */
  @Override
  public Stage transmit(World world, NetDevice dev, Skb skb) {
    Transmit.count(dev, skb.frame);
    return port(world).mode() == IpvlanPort.Mode.L2
        ? overLink(world, dev, skb)
        : routed(world, dev, skb);
  }

  /** ipvlan_xmit_mode_l2: what carries the common address as its destination stays here. */
  private Stage overLink(World world, NetDevice dev, Skb skb) {
    NetDevice below = world.device(lower);
    Frame frame = skb.frame;
    boolean vepa = port(world).sisters() == IpvlanPort.Sisters.VEPA;
    if (!vepa && frame.dst().equals(frame.src())) {
      NetDevice sister = IpvlanPort.find(world, below, IpvlanPort.target(frame));
      return toSister(world, dev, sister, skb);
    }
    if (frame.dst().isMulticast()) {
      IpvlanPort.distribute(world, below, dev.id, frame);
    }
    skb.dev = lower;
    if (world.tracing()) {
      world.trace().passed(skb, "ipvlan_queue_xmit", "ipvlan.out", dev.name, below.name);
    }
    return Stage.TRANSMIT;
  }

  /** dev_forward_skb to a sister, or to the link itself. */
  private Stage toSister(World world, NetDevice dev, NetDevice to, Skb skb) {
    boolean kept = to.id != lower && port(world).sisters() == IpvlanPort.Sisters.PRIVATE;
    if (kept) {
      TransportInput.refused(world, skb, Errno.ENOBUFS);
      return world.drop(
          skb, DropReason.NOT_SPECIFIED, "ipvlan_queue_xmit", "ipvlan.private", dev.name, to.name);
    }
    IpvlanPort.deliver(world, to, skb.frame);
    return Stage.DONE;
  }

  /** ipvlan_xmit_mode_l3: the namespace of the link below routes it. */
  private Stage routed(World world, NetDevice dev, Skb skb) {
    NetDevice below = world.device(lower);
    if (port(world).sisters() != IpvlanPort.Sisters.VEPA) {
      NetDevice sister = IpvlanPort.find(world, below, IpvlanPort.target(skb.frame));
      if (sister != below) {
        return toSister(world, dev, sister, skb);
      }
    }
    if (!(skb.frame.payload() instanceof Ipv4 packet) || skb.frame.dst().isMulticast()) {
      return world.drop(
          skb, DropReason.NOT_SPECIFIED, "ipvlan_process_outbound", "ipvlan.only-ipv4", dev.name);
    }
    Flow flow = Flow.to(packet.dst().bits());
    flow.src = packet.src().bits();
    flow.anySource = true;
    flow.oif = lower;
    flow.tos = packet.tos() & 0xfc;
    Netns netns = world.netns(below.netns);
    if (!(RouteOutput.route(world, netns, flow) instanceof RouteOutput.Answer.Ok ok)) {
      return world.drop(
          skb,
          DropReason.IP_OUTNOROUTES,
          "ipvlan_process_v4_outbound",
          "ipvlan.no-route",
          packet.dst(),
          below.name);
    }
    Skb out = world.newSkb(Stage.LOCAL_OUT, netns.id);
    out.packet = packet;
    out.flags = Skb.LOCALLY_MADE;
    IpOutput.take(out, ok.route());
    world.push(out);
    return Stage.DONE;
  }
}
