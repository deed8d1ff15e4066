package vethlab.lab.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vethlab.lab.Lab.RouteEntry;
import vethlab.lab.LabOps;
import vethlab.lab.problem.Trouble.Kind;
import vethlab.op.Kernel;
import vethlab.op.LinkChange;
import vethlab.op.LinkFlags;
import vethlab.op.LinkKind;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.Route;
import vethlab.op.RouteVerb;
import vethlab.op.iptables.IptRule;
import vethlab.op.iptables.parse.CommandLine;
import vethlab.op.view.AddrView;
import vethlab.op.view.LinkView;
import vethlab.wire.Ip4;
import vethlab.wire.Prefix;

/** Finds what will not work: pure checks over what a kernel holds. */
public final class Troubles {
  private static final int MOST = 50;

  private final Kernel kernel;
  private final Map<Ns, List<LinkView>> links = new LinkedHashMap<>();
  private final Map<Ns, List<AddrView>> addresses = new LinkedHashMap<>();
  private final List<Trouble> found = new ArrayList<>();

  private Troubles(Kernel kernel) {
    this.kernel = kernel;
    for (Ns ns : everywhere(kernel)) {
      links.put(ns, kernel.links(ns));
      addresses.put(ns, kernel.addresses(ns));
    }
  }

  public static List<Trouble> of(Kernel kernel) {
    Troubles troubles = new Troubles(kernel);
    for (Ns ns : troubles.links.keySet()) {
      troubles.noWayBack(ns);
      troubles.doesNotForward(ns);
      troubles.unmasked(ns);
      troubles.forwardDrops(ns);
      troubles.down(ns);
      troubles.overlapping(ns);
      troubles.mtuStep(ns);
    }
    return troubles.found.size() > MOST ? troubles.found.subList(0, MOST) : troubles.found;
  }

  private void add(Kind kind, Ns ns, String device, Op fix, Object... arguments) {
    List<Object> all = new ArrayList<>();
    all.add(ns.toString());
    all.addAll(List.of(arguments));
    found.add(new Trouble(kind, ns, device, all, List.of(fix)));
  }

  /** A namespace with an address, a router next to it, and no route beyond its own subnet. */
  private void noWayBack(Ns ns) {
    Optional<Prefix> own = ownSubnet(ns);
    boolean reaches =
        kernel.routes(ns).stream().anyMatch(r -> r.table() == Route.MAIN && r.to().length() == 0);
    if (own.isEmpty() || reaches || routes(ns) || ns.name().startsWith("internet")) {
      return;
    }
    for (Map.Entry<Ns, List<AddrView>> other : addresses.entrySet()) {
      for (AddrView gateway : other.getValue()) {
        boolean near = own.get().contains(gateway.local().address());
        if (!other.getKey().equals(ns) && near && routesElsewhere(other.getKey(), own.get())) {
          Ip4 via = gateway.local().address();
          Op fix = defaultRoute(ns, via);
          add(Kind.NO_WAY_BACK, ns, "", fix, beyond(other.getKey(), own.get()), via);
          return;
        }
      }
    }
  }

  private Optional<Prefix> ownSubnet(Ns ns) {
    return addresses.get(ns).stream()
        .filter(a -> !a.local().address().isLoopback() && a.local().length() < 32)
        .map(AddrView::local)
        .findFirst();
  }

  /** Whether it has addresses in more than one subnet. */
  private boolean routes(Ns ns) {
    return subnets(ns).size() > 1;
  }

  /** Whether its subnets lead to more than one neighbour. */
  private boolean standsBetween(Ns ns) {
    List<Prefix> own = subnets(ns);
    return own.size() > 1
        && addresses.entrySet().stream()
                .filter(other -> !other.getKey().equals(ns))
                .filter(other ->
                    other.getValue().stream()
                        .anyMatch(a -> own.stream().anyMatch(p -> p.contains(a.local().address()))))
                .limit(2)
                .count()
            == 2;
  }

  private List<Prefix> subnets(Ns ns) {
    return addresses.get(ns).stream()
        .map(AddrView::local)
        .filter(p -> !p.address().isLoopback() && p.length() < 32)
        .map(Prefix::network)
        .distinct()
        .toList();
  }

  private boolean routesElsewhere(Ns ns, Prefix subnet) {
    return subnets(ns).stream().anyMatch(p -> !overlaps(p, subnet));
  }

  private Object beyond(Ns router, Prefix subnet) {
    return subnets(router).stream()
        .filter(p -> !overlaps(p, subnet))
        .findFirst()
        .map(Object::toString)
        .orElse("");
  }

  private void doesNotForward(Ns ns) {
    boolean off = kernel.sysctl(ns, "net.ipv4.ip_forward").filter("0"::equals).isPresent();
    if (off && standsBetween(ns) && !ns.name().startsWith("internet")) {
      Op fix = new Op.SysctlSet(ns, "net.ipv4.ip_forward", "1");
      add(Kind.NO_FORWARD, ns, "", fix);
    }
  }

