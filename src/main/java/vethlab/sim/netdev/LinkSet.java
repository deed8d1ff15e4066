package vethlab.sim.netdev;

import java.util.List;
import java.util.Optional;
import vethlab.op.Errno;
import vethlab.op.LinkChange;
import vethlab.op.LinkFlags;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.World;
import vethlab.sim.bridge.BridgeSettings;
import vethlab.sim.ipv4.InetEvents;
import vethlab.wire.Mac;

/** Changes to a link in the kernel's order: net/core/rtnetlink.c do_setlink. */
final class LinkSet {
  private static final int SWITCHES =
      LinkFlags.NOARP | LinkFlags.MULTICAST | LinkFlags.ALLMULTI | LinkFlags.PROMISC;

  private final World world;
  private final NetDevice dev;
  private final List<LinkChange> changes;

  private LinkSet(World world, NetDevice dev, List<LinkChange> changes) {
    this.world = world;
    this.dev = dev;
    this.changes = changes;
  }

  /** Makes the changes until the first that is refused. */
  static void apply(World world, NetDevice dev, List<LinkChange> changes) throws Refusal {
    new LinkSet(world, dev, changes).apply();
  }

  private void apply() throws Refusal {
    BridgeSettings.apply(world, dev, changes);
    for (LinkChange.OfKind each : of(LinkChange.OfKind.class)) {
      dev.driver.reconfigure(world, dev, each.kind());
    }
    move();
    for (LinkChange.Address each : of(LinkChange.Address.class)) {
      setAddress(world, dev, each.mac());
    }
    for (LinkChange.Mtu each : of(LinkChange.Mtu.class)) {
      setMtu(world, dev, each.bytes());
    }
    for (LinkChange.Group each : of(LinkChange.Group.class)) {
      dev.group = each.group();
    }
    for (LinkChange.Rename each : of(LinkChange.Rename.class)) {
      rename(each.name());
    }
    for (LinkChange.Alias each : of(LinkChange.Alias.class)) {
      setAlias(each.text());
    }
    for (LinkChange.Broadcast each : of(LinkChange.Broadcast.class)) {
      dev.broadcast = each.mac();
      Notify.changeAddress(world, dev, dev.mac);
    }
    changeFlags();
    changeMaster();
    for (LinkChange.Carrier each : of(LinkChange.Carrier.class)) {
      dev.driver.changeCarrier(world, dev, each.on());
    }
    for (LinkChange.TxQueueLength each : of(LinkChange.TxQueueLength.class)) {
      dev.txQueueLength = each.packets();
    }
    for (LinkChange.AddrGenMode each : of(LinkChange.AddrGenMode.class)) {
      dev.addrGenMode = each.mode();
    }
    NetnsIds.shown(world, dev);
  }

