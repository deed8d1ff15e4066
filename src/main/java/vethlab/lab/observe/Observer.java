package vethlab.lab.observe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import vethlab.lab.Lab;
import vethlab.lab.Lab.Endpoint;
import vethlab.lab.Lab.Interface;
import vethlab.lab.Lab.Link;
import vethlab.lab.Lab.LinkType;
import vethlab.lab.Lab.Namespace;
import vethlab.lab.Lab.State;
import vethlab.op.FdbSpec;
import vethlab.op.Kernel;
import vethlab.op.LinkChange;
import vethlab.op.LinkFlags;
import vethlab.op.LinkKind;
import vethlab.op.Ns;
import vethlab.op.NudState;
import vethlab.op.Route;
import vethlab.op.Rule;
import vethlab.op.iptables.Ruleset;
import vethlab.op.view.AddrView;
import vethlab.op.view.BridgeVlanView;
import vethlab.op.view.FdbView;
import vethlab.op.view.LinkView;
import vethlab.op.view.NeighView;

/**
 * Reads namespaces of a kernel as a lab. What the kernel makes by itself (routes of addresses, the
 * local table, the three default rules) is left out. What answers there is not visible and is taken
 * from an earlier lab where there is one.
 */
public final class Observer {
  private final Kernel kernel;
  private final Defaults defaults;
  private final Map<Ns, List<LinkView>> links = new LinkedHashMap<>();
  private final Map<Endpoint, Endpoint> peers = new LinkedHashMap<>();

  private Observer(Kernel kernel, Defaults defaults) {
    this.kernel = kernel;
    this.defaults = defaults;
  }

  /** The whole of a kernel: its host and every named namespace. */
  public static Lab lab(Kernel kernel, Lab earlier) {
    List<Ns> all = new ArrayList<>(List.of(Ns.HOST));
    kernel.namespaces().reversed().stream().filter(ns -> opens(kernel, ns)).forEach(all::add);
    return lab(kernel, all, earlier);
  }

  /** A name may be left of a namespace that is gone. */
  private static boolean opens(Kernel kernel, Ns ns) {
    try {
      return !kernel.links(ns).isEmpty();
    } catch (Kernel.NoSuchNamespace _) {
      return false;
    }
  }

  /** Some namespaces; {@code earlier} gives name, title, notes, order and what listens. */
  public static Lab lab(Kernel kernel, List<Ns> namespaces, Lab earlier) {
    return new Observer(kernel, Defaults.known()).read(namespaces, earlier);
  }

  private Lab read(List<Ns> namespaces, Lab earlier) {
    namespaces.forEach(ns -> links.put(ns, kernel.links(ns)));
    links.forEach(this::findPeers);
    List<Namespace> all = new ArrayList<>();
    for (Ns ns : order(namespaces, earlier)) {
      Namespace each = namespace(ns, earlier.namespace(ns));
      boolean emptyHost = ns.isHost() && isEmpty(each) && earlier.namespace(ns).isEmpty();
      if (!emptyHost) {
        all.add(each);
      }
    }
    return new Lab(
        earlier.name(),
        earlier.title(),
        earlier.description(),
        all,
        pairs(earlier),
        earlier.notes());
  }

  private static List<Ns> order(List<Ns> namespaces, Lab earlier) {
    List<Ns> order = new ArrayList<>();
    earlier.namespaces().stream()
        .map(Namespace::ns)
        .filter(namespaces::contains)
        .forEach(order::add);
    namespaces.stream().filter(ns -> !order.contains(ns)).forEach(order::add);
    return order;
  }

  private static boolean isEmpty(Namespace each) {
    return each.interfaces().isEmpty()
        && each.routes().isEmpty()
        && each.sysctls().isEmpty()
        && each.iptables().isEmpty();
  }

  private void findPeers(Ns ns, List<LinkView> own) {
    for (LinkView link : own) {
      if (link.kind() instanceof LinkKind.Veth && link.link() != 0) {
        Ns there = link.linkNetns().map(n -> new Ns(n.name())).orElse(ns);
        links.getOrDefault(there, List.of()).stream()
            .filter(peer -> peer.index() == link.link())
            .findFirst()
            .ifPresent(
                peer -> peers.put(new Endpoint(ns, link.name()), new Endpoint(there, peer.name())));
      }
    }
  }

