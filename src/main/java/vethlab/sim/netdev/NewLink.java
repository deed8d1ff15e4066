package vethlab.sim.netdev;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vethlab.op.Errno;
import vethlab.op.LinkChange;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.ipv4.InetEvents;
import vethlab.wire.Mac;

/**
 * A link that is being made, with what is given at birth: net/core/rtnetlink.c rtnl_create_link,
 * net/core/dev.c register_netdevice.
 *
 * @param netns where it is to live
 * @param name or a pattern such as {@code veth%d}
 */
record NewLink(Netns netns, String name, List<LinkChange> with) {

  <T extends LinkChange> Optional<T> given(Class<T> type) {
    for (LinkChange each : with) {
      if (type.isInstance(each)) {
        return Optional.of(type.cast(each));
      }
    }
    return Optional.empty();
  }

  boolean givenAddress() {
    return given(LinkChange.Address.class).isPresent();
  }

  boolean givenMtu() {
    return given(LinkChange.Mtu.class).isPresent();
  }

  /** What rtnl_create_link refuses before anything is made. */
  void check(Driver driver) throws Refusal {
    Optional<LinkChange.Queues> queues = given(LinkChange.Queues.class);
    if (queues.isPresent()) {
      checkQueues(queues.get().transmit(), "transmit");
      checkQueues(queues.get().receive(), "receive");
    }
    Optional<LinkChange.Mtu> mtu = given(LinkChange.Mtu.class);
    if (mtu.isPresent()) {
      LinkSet.checkMtu(driver, mtu.get().bytes());
    }
  }

  /** 0: not given. */
  private static void checkQueues(int queues, String which) throws Refusal {
    if (queues < 0 || queues > 4096) {
      throw new Refusal(Errno.EINVAL, "Invalid number of " + which + " queues");
    }
  }

  /** The kernel's ether validators: a group or zero address cannot be a link's own. */
  void checkAddress() throws Refusal {
    Optional<LinkChange.Address> address = given(LinkChange.Address.class);
    if (address.isPresent()
        && (address.get().mac().isMulticast() || address.get().mac().isZero())) {
      throw new Refusal(Errno.EADDRNOTAVAIL);
    }
  }

  /** register_netdevice: from now on the link is in its namespace, down. */
  NetDevice register(World world, Driver driver) throws Refusal {
    return register(world, driver, dev -> dev);
  }

  /**
   * @param prepare sets the fields that are the kind's before anybody hears of the link
   */
  NetDevice register(World world, Driver driver, Function<NetDevice, NetDevice> prepare)
      throws Refusal {
    String free = LinkNames.get(world, netns, name);
    int index = given(LinkChange.Index.class).map(LinkChange.Index::ifindex).orElse(0);
    if (index != 0 && netns.devices.has(index)) {
      throw new Refusal(Errno.EBUSY);
    }
    NetDevice dev = world.inventory().addDevice(world, netns, free, driver, index);
    dev.mac = randomMac(world);
    dev = prepare.apply(dev);
    for (LinkChange each : with) {
      give(dev, each);
    }
    driver.registered(world, dev);
    InetEvents.deviceAdded(world, dev);
    if (!dev.carrier) {
      world.linkWatch().fire(world, dev);
    }
    return dev;
  }

  private static void give(NetDevice dev, LinkChange change) {
    switch (change) {
      case LinkChange.Address address -> {
        dev.mac = address.mac();
        dev.set(NetDevice.ADDRESS_SET);
        dev.clear(NetDevice.ADDRESS_STOLEN);
      }
      case LinkChange.Broadcast broadcast -> dev.broadcast = broadcast.mac();
      case LinkChange.Mtu mtu -> dev.mtu = mtu.bytes();
      case LinkChange.TxQueueLength length -> dev.txQueueLength = length.packets();
      case LinkChange.Group group -> dev.group = group.group();
      case LinkChange.AddrGenMode mode -> dev.addrGenMode = mode.mode();
      case LinkChange.Queues queues -> {
        dev.txQueues = queues.transmit() == 0 ? dev.txQueues : queues.transmit();
        dev.rxQueues = queues.receive() == 0 ? dev.rxQueues : queues.receive();
      }
      default -> {}
    }
  }

  /** eth_hw_addr_random: locally administered, no group. Never one of the numbered addresses. */
  static Mac randomMac(World world) {
    long bits = world.nextRandom() & 0xfcff_ffff_ffffL | 0x0210_0000_0000L;
    return new Mac(bits & 0xfeff_ffff_ffffL);
  }
}
