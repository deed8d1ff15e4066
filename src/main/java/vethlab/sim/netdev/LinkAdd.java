package vethlab.sim.netdev;

import java.util.ArrayList;
import java.util.List;
import vethlab.op.Errno;
import vethlab.op.LinkChange;
import vethlab.op.LinkKind;
import vethlab.op.Op;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.bridge.Bridge;

/**
 * A new link: net/core/rtnetlink.c rtnl_newlink. Each kind's own part mirrors its driver's newlink.
 * Links get their Ethernet addresses from a counter rather than at random, as the recorded machines
 * do; the address is set once the link is made.
 */
final class LinkAdd {
  private final World world;
  private final Netns netns;
  private final Op.LinkAdd op;

  private LinkAdd(World world, Netns netns, Op.LinkAdd op) {
    this.world = world;
    this.netns = netns;
    this.op = op;
  }

  static void add(World world, Netns netns, Op.LinkAdd op) throws Refusal {
    new LinkAdd(world, netns, op).add();
  }

  private void add() throws Refusal {
    Netns target = target(op.with());
    NewLink link = new NewLink(target, name(), op.with());
    validate(link);
    if (world.device(target, op.name()).isPresent() || indexIsTaken(target)) {
      throw new Refusal(Errno.EEXIST);
    }
    NetDevice dev = make(link);
    try {
      configure(dev, op.with());
    } catch (Refusal refusal) {
      LinkDelete.delete(world, dev);
      throw refusal;
    }
    if (hasNumberedAddress()) {
      giveNextAddress(dev, link.givenAddress(), op.name());
      if (op.kind() instanceof LinkKind.Veth veth && !veth.peer().isEmpty()) {
        NetDevice peer = world.device(dev.driver.linkedDevice());
        boolean given = new NewLink(target, "", veth.peerWith()).givenAddress();
        giveNextAddress(peer, given, veth.peer());
      }
    }
  }

  /** A request that gives an index is about the link of that index, if there is one. */
  private boolean indexIsTaken(Netns target) {
    for (LinkChange each : op.with()) {
      if (each instanceof LinkChange.Index(int ifindex)) {
        return world.inventory().deviceAt(target, ifindex).isPresent();
      }
    }
    return false;
  }

  /** What the kind's validate refuses, before it is asked whether the name is taken. */
  private void validate(NewLink link) throws Refusal {
    switch (op.kind()) {
      case LinkKind.Loopback lo -> {}
      case LinkKind.Unknown unknown -> {}
      case LinkKind.Veth veth -> VethDriver.validate(link);
      case LinkKind.Vlan vlan -> VlanDriver.validate(link, vlan);
      case LinkKind.Vxlan vxlan -> VxlanDriver.validate(link, vxlan);
      default -> link.checkAddress();
    }
  }

  private NetDevice make(NewLink link) throws Refusal {
    return switch (op.kind()) {
      case LinkKind.Veth veth -> VethDriver.make(world, netns, link, veth);
      case LinkKind.Bridge bridge -> Bridge.make(world, link::register, link::check, bridge);
      case LinkKind.Dummy dummy -> DummyDriver.make(world, link);
      case LinkKind.Vlan vlan -> VlanDriver.make(world, netns, link, vlan);
      case LinkKind.Macvlan macvlan -> MacvlanDriver.make(world, netns, link, macvlan);
      case LinkKind.Ipvlan ipvlan -> IpvlanDriver.make(world, netns, link, ipvlan);
      case LinkKind.Vxlan vxlan -> VxlanDriver.make(world, netns, link, vxlan);
      case LinkKind.Vrf vrf -> VrfDriver.make(world, link, vrf);
      case LinkKind.Loopback lo -> throw new Refusal(Errno.EOPNOTSUPP, "Unknown device type");
      case LinkKind.Unknown unknown -> throw new Refusal(Errno.EOPNOTSUPP, "Unknown device type");
    };
  }

  /** rtnl_configure_link and what follows it: flags, then the master. */
  private void configure(NetDevice dev, List<LinkChange> with) throws Refusal {
    List<LinkChange> later = new ArrayList<>();
    for (LinkChange each : with) {
      switch (each) {
        case LinkChange.Up up -> later.add(up);
        case LinkChange.Master master -> later.add(master);
        case LinkChange.Arp arp -> later.add(arp);
        case LinkChange.Multicast multicast -> later.add(multicast);
        case LinkChange.AllMulticast all -> later.add(all);
        case LinkChange.Promisc promisc -> later.add(promisc);
        case LinkChange.Alias alias -> later.add(alias);
        default -> {}
      }
    }
    LinkSet.apply(world, dev, later);
  }

  private Netns target(List<LinkChange> with) throws Refusal {
    for (LinkChange each : with) {
      if (each instanceof LinkChange.MoveTo to) {
        return world.netns(to.ns()).orElseThrow(() -> new Refusal(Errno.EINVAL));
      }
    }
    return netns;
  }

  private String name() {
    return op.name().isEmpty() ? op.kind().word() + "%d" : op.name();
  }

  private boolean hasNumberedAddress() {
    return switch (op.kind()) {
      case LinkKind.Bridge bridge -> false;
      case LinkKind.Vlan vlan -> false;
      case LinkKind.Ipvlan ipvlan -> false;
      default -> !op.name().isEmpty();
    };
  }

  private void giveNextAddress(NetDevice dev, boolean given, String name) throws Refusal {
    if (given) {
      return;
    }
    var next = world.nextAddress();
    if (dev.name.equals(name)) {
      LinkSet.setAddress(world, dev, next);
    }
  }
}