  /** Links in the order of the earlier lab, then in the order they were made. */
  private List<Link> pairs(Lab earlier) {
    List<Link> pairs = new ArrayList<>();
    List<Endpoint> done = new ArrayList<>();
    for (Link each : earlier.links()) {
      if (each.b().equals(peers.get(each.a()))) {
        pairs.add(each);
        done.add(each.a());
        done.add(each.b());
      }
    }
    peers.forEach((a, b) -> {
      if (!done.contains(a)) {
        pairs.add(new Link(a, b, type(a, b)));
        done.add(a);
        done.add(b);
      }
    });
    return pairs;
  }

  private static LinkType type(Endpoint a, Endpoint b) {
    boolean outside = a.ns().name().equals("internet") || b.ns().name().equals("internet");
    return outside && (a.ns().isHost() || b.ns().isHost()) ? LinkType.UPLINK : LinkType.VETH;
  }

  private Namespace namespace(Ns ns, Optional<Namespace> earlier) {
    Ruleset ruleset = kernel.iptables(ns);
    Optional<String> iptables =
        earlier
            .filter(e -> e.ruleset().filter(r -> Rules.same(r, ruleset)).isPresent())
            .flatMap(Namespace::iptables)
            .or(() -> Rules.text(ruleset));
    Optional<Ruleset> kept =
        iptables.isEmpty()
            ? Optional.empty()
            : earlier
                .flatMap(Namespace::ruleset)
                .filter(r -> Rules.same(r, ruleset))
                .or(() -> Optional.of(Rules.bare(ruleset)));
    return new Namespace(
        ns,
        interfaces(ns, earlier),
        routes(ns),
        rules(ns),
        neighbours(ns),
        fdb(ns),
        defaults.changed(kernel, ns, links.get(ns), earlier),
        iptables,
        kept,
        earlier.map(Namespace::listen).orElse(List.of()));
  }

  private List<Interface> interfaces(Ns ns, Optional<Namespace> earlier) {
    List<Interface> interfaces = new ArrayList<>();
    Map<String, List<Lab.Address>> addresses = new LinkedHashMap<>();
    for (AddrView each : kernel.addresses(ns)) {
      addresses
          .computeIfAbsent(each.dev(), d -> new ArrayList<>())
          .add(new Lab.Address(each.local(), each.peer()));
    }
    List<BridgeVlanView> vlans = kernel.bridgeVlans(ns);
    for (LinkView link : links.get(ns)) {
      Optional<Interface> was =
          earlier.flatMap(
              e -> e.interfaces().stream().filter(i -> i.name().equals(link.name())).findFirst());
      interfaceOf(ns, link, addresses.getOrDefault(link.name(), List.of()), was)
          .map(found -> asPort(found, link, vlans, was))
          .ifPresent(interfaces::add);
    }
    return earlier.map(e -> ordered(interfaces, e)).orElse(interfaces);
  }

  /** In the order of the earlier lab; new ones after them. */
  private static List<Interface> ordered(List<Interface> found, Namespace earlier) {
    List<String> names = earlier.interfaces().stream().map(Interface::name).toList();
    List<Interface> ordered = new ArrayList<>(found);
    ordered.sort(
        Comparator.comparingInt(
            i -> names.contains(i.name()) ? names.indexOf(i.name()) : names.size()));
    return ordered;
  }

  private Optional<Interface> interfaceOf(
      Ns ns, LinkView link, List<Lab.Address> addresses, Optional<Interface> was) {
    boolean up = link.has(LinkFlags.UP);
    if (link.kind() instanceof LinkKind.Loopback) {
      List<Lab.Address> own =
          addresses.stream().filter(a -> !a.prefix().address().isLoopback()).toList();
      if (own.isEmpty() && up && was.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          make(link.name(), Optional.empty(), own, was, OptionalInt.empty(), Optional.empty(), up));
    }
    boolean linked = peers.containsKey(new Endpoint(ns, link.name()));
    Optional<LinkKind> kind = linked ? Optional.empty() : Optional.of(kind(link, was));
    OptionalInt mtu =
        link.mtu() == defaultMtu(link) && was.filter(i -> i.mtu().isPresent()).isEmpty()
            ? OptionalInt.empty()
            : OptionalInt.of(link.mtu());
    Optional<String> master =
        link.master().isEmpty() ? Optional.empty() : Optional.of(link.master());
    return Optional.of(make(link.name(), kind, addresses, was, mtu, master, up));
  }

