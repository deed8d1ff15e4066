package vethlab.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import vethlab.lab.Lab.Endpoint;
import vethlab.lab.Lab.Interface;
import vethlab.lab.Lab.Link;
import vethlab.lab.Lab.Namespace;
import vethlab.lab.Lab.State;
import vethlab.op.FdbSpec;
import vethlab.op.LinkChange;
import vethlab.op.LinkKind;
import vethlab.op.NeighSpec;
import vethlab.op.Ns;
import vethlab.op.NudState;
import vethlab.op.Op;
import vethlab.op.Route;
import vethlab.op.RouteVerb;
import vethlab.op.Rule;

/**
 * What makes a lab, as changes to an empty machine in an order in which each one can succeed:
 * namespaces, links, sysctls, addresses, up, routes, rules, neighbours, iptables.
 */
public final class LabOps {
  private final Lab lab;
  private final List<Op> ops = new ArrayList<>();
  private final Map<Endpoint, Interface> interfaces = new LinkedHashMap<>();

  private LabOps(Lab lab) {
    this.lab = lab;
  }

  public static List<Op> build(Lab lab) {
    return new LabOps(lab).build();
  }

  private List<Op> build() {
    for (Namespace each : lab.namespaces()) {
      each.interfaces().forEach(i -> interfaces.put(new Endpoint(each.ns(), i.name()), i));
      if (!each.ns().isHost()) {
        ops.add(new Op.NetnsAdd(each.ns().name()));
      }
    }
    lab.namespaces().forEach(this::masters);
    lab.links().forEach(this::veth);
    lab.namespaces().forEach(this::stacked);
    lab.namespaces().forEach(this::configure);
    lab.namespaces().forEach(this::route);
    lab.namespaces().forEach(this::rules);
    return ops;
  }

  /** Bridges and vrfs come first, for links are put into them. */
  private void masters(Namespace each) {
    for (Interface i : each.interfaces()) {
      i.kind()
          .filter(kind -> kind instanceof LinkKind.Bridge || kind instanceof LinkKind.Vrf)
          .ifPresent(kind -> ops.add(new Op.LinkAdd(each.ns(), i.name(), kind, born(i))));
    }
  }

  private void veth(Link link) {
    List<LinkChange> there = new ArrayList<>(born(link.b()));
    if (!link.a().ns().equals(link.b().ns())) {
      there.add(new LinkChange.MoveTo(link.b().ns()));
    }
    ops.add(
        new Op.LinkAdd(
            link.a().ns(),
            link.a().name(),
            new LinkKind.Veth(link.b().name(), there),
            born(link.a())));
  }

  private List<LinkChange> born(Endpoint end) {
    Interface i = interfaces.get(end);
    return i == null ? List.of() : born(i);
  }

  private static List<LinkChange> born(Interface i) {
    List<LinkChange> with = new ArrayList<>();
    i.mac().ifPresent(mac -> with.add(new LinkChange.Address(mac)));
    i.mtu().ifPresent(mtu -> with.add(new LinkChange.Mtu(mtu)));
    return with;
  }

  /** What sits on another link. */
  private void stacked(Namespace each) {
    for (Interface i : each.interfaces()) {
      i.kind()
          .filter(kind -> !(kind instanceof LinkKind.Bridge || kind instanceof LinkKind.Vrf))
          .ifPresent(kind -> ops.add(new Op.LinkAdd(each.ns(), i.name(), kind, born(i))));
    }
  }

  private void configure(Namespace each) {
    Ns ns = each.ns();
    each.sysctls().forEach((key, value) -> ops.add(new Op.SysctlSet(ns, dotted(key), value)));
    List<String> names = names(each);
    for (String name : names) {
      Interface i = interfaces.get(new Endpoint(ns, name));
      if (i != null) {
        settings(ns, i);
        addresses(ns, i);
      }
    }
    for (String name : names) {
      Interface i = interfaces.get(new Endpoint(ns, name));
      boolean loopback = name.equals("lo") && ns.isHost();
      if ((i == null || i.state() == State.UP) && !loopback) {
        ops.add(new Op.LinkSet(ns, name, List.of(new LinkChange.Up())));
      }
    }
  }

  /** lo first, then links as the file lists them, then ends of links it does not list. */
  private List<String> names(Namespace each) {
    List<String> names = new ArrayList<>(List.of("lo"));
    each.interfaces().stream()
        .map(Interface::name)
        .filter(n -> !n.equals("lo"))
        .forEach(names::add);
    for (Link link : lab.links()) {
      for (Endpoint end : List.of(link.a(), link.b())) {
        if (end.ns().equals(each.ns()) && !names.contains(end.name())) {
          names.add(end.name());
        }
      }
    }
    return names;
  }

