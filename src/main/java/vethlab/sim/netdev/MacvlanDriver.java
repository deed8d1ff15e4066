package vethlab.sim.netdev;

import vethlab.op.Errno;
import vethlab.op.FdbSpec;
import vethlab.op.LinkChange;
import vethlab.op.LinkKind;
import vethlab.op.Op;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.trace.DropReason;
import vethlab.wire.Frame;
import vethlab.wire.Mac;

/**
 * A macvlan: another Ethernet address on a link. drivers/net/macvlan.c. What arrives at the link is
 * in {@link MacvlanPort}. Not modelled: mode source, the broadcast queue's delay.
 */
public final class MacvlanDriver implements Driver {
  /** How macvlans of one link see each other: the bits of MACVLAN_MODE_. */
  enum Mode {
    PRIVATE,
    VEPA,
    BRIDGE,
    PASSTHRU;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Mode of(String word) throws Refusal {
      for (Mode each : values()) {
        if (each.word().equals(word)) {
          return each;
        }
      }
      throw new Refusal(Errno.EINVAL);
    }
  }

  /** The link below (NetDevice id). */
  final int lower;

  final Mode mode;

  private MacvlanDriver(int lower, Mode mode) {
    this.lower = lower;
    this.mode = mode;
  }

  /** macvlan_common_newlink. */
  static NetDevice make(World world, Netns from, NewLink link, LinkKind.Macvlan kind)
      throws Refusal {
    if (kind.parent().isEmpty()) {
      throw new Refusal(Errno.EINVAL);
    }
    NetDevice named =
        world.device(from, kind.parent()).orElseThrow(() -> new Refusal(Errno.ENODEV));
    NetDevice lower =
        named.driver instanceof MacvlanDriver other ? world.device(other.lower) : named;
    Mode mode = Mode.of(kind.mode().isEmpty() ? "vepa" : kind.mode());
    MacvlanDriver driver = new MacvlanDriver(lower.id, mode);
    link.check(driver);
    for (LinkChange each : link.with()) {
      if (each instanceof LinkChange.Mtu mtu && mtu.bytes() > lower.mtu) {
        throw new Refusal(Errno.EINVAL);
      }
    }
    if (lower.isLoopback()) {
      throw new Refusal(Errno.EINVAL);
    }
    if (lower.rxHandler != RxHandler.NONE && !(lower.rxHandler instanceof MacvlanPort)) {
      throw new Refusal(Errno.EBUSY);
    }
    boolean first = lower.rxHandler == RxHandler.NONE;
    if (MacvlanPort.isPassthru(world, lower) || (mode == Mode.PASSTHRU && !first)) {
      throw new Refusal(Errno.EINVAL);
    }
    NetDevice dev = link.register(world, driver, made -> prepare(made, lower, mode));
    lower.rxHandler = MacvlanPort.INSTANCE;
    Stack.link(lower, dev);
    LinkState.followCarrier(world, dev, lower);
    world.linkWatch().fire(world, dev);
    return dev;
  }

  private static NetDevice prepare(NetDevice dev, NetDevice lower, Mode mode) {
    dev.mtu = lower.mtu;
    dev.carrier = lower.carrier;
    if (mode == Mode.PASSTHRU) {
      dev.mac = lower.mac;
    }
    return dev;
  }

  @Override
  public Driver copy() {
    return this;
  }

  @Override
  public LinkKind kind(World world, NetDevice dev) {
    return new LinkKind.Macvlan(Lower.name(world, dev, lower), mode.word());
  }

