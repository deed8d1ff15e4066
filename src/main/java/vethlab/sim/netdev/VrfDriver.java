package vethlab.sim.netdev;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import vethlab.op.Errno;
import vethlab.op.LinkFlags;
import vethlab.op.LinkKind;
import vethlab.op.Op;
import vethlab.op.OperState;
import vethlab.op.Rule;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.fib.RouteViews;
import vethlab.sim.fib.RuleControl;
import vethlab.sim.ipv4.InetEvents;
import vethlab.sim.trace.DropReason;

/**
 * A vrf: the links that belong to it route by its table. drivers/net/vrf.c; the routing itself is
 * in fib.L3Master. Not modelled: what is sent through the device by a packet socket, its counters.
 */
public final class VrfDriver implements Driver {
  private static final int MTU = 65575;
  private static final int RULE_PRIORITY = 1000;
  private static final int PROTO_KERNEL = 2;

  private final int table;

  private VrfDriver(int table) {
    this.table = table;
  }

  /** vrf_newlink; the first vrf of a namespace brings the rule that asks the vrfs' tables. */
  static NetDevice make(World world, NewLink link, LinkKind.Vrf kind) throws Refusal {
    VrfDriver driver = new VrfDriver(kind.table());
    link.check(driver);
    if (kind.table() == 0) {
      throw new Refusal(Errno.EINVAL, "Invalid VRF table id");
    }
    NetDevice dev = link.register(world, driver, VrfDriver::prepare);
    addRule(world, link.netns());
    return dev;
  }

  private static NetDevice prepare(NetDevice dev) {
    dev.flags = LinkFlags.MASTER | LinkFlags.NOARP;
    dev.mtu = MTU;
    dev.operState = OperState.UP;
    return dev;
  }

  private static void addRule(World world, Netns netns) {
    for (Rule each : RouteViews.rules(world, netns)) {
      if (each.l3mdev()) {
        return;
      }
    }
    Rule rule =
        new Rule(
            OptionalLong.of(RULE_PRIORITY),
            false,
            Optional.empty(),
            Optional.empty(),
            0,
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            new Rule.Action.Lookup(0),
            PROTO_KERNEL,
            OptionalInt.empty(),
            true);
    RuleControl.add(world, netns, new Op.RuleAdd(netns.ns, rule));
  }

  @Override
  public Driver copy() {
    return this;
  }

  @Override
  public LinkKind kind(World world, NetDevice dev) {
    return new LinkKind.Vrf(table);
  }

  @Override
  public int routingTable() {
    return table;
  }

  @Override
  public int minMtu() {
    return 1280;
  }

  @Override
  public int maxMtu() {
    return MTU;
  }

  @Override
  public boolean movable() {
    return false;
  }

  /** do_vrf_add_slave; a link that is up goes down and up, so that its routes move. */
  @Override
  public void enslave(World world, NetDevice dev, NetDevice slave) throws Refusal {
    if (slave.isLoopback()) {
      throw new Refusal(Errno.EOPNOTSUPP, "Can not enslave loopback device to a VRF");
    }
    if (slave.driver instanceof VrfDriver) {
      throw new Refusal(Errno.EINVAL, "Can not enslave an L3 master device to a VRF");
    }
    if (slave.master != Skb.NO_DEVICE) {
      throw new Refusal(Errno.EBUSY);
    }
    slave.master = dev.id;
    InetEvents.l3MasterChanged(world, slave);
    cycle(world, slave);
  }

  @Override
  public void release(World world, NetDevice dev, NetDevice slave) throws Refusal {
    slave.master = Skb.NO_DEVICE;
    InetEvents.l3MasterChanged(world, slave);
    cycle(world, slave);
  }

  /** cycle_netdev. */
  private static void cycle(World world, NetDevice slave) throws Refusal {
    if (slave.isUp()) {
      LinkState.close(world, slave);
      LinkState.open(world, slave);
    }
  }

  @Override
  public void slaveEvent(World world, NetDevice dev, NetDevice slave, DeviceEvent event) {
    if (event == DeviceEvent.UNREGISTER) {
      slave.master = Skb.NO_DEVICE;
    }
  }

  /** vrf_dellink: it lets go of its links. */
  @Override
  public void delete(World world, NetDevice dev, List<NetDevice> dying) throws Refusal {
    for (NetDevice each : world.netns(dev.netns).devices(world)) {
      if (each.master == dev.id) {
        release(world, dev, each);
      }
    }
    dying.add(dev);
  }

  /** vrf_xmit: what is for this machine itself comes in again at once, unseen by taps. */
  @Override
  public Stage transmit(World world, NetDevice dev, Skb skb) {
    if (skb.route.isLocal()) {
      return localTransmit(dev, skb);
    }
    dev.txDropped++;
    return world.drop(skb, DropReason.NOT_SPECIFIED, "vrf_xmit", "vrf.not-a-wire", dev.name);
  }

  /** vrf_local_xmit. */
  private static Stage localTransmit(NetDevice dev, Skb skb) {
    skb.inDev = dev.id;
    skb.outDev = Skb.NO_DEVICE;
    skb.flags = Skb.LOOPED_BACK;
    return Stage.IP_RECEIVE;
  }
}