  private void settings(Ns ns, Interface i) {
    i.master()
        .ifPresent(master ->
            ops.add(new Op.LinkSet(ns, i.name(), List.of(new LinkChange.Master(master)))));
    if (!i.port().isEmpty()) {
      List<LinkChange> port = new ArrayList<>();
      i.port().forEach((attr, value) -> port.add(new LinkChange.PortSetting(attr, value)));
      ops.add(new Op.LinkSet(ns, i.name(), port));
    }
    boolean bridge = i.kind().filter(LinkKind.Bridge.class::isInstance).isPresent();
    if (!i.vlans().isEmpty() && i.vlans().stream().noneMatch(vlan -> vlan.first() == 1)) {
      // The list is all of them, and a bridge gives every port VLAN 1.
      Op.BridgeVlan first = new Op.BridgeVlan(1, 1, false, false, bridge);
      ops.add(new Op.BridgeVlanDel(ns, i.name(), first));
    }
    i.vlans()
        .forEach(vlan ->
            ops.add(
                new Op.BridgeVlanAdd(
                    ns,
                    i.name(),
                    new Op.BridgeVlan(
                        vlan.first(), vlan.last(), vlan.pvid(), vlan.untagged(), bridge))));
    if (!i.alias().isEmpty()) {
      ops.add(new Op.LinkSet(ns, i.name(), List.of(new LinkChange.Alias(i.alias()))));
    }
  }

  private void addresses(Ns ns, Interface i) {
    for (Lab.Address each : i.addresses()) {
      boolean loopback = each.prefix().address().isLoopback() && i.name().equals("lo");
      if (!loopback) {
        ops.add(
            new Op.AddrAdd(
                ns,
                i.name(),
                each.prefix(),
                each.peer(),
                Optional.empty(),
                i.name().equals("lo") ? Route.SCOPE_HOST : Route.SCOPE_GLOBAL,
                "",
                Op.AddrVerb.ADD,
                Op.AddrAdd.FOREVER,
                Op.AddrAdd.FOREVER,
                false,
                0));
      }
    }
  }

  private void route(Namespace each) {
    Ns ns = each.ns();
    each.routes().forEach(route -> ops.add(new Op.RouteChange(ns, RouteVerb.ADD, route(route))));
    each.rules().forEach(rule -> ops.add(new Op.RuleAdd(ns, rule(rule))));
    each.neighbours()
        .forEach(n ->
            ops.add(
                new Op.NeighAdd(
                    ns,
                    new NeighSpec(n.to(), n.dev(), Optional.of(n.mac()), NudState.PERMANENT, false),
                    Op.NeighVerb.REPLACE)));
    each.fdb().forEach(entry -> ops.add(new Op.FdbAdd(ns, fdb(entry), Op.FdbVerb.REPLACE)));
  }

  private void rules(Namespace each) {
    each.ruleset()
        .ifPresent(ruleset -> ops.add(new Op.IptRestore(each.ns(), ruleset, Op.RestoreMode.FLUSH)));
  }

  /** The route of an entry, as {@code ip route add} makes it. */
  public static Route route(Lab.RouteEntry entry) {
    boolean direct = entry.via().isEmpty() && entry.dev().isPresent();
    boolean hopless = entry.via().isEmpty() && entry.dev().isEmpty();
    int scope =
        entry.type() == Route.RouteType.UNICAST && direct ? Route.SCOPE_LINK : Route.SCOPE_GLOBAL;
    List<Route.NextHop> hops =
        hopless
            ? List.of()
            : List.of(
                new Route.NextHop(
                    entry.via(), entry.dev(), 1, entry.onlink() ? Route.NextHop.ONLINK : 0));
    return new Route(
        entry.type(),
        entry.to(),
        0,
        entry.table(),
        Route.PROTO_BOOT,
        scope,
        entry.metric(),
        entry.source(),
        hops,
        new Route.RouteMetrics(entry.mtu(), false, 0, 0, 0, 0));
  }

  static Rule rule(Lab.RuleEntry entry) {
    return new Rule(
        entry.priority(),
        false,
        entry.from(),
        entry.to(),
        0,
        entry.mark(),
        OptionalLong.empty(),
        entry.iif(),
        entry.oif(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        new Rule.Action.Lookup(entry.table()),
        Route.PROTO_BOOT,
        OptionalInt.empty(),
        false);
  }

  private static FdbSpec fdb(Lab.FdbEntry entry) {
    FdbSpec.Target target = entry.dst().isPresent() ? FdbSpec.Target.SELF : FdbSpec.Target.MASTER;
    return new FdbSpec(
        entry.mac(),
        entry.dev(),
        target,
        0,
        FdbSpec.State.STATIC,
        entry.dst(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty());
  }

  private static String dotted(String key) {
    return key.indexOf('/') >= 0 && key.indexOf('.') < 0 ? key.replace('/', '.') : key;
  }
}
