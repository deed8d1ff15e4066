package vethlab.sim.netdev;

import vethlab.op.Errno;
import vethlab.op.LinkChange;
import vethlab.op.LinkFlags;
import vethlab.op.LinkKind;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.wire.Frame;
import vethlab.wire.Mac;
import vethlab.wire.Vlan;

/**
 * A VLAN device: net/8021q/vlan.c, vlan_dev.c. What it sends leaves by its link with a tag; what
 * arrives there with that tag comes up here without it. Not modelled: priority maps, GVRP, loose
 * and bridge binding.
 */
public final class VlanDriver implements Driver {
  private static final int SETTINGS_OF_LINK =
      ~(LinkFlags.UP | LinkFlags.PROMISC | LinkFlags.ALLMULTI | LinkFlags.MASTER | LinkFlags.SLAVE);

  /** The link below (NetDevice id). */
  private final int real;

  private final int protocol;
  private final int vlanId;
  private final Vlan tag;

  private VlanDriver(int real, int protocol, int vlanId) {
    this.real = real;
    this.protocol = protocol;
    this.vlanId = vlanId;
    this.tag = new Vlan(protocol, vlanId);
  }

  static void validate(NewLink link, LinkKind.Vlan kind) throws Refusal {
    for (LinkChange each : link.with()) {
      if (each instanceof LinkChange.Address address
          && (address.mac().isMulticast() || address.mac().isZero())) {
        throw new Refusal(Errno.EADDRNOTAVAIL, "8021q: Invalid link address");
      }
    }
    if (kind.id() < 0) {
      throw new Refusal(Errno.EINVAL, "8021q: VLAN properties not specified");
    }
    if (kind.protocol() != Vlan.DOT1Q && kind.protocol() != Vlan.DOT1AD) {
      throw new Refusal(Errno.EPROTONOSUPPORT, "8021q: Invalid VLAN protocol");
    }
    if (kind.id() >= 0xfff) {
      throw new Refusal(Errno.ERANGE, "8021q: Invalid VLAN id");
    }
  }

  /** vlan_newlink. */
  static NetDevice make(World world, Netns from, NewLink link, LinkKind.Vlan kind) throws Refusal {
    if (kind.id() < 0) {
      throw new Refusal(Errno.EINVAL, "8021q: VLAN id not specified");
    }
    if (kind.parent().isEmpty()) {
      throw new Refusal(Errno.EINVAL, "8021q: link not specified");
    }
    NetDevice real =
        world
            .device(from, kind.parent())
            .orElseThrow(() -> new Refusal(Errno.ENODEV, "8021q: link does not exist"));
    VlanDriver driver = new VlanDriver(real.id, kind.protocol(), kind.id());
    link.check(driver);
    if (real.isLoopback() || real.driver instanceof VrfDriver) {
      throw new Refusal(Errno.EOPNOTSUPP, "8021q: VLANs not supported on device");
    }
    if (real.vlans.find(kind.protocol(), kind.id()) != Skb.NO_DEVICE) {
      throw new Refusal(Errno.EEXIST, "8021q: VLAN device already exists");
    }
    for (LinkChange each : link.with()) {
      if (each instanceof LinkChange.Mtu mtu && mtu.bytes() > real.mtu) {
        throw new Refusal(Errno.EINVAL);
      }
    }
    NetDevice dev = link.register(world, driver, made -> prepare(made, real));
    Stack.link(real, dev);
    LinkState.followCarrier(world, dev, real);
    world.linkWatch().fire(world, dev);
    real.vlans = real.vlans.with(kind.protocol(), kind.id(), dev.id);
    return dev;
  }

  private static NetDevice prepare(NetDevice dev, NetDevice real) {
    dev.flags = real.flags & SETTINGS_OF_LINK;
    dev.mac = real.mac;
    dev.set(NetDevice.ADDRESS_STOLEN);
    dev.broadcast = real.broadcast;
    dev.mtu = real.mtu;
    dev.carrier = real.carrier;
    return dev;
  }

  @Override
  public Driver copy() {
    return this;
  }

  @Override
  public LinkKind kind(World world, NetDevice dev) {
    return new LinkKind.Vlan(Lower.name(world, dev, real), vlanId, protocol);
  }

  @Override
  public int linkedDevice() {
    return real;
  }

  @Override
  public boolean filtersOnLower() {
    return true;
  }

  @Override
  public int minMtu() {
    return 0;
  }

  @Override
  public int speed(World world) {
    return world.device(real).driver.speed(world);
  }

  /** vlan_dev_open. */
  @Override
  public void open(World world, NetDevice dev) throws Refusal {
    NetDevice lower = world.device(real);
    if (!lower.isUp()) {
      throw new Refusal(Errno.ENETDOWN);
    }
    inheritAddress(world, dev, lower);
    if (lower.carrier) {
      LinkState.carrierOn(world, dev);
    }
  }

  @Override
  public void stop(World world, NetDevice dev) {
    LinkState.carrierOff(world, dev);
  }

  /** vlan_dev_change_mtu. */
  @Override
  public void changeMtu(World world, NetDevice dev, int mtu) throws Refusal {
    if (world.device(real).mtu < mtu) {
      throw new Refusal(Errno.ERANGE);
    }
    dev.mtu = mtu;
  }

  private static void inheritAddress(World world, NetDevice dev, NetDevice lower) {
    if (dev.is(NetDevice.ADDRESS_STOLEN) && !dev.mac.equals(lower.mac)) {
      Mac old = dev.mac;
      dev.mac = lower.mac;
      Notify.changeAddress(world, dev, old);
    }
  }

  /** vlan_device_event: it goes up and down with its link, and dies with it. */
  @Override
  public void lowerEvent(World world, NetDevice dev, NetDevice lower, DeviceEvent event) {
    switch (event) {
      case CHANGE -> LinkState.followCarrier(world, dev, lower);
      case CHANGE_ADDRESS -> {
        if (dev.isUp()) {
          inheritAddress(world, dev, lower);
        }
      }
      case CHANGE_MTU -> Lower.limitMtu(world, dev, lower);
      case DOWN -> {
        if (dev.isUp()) {
          LinkState.close(world, dev);
          LinkState.followCarrier(world, dev, lower);
        }
      }
      case UP -> takeUp(world, dev, lower);
      case UNREGISTER -> Lower.dieWith(world, dev, lower);
    }
  }

  private static void takeUp(World world, NetDevice dev, NetDevice lower) {
    if (!dev.isUp()) {
      Refusal.resultOf(() -> LinkState.open(world, dev));
      LinkState.followCarrier(world, dev, lower);
    }
  }

  @Override
  public void unregistered(World world, NetDevice dev) {
    if (world.hasDevice(real)) {
      NetDevice lower = world.device(real);
      lower.vlans = lower.vlans.without(protocol, vlanId);
      Stack.unlink(lower, dev);
    }
  }

  /** vlan_dev_hard_start_xmit. */
  @Override
  public Stage transmit(World world, NetDevice dev, Skb skb) {
    Transmit.count(dev, skb.frame);
    Frame frame = skb.frame.vlan().isNone() ? skb.frame : InnerTag.pushed(skb.frame);
    skb.frame = frame.withVlan(tag);
    skb.dev = real;
    if (world.tracing()) {
      world
          .trace()
          .passed(
              skb,
              "vlan_dev_hard_start_xmit",
              "vlan.tagged",
              dev.name,
              vlanId,
              world.device(real).name);
    }
    return Stage.TRANSMIT;
  }
}
