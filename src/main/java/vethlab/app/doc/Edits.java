package vethlab.app.doc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import vethlab.lab.Layout;
import vethlab.op.Kernel;
import vethlab.op.LinkChange;
import vethlab.op.LinkKind;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.Route;
import vethlab.op.RouteVerb;
import vethlab.wire.Ip4;
import vethlab.wire.Prefix;

/** Each gesture as changes to the network: pure functions of what is there. */
public final class Edits {
  /** Where a drawn link ends. */
  public sealed interface Target {
    Ns ns();

    record Namespace(Ns ns) implements Target {}

    record Bridge(Ns ns, String name) implements Target {}
  }

  /** What there is beyond the uplink: a router, and something on the internet. */
  static final Prefix UPLINK_HOST = Prefix.parse("203.0.113.10/24");

  static final Prefix UPLINK_ROUTER = Prefix.parse("203.0.113.1/24");
  static final Prefix UPLINK_FAR = Prefix.parse("198.51.100.7/32");

  private final Kernel kernel;
  private final Proposals proposals;

  public Edits(Kernel kernel) {
    this.kernel = kernel;
    this.proposals = new Proposals(kernel);
  }

  // --- making things ---------------------------------------------------------------------------

  public Edit namespace(String name, double x, double y) {
    Ns ns = new Ns(name);
    return Edit.of(new Op.NetnsAdd(name), up(ns, "lo")).placing(name, x, y);
  }

  /** A bridge with an address in a subnet of its own. */
  public Edit bridge(Ns ns, String name) {
    Prefix subnet = proposals.freeSubnet();
    return Edit.of(
        new Op.LinkAdd(ns, name, new LinkKind.Bridge(List.of()), List.of()),
        address(ns, name, proposals.free(subnet, Set.of())),
        up(ns, name));
  }

  public Edit dummy(Ns ns) {
    String name = Names.link(kernel, ns, "dummy", 0);
    return Edit.of(new Op.LinkAdd(ns, name, new LinkKind.Dummy(), List.of()), up(ns, name));
  }

  public Edit macvlan(Ns ns, String parent, Ns into) {
    return upper(ns, into, "macvlan", new LinkKind.Macvlan(parent, "bridge"));
  }

  public Edit ipvlan(Ns ns, String parent) {
    return upper(ns, ns, "ipvlan", new LinkKind.Ipvlan(parent, "l2", "bridge"));
  }

  private Edit upper(Ns ns, Ns into, String stem, LinkKind kind) {
    String name = Names.link(kernel, into, stem, 0);
    List<LinkChange> with = into.equals(ns) ? List.of() : List.of(new LinkChange.MoveTo(into));
    return Edit.of(new Op.LinkAdd(ns, name, kind, with), up(into, name));
  }

  public Edit vlan(Ns ns, String parent, int id) {
    String name = parent + "." + id;
    return Edit.of(
        new Op.LinkAdd(ns, name, new LinkKind.Vlan(parent, id, 0x8100), List.of()), up(ns, name));
  }

  /** The first VLAN from 10 on that nothing on this link carries. */
  public int freeVlan(Ns ns, String parent) {
    int id = 10;
    while (has(ns, parent + "." + id)) {
      id += 10;
    }
    return id;
  }

  private boolean has(Ns ns, String link) {
    return kernel.links(ns).stream().anyMatch(each -> each.name().equals(link));
  }

  /** A vxlan to the first peer that is known on the same subnet, if there is one. */
  public Edit vxlan(Ns ns) {
    String name = Names.link(kernel, ns, "vxlan", 100);
    int vni = Integer.parseInt(name.substring("vxlan".length()));
    LinkKind kind =
        new LinkKind.Vxlan(
            vni,
            Optional.empty(),
            proposals.neighbourOf(ns),
            Optional.empty(),
            4789,
            OptionalInt.empty(),
            true);
    return Edit.of(new Op.LinkAdd(ns, name, kind, List.of()), up(ns, name));
  }

  /** The outside world behind a new interface of {@code ns}, with a default route to it. */
  public Edit uplink(Ns ns, double x, double y) {
    String internet = freeInternet();
    Ns outside = new Ns(internet);
    String name = Names.link(kernel, ns, "eth", 0);
    List<Op> ops = new ArrayList<>();
    ops.add(new Op.NetnsAdd(internet));
    ops.add(veth(ns, name, outside, "up0"));
    ops.add(address(ns, name, UPLINK_HOST));
    ops.add(up(ns, name));
    ops.add(up(outside, "lo"));
    ops.add(address(outside, "up0", UPLINK_ROUTER));
    ops.add(address(outside, "lo", UPLINK_FAR));
    ops.add(up(outside, "up0"));
    if (!hasDefaultRoute(ns)) {
      ops.add(defaultRoute(ns, UPLINK_ROUTER.address()));
    }
    return Edit.of(ops).placing(internet, x, y);
  }

  private String freeInternet() {
    boolean taken = kernel.namespaces().contains(new Ns("internet"));
    return taken ? Names.namespace(kernel, "internet") : "internet";
  }

  public boolean hasDefaultRoute(Ns ns) {
    return kernel.routes(ns).stream()
        .anyMatch(r -> r.to().length() == 0 && r.table() == Route.MAIN);
  }

  // --- links -----------------------------------------------------------------------------------

  /** How the ends of a link between two targets are called: that of {@code from} first. */
  public List<String> endNames(Target from, Target to) {
    String a = endName(from, to, Set.of());
    Set<String> taken = from.ns().equals(to.ns()) ? Set.of(a) : Set.of();
    return List.of(a, endName(to, from, taken));
  }

