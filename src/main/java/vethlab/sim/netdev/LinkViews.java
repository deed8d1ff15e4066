package vethlab.sim.netdev;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.op.LinkFlags;
import vethlab.op.Ns;
import vethlab.op.OperState;
import vethlab.op.view.LinkStats;
import vethlab.op.view.LinkView;
import vethlab.op.view.QdiscView;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.World;
import vethlab.sim.bridge.BridgeViews;

/** Pictures of links for the Kernel port: net/core/rtnetlink.c rtnl_fill_ifinfo. */
public final class LinkViews {
  private LinkViews() {}

  public static List<LinkView> links(World world, Netns netns) {
    List<LinkView> all = new ArrayList<>(netns.devices.size());
    Nsids nsids = netns.nsids.copy();
    for (NetDevice dev : netns.devices(world)) {
      all.add(view(world, dev, nsids));
    }
    return all;
  }

  /** One link, asked for by name: the kernel looks whether its carrier has changed. */
  public static LinkView link(World world, NetDevice dev) {
    world.linkWatch().sync(world, dev);
    Nsids nsids = world.netns(dev.netns).nsids;
    int other = dev.driver.linkNetns(world, dev);
    boolean known = other == dev.netns || nsids.of(other).isPresent();
    return view(world, dev, known ? nsids : nsids.copy());
  }

  public static List<QdiscView> qdiscs(World world, Netns netns) {
    List<QdiscView> all = new ArrayList<>();
    for (NetDevice dev : netns.devices(world)) {
      if (dev.hasQdisc()) {
        all.add(dev.qdisc.view(dev));
      }
    }
    return all;
  }

  private static LinkView view(World world, NetDevice dev, Nsids nsids) {
    return new LinkView(
        dev.ifindex,
        dev.name,
        dev.driver.kind(world, dev),
        dev.mac,
        dev.broadcast,
        dev.mtu,
        dev.driver.minMtu(),
        dev.driver.maxMtu(),
        flags(dev),
        dev.isUp() ? dev.operState : OperState.DOWN,
        linkIndex(world, dev),
        linkNetns(world, dev, nsids),
        dev.master == Skb.NO_DEVICE ? "" : world.device(dev.master).name,
        dev.hasQdisc() ? dev.qdisc.name() : "noop",
        dev.txQueueLength,
        dev.promiscuity,
        dev.allMulticast,
        dev.addrGenMode,
        dev.txQueues,
        dev.rxQueues,
        dev.carrierChanges,
        dev.alias,
        dev.group,
        stats(dev),
        BridgeViews.bridge(world, dev),
        BridgeViews.port(world, dev));
  }

  /** dev_get_flags. */
  private static int flags(NetDevice dev) {
    int flags = dev.flags;
    if (dev.isUp()) {
      if (dev.isOperUp()) {
        flags |= LinkFlags.RUNNING;
      }
      if (dev.carrier) {
        flags |= LinkFlags.LOWER_UP;
      }
    }
    return flags;
  }

  /** dev_get_iflink; a link whose other side is elsewhere shows at least its own index. */
  private static int linkIndex(World world, NetDevice dev) {
    int linked = dev.driver.linkedDevice();
    if (linked != Skb.NO_DEVICE && world.hasDevice(linked)) {
      return world.device(linked).ifindex;
    }
    return dev.driver.linkNetns(world, dev) == dev.netns ? 0 : dev.ifindex;
  }

  /** The kernel would give a number that is missing for good; looking changes nothing here. */
  private static Optional<LinkView.LinkNetns> linkNetns(World world, NetDevice dev, Nsids nsids) {
    int other = dev.driver.linkNetns(world, dev);
    if (other == dev.netns) {
      return Optional.empty();
    }
    int nsid = NetnsIds.id(nsids, other);
    Ns ns = world.netns(other).ns;
    return Optional.of(new LinkView.LinkNetns(nsid, ns.isNamed() ? ns.name() : ""));
  }

  private static LinkStats stats(NetDevice dev) {
    return new LinkStats(
        dev.rxPackets,
        dev.rxBytes,
        0,
        dev.rxDropped,
        dev.rxMulticast,
        dev.txPackets,
        dev.txBytes,
        dev.txErrors,
        dev.txDropped,
        0,
        dev.txCarrierErrors);
  }
}