  private <T extends LinkChange> List<T> of(Class<T> type) {
    return changes.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private void move() throws Refusal {
    for (LinkChange.MoveTo each : of(LinkChange.MoveTo.class)) {
      Netns to = world.netns(each.ns()).orElseThrow(() -> new Refusal(Errno.EINVAL));
      Optional<String> pattern =
          of(LinkChange.Rename.class).stream().map(LinkChange.Rename::name).findFirst();
      int index = of(LinkChange.Index.class).stream().mapToInt(LinkChange.Index::ifindex).sum();
      LinkMove.move(world, dev, to, pattern, index);
    }
  }

  /** dev_set_mac_address. */
  static void setAddress(World world, NetDevice dev, Mac mac) throws Refusal {
    Mac old = dev.mac;
    dev.driver.setAddress(world, dev, mac);
    dev.set(NetDevice.ADDRESS_SET);
    dev.clear(NetDevice.ADDRESS_STOLEN);
    LinkState.refreshFilters(world, dev);
    LinkState.refreshLower(world, dev);
    Notify.changeAddress(world, dev, old);
  }

  /** dev_set_mtu. */
  static void setMtu(World world, NetDevice dev, int mtu) throws Refusal {
    if (mtu == dev.mtu) {
      return;
    }
    checkMtu(dev.driver, mtu);
    int old = dev.mtu;
    dev.driver.changeMtu(world, dev, mtu);
    Notify.changeMtu(world, dev, old);
  }

  /** dev_validate_mtu. */
  static void checkMtu(Driver driver, int mtu) throws Refusal {
    if (mtu < 0 || mtu < driver.minMtu()) {
      throw new Refusal(Errno.EINVAL, "mtu less than device minimum");
    }
    if (driver.maxMtu() > 0 && mtu > driver.maxMtu()) {
      throw new Refusal(Errno.EINVAL, "mtu greater than device maximum");
    }
  }

  /** dev_change_name; a link that is up may be renamed too. */
  private void rename(String wanted) throws Refusal {
    if (wanted.equals(dev.name)) {
      return;
    }
    String old = dev.name;
    world
        .inventory()
        .renameDevice(world, dev, LinkNames.get(world, world.netns(dev.netns), wanted));
    InetEvents.deviceRenamed(world, dev, old);
  }

  private void setAlias(String text) throws Refusal {
    if (text.length() >= 256) {
      throw new Refusal(Errno.EINVAL);
    }
    dev.alias = text;
  }

  /** dev_change_flags: up or down, and the switches. */
  private void changeFlags() throws Refusal {
    int before = dev.flags & SWITCHES;
    for (LinkChange each : changes) {
      switch (each) {
        case LinkChange.Arp arp -> flag(LinkFlags.NOARP, !arp.on());
        case LinkChange.Multicast multicast -> flag(LinkFlags.MULTICAST, multicast.on());
        default -> {}
      }
    }
    for (LinkChange each : lastOfUpAndDown()) {
      if (each instanceof LinkChange.Up) {
        LinkState.open(world, dev);
      } else {
        LinkState.close(world, dev);
      }
    }
    for (LinkChange each : changes) {
      switch (each) {
        case LinkChange.Promisc promisc -> askForPromiscuity(promisc.on());
        case LinkChange.AllMulticast all -> askForAllMulticast(all.on());
        default -> {}
      }
    }
    int changed = before ^ dev.flags;
    if ((changed & (LinkFlags.NOARP | LinkFlags.MULTICAST)) != 0 && dev.isUp()) {
      Notify.change(world, dev);
    }
    if ((changed & LinkFlags.NOARP) != 0 && dev.isUp()) {
      InetEvents.arpSwitched(world, dev);
    }
  }

  /** They are one bit of the request. */
  private List<LinkChange> lastOfUpAndDown() {
    List<LinkChange> both =
        changes.stream()
            .filter(each -> each instanceof LinkChange.Up || each instanceof LinkChange.Down)
            .toList();
    return both.subList(Math.max(0, both.size() - 1), both.size());
  }

  private void flag(int bit, boolean on) {
    dev.flags = on ? dev.flags | bit : dev.flags & ~bit;
  }

  private void askForPromiscuity(boolean on) {
    if (((dev.flags & LinkFlags.PROMISC) != 0) != on) {
      flag(LinkFlags.PROMISC, on);
      LinkState.addPromiscuity(world, dev, on ? 1 : -1);
    }
  }

  private void askForAllMulticast(boolean on) {
    if (((dev.flags & LinkFlags.ALLMULTI) != 0) != on) {
      flag(LinkFlags.ALLMULTI, on);
      dev.allMulticast += on ? 1 : -1;
    }
  }

  /** do_set_master. */
  private void changeMaster() throws Refusal {
    for (LinkChange each : changes) {
      switch (each) {
        case LinkChange.Master master -> {
          NetDevice to =
              world
                  .device(world.netns(dev.netns), master.link())
                  .orElseThrow(() -> new Refusal(Errno.EINVAL));
          setMaster(world, dev, to);
        }
        case LinkChange.NoMaster no -> release(world, dev);
        default -> {}
      }
    }
  }

  static void setMaster(World world, NetDevice dev, NetDevice to) throws Refusal {
    if (dev.master == to.id) {
      return;
    }
    release(world, dev);
    to.driver.enslave(world, to, dev);
  }

  static void release(World world, NetDevice dev) throws Refusal {
    if (dev.master != Skb.NO_DEVICE) {
      NetDevice from = world.device(dev.master);
      from.driver.release(world, from, dev);
    }
  }
}