  /** A router whose next hop has no way back to what it forwards for, and no NAT for that. */
  private void unmasked(Ns ns) {
    boolean forwards = kernel.sysctl(ns, "net.ipv4.ip_forward").filter("1"::equals).isPresent();
    Optional<Ip4> hop = forwards && !translates(ns) ? nextHop(ns) : Optional.empty();
    Optional<Ns> beyond = hop.flatMap(this::holder).filter(there -> !there.equals(ns));
    if (beyond.isEmpty()) {
      return;
    }
    for (AddrView inside : addresses.get(ns)) {
      Prefix subnet = inside.local().network();
      boolean used =
          !subnet.contains(hop.get())
              && subnet.length() < 32
              && !inside.local().address().isLoopback()
              && addresses.entrySet().stream()
                  .filter(other -> !other.getKey().equals(ns))
                  .flatMap(other -> other.getValue().stream())
                  .anyMatch(a -> subnet.contains(a.local().address()));
      if (used && !hasRoute(beyond.get(), subnet)) {
        String out = deviceTo(ns, hop.get());
        IptRule rule = CommandLine.rule("-s " + subnet + " -o " + out + " -j MASQUERADE");
        Op fix = new Op.IptAppend(ns, "nat", "POSTROUTING", rule);
        add(Kind.UNMASKED, ns, "", fix, beyond.get(), subnet, out);
        return;
      }
    }
  }

  private boolean translates(Ns ns) {
    return kernel
        .iptables(ns)
        .table("nat")
        .flatMap(t -> t.chain("POSTROUTING"))
        .filter(chain -> !chain.rules().isEmpty())
        .isPresent();
  }

  private Optional<Ip4> nextHop(Ns ns) {
    return kernel.routes(ns).stream()
        .filter(r -> r.table() == Route.MAIN && r.to().length() == 0)
        .flatMap(r -> r.hops().stream())
        .flatMap(h -> h.gateway().stream())
        .findFirst();
  }

  private Optional<Ns> holder(Ip4 address) {
    return addresses.entrySet().stream()
        .filter(e -> e.getValue().stream().anyMatch(a -> a.local().address().equals(address)))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private boolean hasRoute(Ns ns, Prefix subnet) {
    return kernel.routes(ns).stream()
        .anyMatch(r -> r.table() == Route.MAIN && r.to().contains(subnet.address()));
  }

  private String deviceTo(Ns ns, Ip4 hop) {
    return addresses.get(ns).stream()
        .filter(a -> a.local().contains(hop))
        .map(AddrView::dev)
        .findFirst()
        .orElse("eth0");
  }

  private void forwardDrops(Ns ns) {
    boolean drops =
        kernel
            .iptables(ns)
            .table("filter")
            .flatMap(t -> t.chain("FORWARD"))
            .filter(c -> c.policy().equals("DROP") && c.rules().isEmpty())
            .isPresent();
    boolean bridges = links.get(ns).stream().anyMatch(l -> l.kind() instanceof LinkKind.Bridge);
    if (drops && (routes(ns) || bridges)) {
      Op fix = new Op.IptPolicy(ns, "filter", "FORWARD", "ACCEPT");
      add(Kind.FORWARD_DROP, ns, "", fix);
    }
  }

  /** A port that is down while the other end is up, or that has an address. */
  private void down(Ns ns) {
    for (LinkView link : links.get(ns)) {
      boolean veth = link.kind() instanceof LinkKind.Veth || link.kind() instanceof LinkKind.Bridge;
      if (veth && !link.has(LinkFlags.UP)) {
        add(Kind.DOWN, ns, link.name(), set(ns, link.name(), new LinkChange.Up()), link.name());
      }
    }
  }

  /** The same subnet on two interfaces of one namespace. */
  private void overlapping(Ns ns) {
    List<AddrView> all = addresses.get(ns);
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        AddrView a = all.get(i);
        AddrView b = all.get(j);
        boolean wide = a.local().length() < 32 && b.local().length() < 32;
        if (wide
            && !a.dev().equals(b.dev())
            && overlaps(a.local().network(), b.local().network())) {
          Op fix = new Op.AddrDel(ns, b.dev(), b.local(), Optional.empty(), "");
          add(Kind.OVERLAP, ns, b.dev(), fix, a.dev(), b.dev(), a.local(), b.local());
          return;
        }
      }
    }
  }

  /** The two ends of a link don't take packets of the same size. */
  private void mtuStep(Ns ns) {
    for (LinkView link : links.get(ns)) {
      if (link.kind() instanceof LinkKind.Veth && link.link() != 0) {
        Ns there = link.linkNetns().map(n -> new Ns(n.name())).orElse(ns);
        for (LinkView peer : links.getOrDefault(there, List.of())) {
          if (peer.index() == link.link() && peer.mtu() > link.mtu()) {
            Op fix = set(there, peer.name(), new LinkChange.Mtu(link.mtu()));
            add(
                Kind.MTU,
                ns,
                link.name(),
                fix,
                link.name(),
                link.mtu(),
                there + ":" + peer.name(),
                peer.mtu());
          }
        }
      }
    }
  }

  private static List<Ns> everywhere(Kernel kernel) {
    List<Ns> all = new ArrayList<>();
    all.add(Ns.HOST);
    all.addAll(kernel.namespaces().reversed());
    return all;
  }

  private static boolean overlaps(Prefix a, Prefix b) {
    return a.length() <= b.length() ? a.contains(b.address()) : b.contains(a.address());
  }

  private static Op set(Ns ns, String link, LinkChange change) {
    return new Op.LinkSet(ns, link, List.of(change));
  }

  private static Op defaultRoute(Ns ns, Ip4 via) {
    RouteEntry entry =
        new RouteEntry(
            Route.RouteType.UNICAST,
            new Prefix(Ip4.ANY, 0),
            Optional.of(via),
            Optional.empty(),
            Optional.empty(),
            0,
            Route.MAIN,
            false,
            0);
    return new Op.RouteChange(ns, RouteVerb.ADD, LabOps.route(entry));
  }
}
