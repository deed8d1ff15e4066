package vethlab.app.doc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vethlab.op.Kernel;
import vethlab.op.LinkFlags;
import vethlab.op.LinkKind;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.Route;
import vethlab.op.view.AddrView;
import vethlab.op.view.LinkView;
import vethlab.wire.Ip4;
import vethlab.wire.Prefix;

/** Finds what will not work: pure checks over what a kernel holds. */
public final class Problems {
  private static final int MOST = 50;

  private final Kernel kernel;
  private final Map<Ns, List<LinkView>> links = new LinkedHashMap<>();
  private final Map<Ns, List<AddrView>> addresses = new LinkedHashMap<>();
  private final List<Problem> found = new ArrayList<>();

  private Problems(Kernel kernel) {
    this.kernel = kernel;
    for (Ns ns : Proposals.everywhere(kernel)) {
      links.put(ns, kernel.links(ns));
      addresses.put(ns, kernel.addresses(ns));
    }
  }

  public static List<Problem> of(Kernel kernel) {
    Problems problems = new Problems(kernel);
    for (Ns ns : problems.links.keySet()) {
      problems.noWayBack(ns);
      problems.doesNotForward(ns);
      problems.forwardDrops(ns);
      problems.down(ns);
      problems.overlapping(ns);
      problems.mtuStep(ns);
    }
    return problems.found.size() > MOST ? problems.found.subList(0, MOST) : problems.found;
  }

  private void add(String key, Ns ns, String device, Optional<Edit> fix, Object... arguments) {
    List<Object> all = new ArrayList<>();
    all.add(ns.toString());
    all.addAll(List.of(arguments));
    found.add(new Problem(key, Problem.Severity.WARNING, ns, device, all, fix));
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
          Edit fix = Edit.of(Edits.defaultRoute(ns, via));
          add("no-way-back", ns, "", Optional.of(fix), beyond(other.getKey(), own.get()), via);
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

  private List<Prefix> subnets(Ns ns) {
    return addresses.get(ns).stream()
        .map(AddrView::local)
        .filter(p -> !p.address().isLoopback() && p.length() < 32)
        .map(Prefix::network)
        .distinct()
        .toList();
  }

  private boolean routesElsewhere(Ns ns, Prefix subnet) {
    return subnets(ns).stream().anyMatch(p -> !Proposals.overlaps(p, subnet));
  }

  private Object beyond(Ns router, Prefix subnet) {
    return subnets(router).stream()
        .filter(p -> !Proposals.overlaps(p, subnet))
        .findFirst()
        .map(Object::toString)
        .orElse("");
  }

  private void doesNotForward(Ns ns) {
    boolean off = kernel.sysctl(ns, "net.ipv4.ip_forward").filter("0"::equals).isPresent();
    if (routes(ns) && off && !ns.name().startsWith("internet")) {
      Edit fix = Edit.of(Edits.sysctl(ns, "net.ipv4.ip_forward", "1"));
      add("no-forward", ns, "", Optional.of(fix));
    }
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
      Edit fix = Edit.of(new Op.IptPolicy(ns, "filter", "FORWARD", "ACCEPT"));
      add("forward-drop", ns, "", Optional.of(fix));
    }
  }

  /** A port that is down while the other end is up, or that has an address. */
  private void down(Ns ns) {
    for (LinkView link : links.get(ns)) {
      boolean veth = link.kind() instanceof LinkKind.Veth || link.kind() instanceof LinkKind.Bridge;
      if (veth && !link.has(LinkFlags.UP)) {
        add("down", ns, link.name(), Optional.of(Edit.of(Edits.up(ns, link.name()))), link.name());
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
            && Proposals.overlaps(a.local().network(), b.local().network())) {
          Edit fix = Edit.of(Edits.removeAddress(ns, b.dev(), b.local()));
          add("overlap", ns, b.dev(), Optional.of(fix), a.dev(), b.dev(), a.local(), b.local());
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
            Edit fix =
                Edit.of(Edits.set(there, peer.name(), new vethlab.op.LinkChange.Mtu(link.mtu())));
            add(
                "mtu",
                ns,
                link.name(),
                Optional.of(fix),
                link.name(),
                link.mtu(),
                there + ":" + peer.name(),
                peer.mtu());
          }
        }
      }
    }
  }
}
