package vethlab.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vethlab.op.Kernel;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.op.Route;
import vethlab.op.Rule;
import vethlab.op.iptables.Ruleset;
import vethlab.op.view.AddrView;
import vethlab.op.view.BridgeVlanView;
import vethlab.op.view.ConntrackView;
import vethlab.op.view.FdbView;
import vethlab.op.view.LinkView;
import vethlab.op.view.NeighView;
import vethlab.op.view.QdiscView;
import vethlab.op.view.RouteAnswer;
import vethlab.op.view.RouteQuery;
import vethlab.op.view.SocketView;
import vethlab.sim.bridge.BridgeViews;
import vethlab.sim.bridge.BridgeVlanControl;
import vethlab.sim.bridge.FdbControl;
import vethlab.sim.fib.RouteControl;
import vethlab.sim.fib.RouteGet;
import vethlab.sim.fib.RouteViews;
import vethlab.sim.fib.RuleControl;
import vethlab.sim.ipv4.AddrControl;
import vethlab.sim.ipv4.AddrViews;
import vethlab.sim.ipv4.SysctlControl;
import vethlab.sim.ipv4.SysctlViews;
import vethlab.sim.neigh.NeighControl;
import vethlab.sim.neigh.NeighViews;
import vethlab.sim.netdev.LinkControl;
import vethlab.sim.netdev.LinkState;
import vethlab.sim.netdev.LinkViews;
import vethlab.sim.netdev.NetnsControl;
import vethlab.sim.netdev.QdiscControl;
import vethlab.sim.netfilter.ConntrackControl;
import vethlab.sim.netfilter.ConntrackViews;
import vethlab.sim.netfilter.IptablesControl;
import vethlab.sim.netfilter.IptablesViews;
import vethlab.sim.socket.SocketViews;

/** The simulated kernel behind the {@link Kernel} port: each room answers for its own tables. */
public final class SimKernel implements Kernel {
  private final World world;

  public SimKernel(World world) {
    this.world = world;
  }

  /** What a boot does: lo comes up with its address. */
  static void bootHost(World world, Netns host) {
    LinkState.up(world, world.device(host.loopback));
  }

  @Override
  public Result apply(Op op) {
    Netns netns = netns(op.ns());
    world.revise();
    return switch (op) {
      case Op.NetnsAdd add -> NetnsControl.add(world, add);
      case Op.NetnsDel del -> NetnsControl.delete(world, del);
      case Op.NetnsSetId set -> NetnsControl.setId(world, netns, set);
      case Op.LinkAdd add -> LinkControl.add(world, netns, add);
      case Op.LinkDel del -> LinkControl.delete(world, netns, del);
      case Op.LinkSet set -> LinkControl.set(world, netns, set);
      case Op.AddrAdd add -> AddrControl.add(world, netns, add);
      case Op.AddrDel del -> AddrControl.delete(world, netns, del);
      case Op.RouteChange change -> RouteControl.change(world, netns, change);
      case Op.RuleAdd add -> RuleControl.add(world, netns, add);
      case Op.RuleDel del -> RuleControl.delete(world, netns, del);
      case Op.NeighAdd add -> NeighControl.add(world, netns, add);
      case Op.NeighDel del -> NeighControl.delete(world, netns, del);
      case Op.FdbAdd add -> FdbControl.add(world, netns, add);
      case Op.FdbDel del -> FdbControl.delete(world, netns, del);
      case Op.BridgeVlanAdd add -> BridgeVlanControl.add(world, netns, add);
      case Op.BridgeVlanDel del -> BridgeVlanControl.delete(world, netns, del);
      case Op.SysctlSet set -> SysctlControl.set(world, netns, set);
      case Op.QdiscSet set -> QdiscControl.set(world, netns, set);
      case Op.QdiscDel del -> QdiscControl.delete(world, netns, del);
      case Op.ConntrackFlush flush -> ConntrackControl.flush(world, netns, flush);
      case Op.ConntrackDelete del -> ConntrackControl.delete(world, netns, del);
      case Op.Iptables change -> IptablesControl.apply(world, netns, change);
      case Op.IptRestore restore -> IptablesControl.restore(world, netns, restore);
    };
  }

  @Override
  public List<Ns> namespaces() {
    List<Ns> all = new ArrayList<>();
    for (Netns each : world.inventory().named().reversed()) {
      all.add(each.ns);
    }
    return all;
  }

  @Override
  public Optional<Integer> nsid(Ns from, Ns other) {
    OptionalInt id = netns(from).nsids.of(netns(other).id);
    return id.isPresent() ? Optional.of(id.getAsInt()) : Optional.empty();
  }

  @Override
  public List<LinkView> links(Ns ns) {
    return LinkViews.links(world, netns(ns));
  }

  @Override
  public boolean exists(Ns ns) {
    return world.netns(ns).isPresent();
  }

  @Override
  public Optional<LinkView> link(Ns ns, String name) {
    return world.device(netns(ns), name).map(dev -> LinkViews.link(world, dev));
  }

  @Override
  public Optional<LinkView> linkAt(Ns ns, int ifindex) {
    return world.inventory().deviceAt(netns(ns), ifindex).map(dev -> LinkViews.link(world, dev));
  }

  @Override
  public List<AddrView> addresses(Ns ns) {
    return AddrViews.addresses(world, netns(ns));
  }

  @Override
  public List<Route> routes(Ns ns) {
    return RouteViews.routes(world, netns(ns));
  }

  @Override
  public List<Integer> routeTables(Ns ns) {
    return RouteViews.tables(world, netns(ns));
  }

  @Override
  public List<RouteAnswer.Found> routeCache(Ns ns) {
    return RouteViews.cache(world, netns(ns));
  }

  @Override
  public List<Rule> rules(Ns ns) {
    return RouteViews.rules(world, netns(ns));
  }

  @Override
  public List<NeighView> neighbours(Ns ns) {
    return NeighViews.neighbours(world, netns(ns));
  }

  @Override
  public List<FdbView> fdb(Ns ns) {
    return BridgeViews.fdb(world, netns(ns));
  }

  @Override
  public List<BridgeVlanView> bridgeVlans(Ns ns) {
    return BridgeViews.vlans(world, netns(ns));
  }

  @Override
  public List<ConntrackView> conntrack(Ns ns) {
    return ConntrackViews.connections(world, netns(ns));
  }

  @Override
  public List<SocketView> sockets(Ns ns) {
    return SocketViews.sockets(world, netns(ns));
  }

  @Override
  public List<QdiscView> qdiscs(Ns ns) {
    return LinkViews.qdiscs(world, netns(ns));
  }

  @Override
  public Ruleset iptables(Ns ns) {
    return IptablesViews.ruleset(world, netns(ns));
  }

  @Override
  public RouteAnswer routeGet(Ns ns, RouteQuery query) {
    return RouteGet.answer(world, netns(ns), query);
  }

  @Override
  public Optional<String> sysctl(Ns ns, String key) {
    return SysctlViews.value(world, netns(ns), key);
  }

  @Override
  public List<String> sysctlKeys(Ns ns) {
    return SysctlViews.keys(world, netns(ns));
  }

  private Netns netns(Ns ns) {
    return world.netns(ns).orElseThrow(() -> new NoSuchNamespace(ns));
  }
}
