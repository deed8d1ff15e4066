package vethlab.sim.netdev;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vethlab.op.Errno;
import vethlab.op.FdbSpec;
import vethlab.op.LinkChange;
import vethlab.op.LinkKind;
import vethlab.op.Op;
import vethlab.op.view.FdbView;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.wire.Ip4;
import vethlab.wire.Vxlan;

/**
 * A vxlan: Ethernet frames inside UDP. drivers/net/vxlan/vxlan_core.c; the frames themselves are in
 * {@link VxlanSend} and {@link VxlanReceive}, its table in {@link VxlanFdb}. Not modelled: IPv6,
 * metadata mode, GBP, GPE, proxies for ARP.
 */
public final class VxlanDriver implements Driver {
  /** Outer IPv4, UDP and VXLAN headers and the inner Ethernet header. */
  static final int HEADROOM = 20 + 8 + Vxlan.HEADER_LENGTH + 14;

  private static final int MOST_VNI = 1 << 24;

  final int vni;

  /** The underlying link (NetDevice id), 0 where the routes decide. */
  final int lower;

  final Ip4 remote;
  final Ip4 local;
  final int port;
  final int ttl;
  final boolean learning;

  /** Where its UDP socket lives, even after the device has moved (Netns id). */
  final int socketNetns;

  final VxlanFdb fdb;

  private VxlanDriver(
      int vni,
      int lower,
      Ip4 remote,
      Ip4 local,
      int port,
      int ttl,
      boolean learning,
      int socketNetns,
      VxlanFdb fdb) {
    this.vni = vni;
    this.lower = lower;
    this.remote = remote;
    this.local = local;
    this.port = port;
    this.ttl = ttl;
    this.learning = learning;
    this.socketNetns = socketNetns;
    this.fdb = fdb;
  }

  /** vxlan_validate. */
  static void validate(NewLink link, LinkKind.Vxlan kind) throws Refusal {
    for (LinkChange each : link.with()) {
      if (each instanceof LinkChange.Address address
          && (address.mac().isMulticast() || address.mac().isZero())) {
        throw new Refusal(Errno.EADDRNOTAVAIL, "Provided Ethernet address is not unicast");
      }
      if (each instanceof LinkChange.Mtu mtu && (mtu.bytes() < 68 || mtu.bytes() > 65535)) {
        throw new Refusal(Errno.EINVAL, "MTU must be between 68 and 65535");
      }
    }
    if (kind.vni() < 0 || kind.vni() >= MOST_VNI) {
      throw new Refusal(Errno.ERANGE, "VXLAN ID must be lower than 16777216");
    }
  }

  /** vxlan_newlink. */
  static NetDevice make(World world, Netns from, NewLink link, LinkKind.Vxlan kind) throws Refusal {
    Ip4 remote = kind.remote().orElse(Ip4.ANY);
    Ip4 local = kind.local().orElse(Ip4.ANY);
    int port = kind.port() == 0 ? Vxlan.LINUX_PORT : kind.port();
    if (local.isMulticast()) {
      throw new Refusal(Errno.EINVAL, "Local address cannot be multicast");
    }
    int lower = Skb.NO_DEVICE;
    if (kind.dev().isPresent()) {
      lower =
          world
              .device(from, kind.dev().get())
              .orElseThrow(
                  () -> new Refusal(Errno.ENODEV, "Invalid local interface, device not found"))
              .id;
    } else if (remote.isMulticast()) {
      throw new Refusal(Errno.EINVAL, "Local interface required for multicast remote destination");
    }
    if (isVniTaken(world, from, kind.vni(), port)) {
      throw new Refusal(Errno.EEXIST, "A VXLAN device with the specified VNI already exists");
    }
    VxlanDriver driver =
        new VxlanDriver(
            kind.vni(),
            lower,
            remote,
            local,
            port,
            kind.ttl().orElse(0),
            kind.learning(),
            from.id,
            new VxlanFdb());
    link.check(driver);
    int below = lower;
    NetDevice dev = link.register(world, driver, made -> prepare(world, made, below));
    if (below != Skb.NO_DEVICE) {
      int most = world.device(below).mtu - HEADROOM;
      dev.mtu = Math.min(dev.mtu, Math.max(68, most));
      Stack.link(world.device(below), dev);
    }
    if (!remote.isAny()) {
      driver.fdb.addDefault(driver, world.now());
    }
    return dev;
  }

