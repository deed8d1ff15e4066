package vethlab.app.doc;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vethlab.op.Kernel;
import vethlab.op.LinkKind;
import vethlab.op.Ns;
import vethlab.op.view.AddrView;
import vethlab.op.view.LinkView;
import vethlab.wire.Ip4;
import vethlab.wire.Prefix;

/** Addresses that make sense for what is being connected. */
public final class Proposals {
  private final Kernel kernel;

  public Proposals(Kernel kernel) {
    this.kernel = kernel;
  }

  /** Every namespace, the machine's own first. */
  static List<Ns> everywhere(Kernel kernel) {
    List<Ns> all = new ArrayList<>();
    all.add(Ns.HOST);
    all.addAll(kernel.namespaces().reversed());
    return all;
  }

  /** A /24 that nothing uses: 10.0.0.0/24, 10.0.1.0/24 … */
  public Prefix freeSubnet() {
    List<Prefix> used = used();
    for (int i = 0; i < 65_536; i++) {
      Prefix subnet = new Prefix(new Ip4(0x0a000000 | i << 8), 24);
      if (used.stream().noneMatch(p -> overlaps(p, subnet))) {
        return subnet;
      }
    }
    return new Prefix(Ip4.of(10, 0, 0, 0), 24);
  }

  static boolean overlaps(Prefix a, Prefix b) {
    return a.length() <= b.length() ? a.contains(b.address()) : b.contains(a.address());
  }

  private List<Prefix> used() {
    List<Prefix> used = new ArrayList<>();
    for (Ns ns : everywhere(kernel)) {
      kernel.addresses(ns).forEach(a -> used.add(a.local()));
    }
    return used;
  }

  /** The first address in the subnet that nobody has, as an address with its length. */
  public Prefix free(Prefix subnet, Set<Ip4> also) {
    Set<Ip4> taken = new LinkedHashSet<>(also);
    used().forEach(p -> taken.add(p.address()));
    int network = subnet.network().address().bits();
    int size = subnet.length() >= 31 ? 2 : 1 << Math.min(16, 32 - subnet.length());
    for (int i = subnet.length() >= 31 ? 0 : 1; i < size - (subnet.length() >= 31 ? 0 : 1); i++) {
      if (!taken.contains(new Ip4(network + i))) {
        return new Prefix(new Ip4(network + i), subnet.length());
      }
    }
    return new Prefix(new Ip4(network + 1), subnet.length());
  }

  /** The subnet that is spoken on a bridge: its own address's, or that of a neighbour of a port. */
  public Optional<Prefix> subnetOf(Ns ns, String bridge) {
    Optional<Prefix> own = firstAddress(ns, bridge);
    if (own.isPresent()) {
      return own;
    }
    return kernel.links(ns).stream()
        .filter(link -> link.master().equals(bridge))
        .map(port -> peerAddress(ns, port))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Prefix> peerAddress(Ns ns, LinkView port) {
    if (!(port.kind() instanceof LinkKind.Veth) || port.link() == 0) {
      return Optional.empty();
    }
    Ns there = port.linkNetns().map(n -> new Ns(n.name())).orElse(ns);
    return kernel.links(there).stream()
        .filter(link -> link.index() == port.link())
        .findFirst()
        .flatMap(peer -> firstAddress(there, peer.name()));
  }

  /** Somebody else's address in a subnet that a namespace has an address in. */
  Optional<Ip4> neighbourOf(Ns ns) {
    List<Prefix> own =
        kernel.addresses(ns).stream()
            .map(AddrView::local)
            .filter(p -> p.length() < 32 && !p.address().isLoopback())
            .toList();
    return everywhere(kernel).stream()
        .filter(other -> !other.equals(ns))
        .flatMap(other -> kernel.addresses(other).stream())
        .map(a -> a.local().address())
        .filter(address -> own.stream().anyMatch(p -> p.contains(address)))
        .findFirst();
  }

  public Optional<Prefix> firstAddress(Ns ns, String dev) {
    return kernel.addresses(ns).stream()
        .filter(a -> a.dev().equals(dev))
        .map(AddrView::local)
        .filter(p -> p.length() < 32)
        .findFirst();
  }
}