  private static int defaultMtu(LinkView link) {
    return link.kind() instanceof LinkKind.Vxlan vxlan && vxlan.dev().isPresent() ? 1450 : 1500;
  }

  private static Interface make(
      String name,
      Optional<LinkKind> kind,
      List<Lab.Address> addresses,
      Optional<Interface> was,
      OptionalInt mtu,
      Optional<String> master,
      boolean up) {
    return new Interface(
        name,
        kind,
        addresses,
        was.flatMap(Interface::mac),
        mtu,
        master,
        up ? State.UP : State.DOWN,
        Map.of(),
        List.of(),
        was.map(Interface::alias).orElse(""));
  }

  private static Interface asPort(
      Interface found, LinkView link, List<BridgeVlanView> vlans, Optional<Interface> was) {
    return new Interface(
        found.name(),
        found.kind(),
        found.addresses(),
        found.mac().map(_ -> link.address()),
        found.mtu(),
        found.master(),
        found.state(),
        PortSettings.changed(link, was),
        PortSettings.vlans(vlans, link, was),
        link.alias());
  }

  private static LinkKind kind(LinkView link, Optional<Interface> was) {
    if (link.kind() instanceof LinkKind.Bridge && link.bridge().isPresent()) {
      List<LinkChange.BridgeSetting> settings =
          BridgeSettings.changed(link.bridge().get(), was.flatMap(Interface::kind));
      return new LinkKind.Bridge(settings);
    }
    return link.kind();
  }

  private List<Lab.RouteEntry> routes(Ns ns) {
    List<Lab.RouteEntry> routes = new ArrayList<>();
    for (Route each : kernel.routes(ns)) {
      if (each.table() == Route.LOCAL || each.protocol() == Route.PROTO_KERNEL) {
        continue;
      }
      Optional<Route.NextHop> hop = each.hops().stream().findFirst();
      routes.add(
          new Lab.RouteEntry(
              each.type(),
              each.to(),
              hop.flatMap(Route.NextHop::gateway),
              hop.filter(h -> h.gateway().isEmpty()).flatMap(Route.NextHop::dev),
              each.source(),
              each.metric(),
              each.table(),
              hop.filter(h -> (h.flags() & Route.NextHop.ONLINK) != 0).isPresent(),
              each.metrics().mtu()));
    }
    return routes;
  }

  private List<Lab.RuleEntry> rules(Ns ns) {
    List<Lab.RuleEntry> rules = new ArrayList<>();
    for (Rule each : kernel.rules(ns)) {
      if (each.action() instanceof Rule.Action.Lookup lookup && !isDefault(each, lookup)) {
        rules.add(
            new Lab.RuleEntry(
                each.priority(),
                each.from(),
                each.to(),
                each.iif(),
                each.oif(),
                each.fwmark().isPresent()
                    ? OptionalLong.of(each.fwmark().getAsLong())
                    : OptionalLong.empty(),
                lookup.table()));
      }
    }
    return rules;
  }

  private static boolean isDefault(Rule rule, Rule.Action.Lookup lookup) {
    long priority = rule.priority().orElse(-1);
    return priority == 0 && lookup.table() == Route.LOCAL
        || priority == 32766 && lookup.table() == Route.MAIN
        || priority == 32767 && lookup.table() == Route.DEFAULT
        || rule.l3mdev();
  }

  private List<Lab.NeighbourEntry> neighbours(Ns ns) {
    List<Lab.NeighbourEntry> neighbours = new ArrayList<>();
    for (NeighView each : kernel.neighbours(ns)) {
      if (each.state() == NudState.PERMANENT && !each.proxy()) {
        neighbours.add(new Lab.NeighbourEntry(each.to(), each.lladdr(), each.dev()));
      }
    }
    return neighbours;
  }

  private List<Lab.FdbEntry> fdb(Ns ns) {
    List<Lab.FdbEntry> entries = new ArrayList<>();
    for (FdbView each : kernel.fdb(ns)) {
      FdbSpec entry = each.entry();
      boolean given =
          entry.state() == FdbSpec.State.STATIC
              || entry.dst().isPresent() && entry.state() == FdbSpec.State.PERMANENT;
      if (given && !entry.mac().isZero()) {
        entries.add(new Lab.FdbEntry(entry.mac(), entry.dev(), entry.dst()));
      }
    }
    return entries;
  }
}
