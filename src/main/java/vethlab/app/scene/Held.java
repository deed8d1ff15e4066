package vethlab.app.scene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vethlab.app.scene.Scene.End;
import vethlab.app.scene.Scene.NodeKind;
import vethlab.app.scene.Scene.PortState;
import vethlab.op.Kernel;
import vethlab.op.LinkFlags;
import vethlab.op.LinkKind;
import vethlab.op.Ns;
import vethlab.op.view.AddrView;
import vethlab.op.view.LinkView;

/** A namespace as it is asked from the kernel once. */
record Held(Ns ns, List<LinkView> links, Map<String, List<String>> addresses, String fact) {

  static Held of(Kernel kernel, Ns ns) {
    Map<String, List<String>> addresses = new LinkedHashMap<>();
    for (AddrView each : kernel.addresses(ns)) {
      addresses.computeIfAbsent(each.dev(), d -> new ArrayList<>()).add(text(each));
    }
    List<LinkView> links = kernel.links(ns);
    return new Held(ns, links, addresses, fact(kernel, ns, links));
  }

  private static String text(AddrView address) {
    return address.local().length() == 32
        ? address.local().address().toString()
        : address.local().toString();
  }

  /** A router says whether it routes. */
  private static String fact(Kernel kernel, Ns ns, List<LinkView> links) {
    boolean router = links.stream().filter(link -> link.has(LinkFlags.UP)).count() > 2;
    if (!router || isOutside(ns)) {
      return "";
    }
    return kernel.sysctl(ns, "net.ipv4.ip_forward").map(v -> "ip_forward " + v).orElse("");
  }

  static boolean isOutside(Ns ns) {
    return ns.name().equals("internet") || ns.name().equals("outside");
  }

  NodeKind kind() {
    if (ns.isHost()) {
      return NodeKind.HOST;
    }
    return isOutside(ns) ? NodeKind.OUTSIDE : NodeKind.NAMESPACE;
  }

  /** Without those that every loopback has. */
  List<String> addressesOf(LinkView link) {
    return addresses.getOrDefault(link.name(), List.of()).stream()
        .filter(address -> !address.startsWith("127."))
        .toList();
  }

  /** Something that comes in from elsewhere stands on the border. */
  static boolean isPort(LinkView link) {
    return link.kind() instanceof LinkKind.Veth || isUpper(link) && link.linkNetns().isPresent();
  }

  /** A link on top of another one. */
  static boolean isUpper(LinkView link) {
    return link.kind() instanceof LinkKind.Macvlan
        || link.kind() instanceof LinkKind.Ipvlan
        || link.kind() instanceof LinkKind.Vlan;
  }

  boolean isDevice(LinkView link) {
    if (link.kind() instanceof LinkKind.Loopback) {
      return !addressesOf(link).isEmpty();
    }
    return !isPort(link);
  }

  List<LinkView> ports() {
    return links.stream().filter(Held::isPort).toList();
  }

  List<LinkView> devices() {
    return links.stream().filter(this::isDevice).toList();
  }

  boolean hasOnlyLoopback() {
    return links.size() == 1 && devices().isEmpty();
  }

  Optional<LinkView> link(int index) {
    return links.stream().filter(link -> link.index() == index).findFirst();
  }

  /** The other end of each veth, and what each upper link stands on. */
  void findPeers(Map<Ns, Held> all, Map<End, End> peers) {
    for (LinkView link : links) {
      if (link.link() != 0 && (link.kind() instanceof LinkKind.Veth || isUpper(link))) {
        Ns there = link.linkNetns().map(n -> new Ns(n.name())).orElse(ns);
        Optional.ofNullable(all.get(there))
            .flatMap(other -> other.link(link.link()))
            .ifPresent(peer -> peers.put(new End(ns, link.name()), new End(there, peer.name())));
      }
    }
  }

  double labelWidth(LinkView link) {
    double width = Metrics.mono(link.name());
    for (String address : shown(addressesOf(link))) {
      width = Math.max(width, Metrics.mono(address));
    }
    return Math.min(width, 170) + Metrics.LABEL_GAP + 8;
  }

  double deviceWidth(LinkView link) {
    double width = Metrics.mono(link.name());
    for (String address : shown(addressesOf(link))) {
      width = Math.max(width, Metrics.mono(address));
    }
    return Math.max(90, Math.min(width, 180) + 20);
  }

  /** What there is room for: the first, and how many more. */
  static List<String> shown(List<String> addresses) {
    return addresses.size() <= 2
        ? addresses
        : List.of(addresses.getFirst(), "+" + (addresses.size() - 1));
  }

  static PortState state(LinkView link) {
    if (!link.has(LinkFlags.UP)) {
      return PortState.DOWN;
    }
    if (!link.has(LinkFlags.LOWER_UP)) {
      return PortState.NO_CARRIER;
    }
    boolean blocked =
        link.port().filter(port -> port.state() != 3 && port.state() != 0).isPresent();
    return blocked ? PortState.BLOCKED : PortState.UP;
  }
}