  private String endName(Target end, Target other, Set<String> taken) {
    boolean hub = end instanceof Target.Bridge || end.ns().isHost() && !other.ns().isHost();
    return hub || end.ns().equals(other.ns())
        ? Names.link(kernel, end.ns(), "veth", 1, taken)
        : Names.link(kernel, end.ns(), "eth", 0, taken);
  }

  /** A veth pair between two targets, up, with addresses where both ends agree on a subnet. */
  public Edit connect(Target from, Target to) {
    List<String> names = endNames(from, to);
    String a = names.get(0);
    String b = names.get(1);
    List<Op> ops = new ArrayList<>();
    if (to instanceof Target.Bridge) {
      ops.add(veth(to.ns(), b, from.ns(), a));
    } else {
      ops.add(veth(from.ns(), a, to.ns(), b));
    }
    join(from, a, ops);
    join(to, b, ops);
    addresses(from, a, to, b, ops);
    ops.add(up(from.ns(), a));
    ops.add(up(to.ns(), b));
    return Edit.of(ops);
  }

  private static void join(Target target, String port, List<Op> ops) {
    if (target instanceof Target.Bridge bridge) {
      ops.add(set(bridge.ns(), port, new LinkChange.Master(bridge.name())));
    }
  }

  private void addresses(Target from, String a, Target to, String b, List<Op> ops) {
    boolean fromBridge = from instanceof Target.Bridge;
    boolean toBridge = to instanceof Target.Bridge;
    if (fromBridge && toBridge) {
      return;
    }
    if (!fromBridge && !toBridge) {
      Prefix subnet = proposals.freeSubnet();
      Prefix first = proposals.free(subnet, Set.of());
      ops.add(address(from.ns(), a, first));
      ops.add(address(to.ns(), b, proposals.free(subnet, Set.of(first.address()))));
      return;
    }
    Target.Bridge bridge = (Target.Bridge) (toBridge ? to : from);
    Target plain = toBridge ? from : to;
    String name = toBridge ? a : b;
    proposals
        .subnetOf(bridge.ns(), bridge.name())
        .ifPresent(subnet -> ops.add(address(plain.ns(), name, proposals.free(subnet, Set.of()))));
  }

  // --- changing and removing -------------------------------------------------------------------

  public Edit removeLink(Ns ns, String name) {
    return Edit.of(new Op.LinkDel(ns, name));
  }

  public Edit removeNamespace(Ns ns) {
    return Edit.of(new Op.NetnsDel(ns.name()))
        .and(Edit.moving(layout -> withoutInside(layout, ns.toString())));
  }

  private static Layout withoutInside(Layout layout, String name) {
    Layout rest = layout.without(name);
    for (String key : List.copyOf(layout.places().keySet())) {
      if (key.startsWith(name + "/")) {
        rest = rest.without(key);
      }
    }
    return rest;
  }

  /** What holds a device's place on the canvas goes by its name. */
  public Edit renameLink(Ns ns, String old, String name) {
    return Edit.of(set(ns, old, new LinkChange.Rename(name)))
        .and(
            Edit.moving(layout ->
                layout
                    .of(ns + "/" + old)
                    .map(p -> layout.without(ns + "/" + old).with(ns + "/" + name, p))
                    .orElse(layout)));
  }

  public static Op set(Ns ns, String link, LinkChange... changes) {
    return new Op.LinkSet(ns, link, List.of(changes));
  }

  public static Op moveTo(Ns ns, String link, Ns to) {
    return set(ns, link, new LinkChange.MoveTo(to));
  }

  public static Op up(Ns ns, String link) {
    return set(ns, link, new LinkChange.Up());
  }

  public static Op down(Ns ns, String link) {
    return set(ns, link, new LinkChange.Down());
  }

  private static Op veth(Ns ns, String name, Ns peerNs, String peer) {
    List<LinkChange> peerWith =
        peerNs.equals(ns) ? List.of() : List.of(new LinkChange.MoveTo(peerNs));
    return new Op.LinkAdd(ns, name, new LinkKind.Veth(peer, peerWith), List.of());
  }

  public static Op address(Ns ns, String dev, Prefix prefix) {
    return new Op.AddrAdd(ns, dev, prefix);
  }

  public static Op removeAddress(Ns ns, String dev, Prefix prefix) {
    Optional<Ip4> typed = prefix.length() == 32 ? Optional.of(prefix.address()) : Optional.empty();
    return new Op.AddrDel(ns, dev, prefix, typed, "");
  }

  public static Op defaultRoute(Ns ns, Ip4 via) {
    return route(ns, RouteVerb.ADD, new Prefix(Ip4.ANY, 0), Optional.of(via), Optional.empty());
  }

  public static Op route(
      Ns ns, RouteVerb verb, Prefix to, Optional<Ip4> via, Optional<String> dev) {
    return new Op.RouteChange(
        ns,
        verb,
        new Route(
            Route.RouteType.UNICAST,
            to,
            0,
            Route.MAIN,
            Route.PROTO_BOOT,
            Route.UNSET,
            0,
            Optional.empty(),
            List.of(new Route.NextHop(via, dev, 1, 0)),
            Route.RouteMetrics.NONE));
  }

  public static Op sysctl(Ns ns, String key, String value) {
    return new Op.SysctlSet(ns, key, value);
  }
}