  private static NetDevice prepare(World world, NetDevice dev, int lower) {
    if (lower != Skb.NO_DEVICE) {
      dev.mtu = Math.max(68, world.device(lower).mtu - HEADROOM);
    }
    return dev;
  }

  private static boolean isVniTaken(World world, Netns netns, int vni, int port) {
    for (NetDevice each : world.inventory().allDevices()) {
      if (each.driver instanceof VxlanDriver other
          && other.socketNetns == netns.id
          && other.vni == vni
          && other.port == port) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Driver copy() {
    return new VxlanDriver(vni, lower, remote, local, port, ttl, learning, socketNetns, fdb.copy());
  }

  /** The UDP ports on which vxlans listen in a namespace. */
  public static List<Integer> openPorts(World world, Netns netns) {
    return Arrays.stream(netns.vxlans)
        .mapToObj(id -> ((VxlanDriver) world.device(id).driver).port)
        .distinct()
        .toList();
  }

  @Override
  public int speed(World world) {
    return lower != Skb.NO_DEVICE && world.hasDevice(lower)
        ? world.device(lower).driver.speed(world)
        : 0;
  }

  @Override
  public LinkKind kind(World world, NetDevice dev) {
    Optional<String> via =
        lower != Skb.NO_DEVICE && world.hasDevice(lower)
            ? Optional.of(world.device(lower).name)
            : Optional.empty();
    return new LinkKind.Vxlan(
        vni,
        via,
        given(remote),
        given(local),
        port,
        ttl == 0 ? OptionalInt.empty() : OptionalInt.of(ttl),
        learning);
  }

  private static Optional<Ip4> given(Ip4 ip) {
    return ip.isAny() ? Optional.empty() : Optional.of(ip);
  }

  @Override
  public int linkNetns(World world, NetDevice dev) {
    return world.hasNetns(socketNetns) ? socketNetns : dev.netns;
  }

  /** vxlan_change_mtu. */
  @Override
  public void changeMtu(World world, NetDevice dev, int mtu) throws Refusal {
    if (lower != Skb.NO_DEVICE
        && world.hasDevice(lower)
        && mtu > world.device(lower).mtu - HEADROOM) {
      throw new Refusal(Errno.EINVAL);
    }
    dev.mtu = mtu;
  }

  /** vxlan_open: its socket opens. */
  @Override
  public void open(World world, NetDevice dev) throws Refusal {
    if (!world.hasNetns(socketNetns)) {
      throw new Refusal(Errno.EINVAL);
    }
    VxlanSockets.open(world, this, dev);
  }

  /** vxlan_stop: its socket closes, what it has learnt is forgotten. */
  @Override
  public void stop(World world, NetDevice dev) {
    VxlanSockets.close(world, this, dev);
    fdb.forgetLearnt();
  }

  @Override
  public void lowerEvent(World world, NetDevice dev, NetDevice below, DeviceEvent event) {
    if (event == DeviceEvent.UNREGISTER && !dev.isUnregistering()) {
      LinkDelete.unregister(world, new java.util.ArrayList<>(List.of(dev)));
    }
  }

  @Override
  public void unregistered(World world, NetDevice dev) {
    if (lower != Skb.NO_DEVICE && world.hasDevice(lower)) {
      Stack.unlink(world.device(lower), dev);
    }
  }

  @Override
  public boolean dumpsFdb() {
    return true;
  }

  @Override
  public void dumpFdb(World world, NetDevice dev, List<FdbView> all) {
    fdb.dump(world, this, dev, all);
  }

  @Override
  public void addFdb(World world, NetDevice dev, FdbSpec entry, Op.FdbVerb verb) throws Refusal {
    fdb.add(world, this, dev, entry, verb);
  }

  @Override
  public void deleteFdb(World world, NetDevice dev, FdbSpec entry) throws Refusal {
    fdb.delete(world, this, dev, entry);
  }

  @Override
  public Stage transmit(World world, NetDevice dev, Skb skb) {
    return VxlanSend.transmit(world, this, dev, skb);
  }
}