  /** macvlan_changelink: passthru is neither taken up nor left. */
  @Override
  public void reconfigure(World world, NetDevice dev, LinkKind kind) throws Refusal {
    if (!(kind instanceof LinkKind.Macvlan macvlan)) {
      throw new Refusal(Errno.EOPNOTSUPP);
    }
    Mode wanted = Mode.of(macvlan.mode());
    if ((wanted == Mode.PASSTHRU) != (mode == Mode.PASSTHRU)) {
      throw new Refusal(Errno.EINVAL);
    }
    dev.driver = new MacvlanDriver(lower, wanted);
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
  public boolean filtersOnLower() {
    return mode != Mode.PASSTHRU;
  }

  @Override
  public boolean filtersUnicast() {
    return true;
  }

  @Override
  public void changeMtu(World world, NetDevice dev, int mtu) throws Refusal {
    if (world.device(lower).mtu < mtu) {
      throw new Refusal(Errno.EINVAL);
    }
    dev.mtu = mtu;
  }

  /** macvlan_open. */
  @Override
  public void open(World world, NetDevice dev) throws Refusal {
    NetDevice below = world.device(lower);
    if (mode == Mode.PASSTHRU) {
      LinkState.addPromiscuity(world, below, 1);
    } else if (isBusy(world, below, dev, dev.mac)) {
      throw new Refusal(Errno.EADDRINUSE);
    }
  }

  @Override
  public void stop(World world, NetDevice dev) {
    if (mode == Mode.PASSTHRU && world.hasDevice(lower)) {
      LinkState.addPromiscuity(world, world.device(lower), -1);
    }
  }

  /** macvlan_addr_busy: the link's own address, or that of another macvlan that is up. */
  private static boolean isBusy(World world, NetDevice below, NetDevice self, Mac mac) {
    if (below.mac.equals(mac)) {
      return true;
    }
    for (int id : below.uppers) {
      NetDevice other = world.device(id);
      if (other != self
          && other.isUp()
          && other.driver instanceof MacvlanDriver
          && other.mac.equals(mac)) {
        return true;
      }
    }
    return false;
  }

  /** macvlan_set_mac_address. */
  @Override
  public void setAddress(World world, NetDevice dev, Mac mac) throws Refusal {
    if (mac.isMulticast() || mac.isZero()) {
      throw new Refusal(Errno.EADDRNOTAVAIL);
    }
    if (dev.mac.equals(mac)) {
      return;
    }
    if (mode == Mode.PASSTHRU) {
      LinkSet.setAddress(world, world.device(lower), mac);
      return;
    }
    if (isBusy(world, world.device(lower), dev, mac)) {
      throw new Refusal(Errno.EADDRINUSE);
    }
    dev.mac = mac;
  }

  /** macvlan_device_event. */
  @Override
  public void lowerEvent(World world, NetDevice dev, NetDevice below, DeviceEvent event) {
    switch (event) {
      case UP, DOWN, CHANGE -> LinkState.followCarrier(world, dev, below);
      case CHANGE_MTU -> Lower.limitMtu(world, dev, below);
      case CHANGE_ADDRESS -> {
        if (mode == Mode.PASSTHRU) {
          dev.mac = below.mac;
        }
      }
      case UNREGISTER -> Lower.dieWith(world, dev, below);
    }
  }

  @Override
  public void unregistered(World world, NetDevice dev) {
    if (world.hasDevice(lower)) {
      NetDevice below = world.device(lower);
      Stack.unlink(below, dev);
      if (!MacvlanPort.hasMacvlans(world, below)) {
        below.rxHandler = RxHandler.NONE;
      }
    }
  }

  /** macvlan_fdb_add: stations only in passthru mode. */
  @Override
  public void addFdb(World world, NetDevice dev, FdbSpec entry, Op.FdbVerb verb) throws Refusal {
    if ((mode != Mode.PASSTHRU && !entry.mac().isMulticast()) || verb == Op.FdbVerb.REPLACE) {
      throw new Refusal(Errno.EOPNOTSUPP);
    }
    DeviceAddresses.add(world, dev, entry.mac());
  }

  /** macvlan_queue_xmit: straight to a sister in bridge mode, else out by the link. */
  @Override
  public Stage transmit(World world, NetDevice dev, Skb skb) {
    Transmit.count(dev, skb.frame);
    NetDevice below = world.device(lower);
    if (mode == Mode.BRIDGE) {
      if (skb.frame.dst().isMulticast()) {
        int counted = skb.frame.length() + Frame.HEADER_LENGTH;
        MacvlanPort.broadcast(world, below, skb, dev.id, counted, Mode.BRIDGE);
      } else {
        NetDevice sister = MacvlanPort.find(world, below, skb.frame.dst());
        if (sister != below && ((MacvlanDriver) sister.driver).mode == Mode.BRIDGE) {
          return MacvlanPort.forward(world, below, skb);
        }
      }
    }
    skb.dev = lower;
    if (world.tracing()) {
      world.trace().passed(skb, "macvlan_queue_xmit", "macvlan.out", dev.name, below.name);
    }
    return Stage.TRANSMIT;
  }

  static Stage dropTooLarge(World world, NetDevice to, Skb skb) {
    to.rxDropped++;
    return world.drop(
        skb,
        DropReason.NOT_SPECIFIED,
        "dev_forward_skb",
        "veth.peer-mtu",
        to.name,
        to.mtu,
        skb.frame.length() - 14);
  }
}
