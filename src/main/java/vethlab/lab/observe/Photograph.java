package vethlab.lab.observe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import vethlab.lab.Lab;
import vethlab.lab.Lab.Endpoint;
import vethlab.lab.Lab.Interface;
import vethlab.lab.Lab.Link;
import vethlab.lab.Lab.LinkType;
import vethlab.lab.Lab.Listen;
import vethlab.lab.Lab.Namespace;
import vethlab.lab.Lab.Protocol;
import vethlab.lab.Lab.State;
import vethlab.op.Kernel;
import vethlab.op.LinkKind;
import vethlab.op.Ns;
import vethlab.op.view.SocketView;
import vethlab.wire.Ip4;
import vethlab.wire.Prefix;

/**
 * A running network as a lab that can be built again: what {@link Observer} sees, with a stand-in
 * for what lies behind links whose other end is not in the picture (a network card, a pair's end in
 * a namespace that was not asked for), and with what listens. What a lab cannot say is left out and
 * told.
 */
public final class Photograph {
  /**
   * The picture.
   *
   * @param remarks what was left out or made up, as sentences
   */
  public record Taken(Lab lab, List<String> remarks) {}

  private static final String OUTSIDE = "internet";
  private static final Ip4 LOOPBACK = Ip4.parse("127.0.0.1");

  private final Kernel kernel;
  private final Lab seen;
  private final List<String> remarks = new ArrayList<>();
  private final List<Namespace> namespaces = new ArrayList<>();
  private final List<Link> links;
  private final Set<Endpoint> ends = new LinkedHashSet<>();
  private final Set<String> names = new LinkedHashSet<>();

  private Photograph(Kernel kernel, Lab seen) {
    this.kernel = kernel;
    this.seen = seen;
    this.links = new ArrayList<>(seen.links());
    for (Link link : seen.links()) {
      ends.add(link.a());
      ends.add(link.b());
    }
    seen.namespaces().forEach(each -> names.add(each.ns().toString()));
  }

  /** Photographs some namespaces of a kernel; nothing of them is changed. */
  public static Taken of(Kernel kernel, List<Ns> namespaces, String name) {
    return new Photograph(kernel, Observer.lab(kernel, namespaces, Lab.empty(name))).taken();
  }

  private Taken taken() {
    List<Namespace> outside = new ArrayList<>();
    for (Namespace each : seen.namespaces()) {
      List<Interface> kept = new ArrayList<>();
      for (Interface i : each.interfaces()) {
        sorted(each, i, outside).ifPresent(kept::add);
      }
      namespaces.add(withListeners(each, kept));
    }
    namespaces.addAll(outside);
    Lab lab =
        new Lab(seen.name(), seen.title(), seen.description(), namespaces, links, seen.notes());
    return new Taken(lab, remarks);
  }

  /** The interface as the lab keeps it. */
  private Optional<Interface> sorted(Namespace of, Interface i, List<Namespace> outside) {
    if (i.kind().isEmpty() || i.name().equals("lo")) {
      return Optional.of(i);
    }
    String where = of.ns() + "/" + i.name();
    return switch (i.kind().get()) {
      case LinkKind.Veth _ -> {
        remarks.add(where + ": its other end is not in the picture; a namespace stands for it");
        yield Optional.of(uplink(of, i, outside));
      }
      case LinkKind.Unknown unknown when unknown.word().isEmpty() -> {
        remarks.add(where + ": a network card; a namespace stands for what lies behind it");
        yield Optional.of(uplink(of, i, outside));
      }
      case LinkKind.Unknown unknown -> {
        remarks.add(where + ": links of type " + unknown.word() + " are not modelled: left out");
        yield Optional.empty();
      }
      default -> Optional.of(i);
    };
  }

  /** A namespace at the far end, which has the address of the gateway where there is one. */
  private Interface uplink(Namespace of, Interface i, List<Namespace> outside) {
    Ns far = new Ns(free(names, OUTSIDE));
    names.add(far.toString());
    String name = "to-" + (i.name().length() > 12 ? i.name().substring(0, 12) : i.name());
    Interface end = bare(name, gateways(of, i), i.mtu());
    outside.add(
        new Namespace(
            far,
            List.of(end),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            List.of()));
    links.add(new Link(new Endpoint(of.ns(), i.name()), new Endpoint(far, name), LinkType.UPLINK));
    return withoutKind(i);
  }

  /** The next hops reached by this interface, each within the prefix that holds it. */
  private static List<Lab.Address> gateways(Namespace of, Interface i) {
    List<Lab.Address> gateways = new ArrayList<>();
    for (Lab.RouteEntry route : of.routes()) {
      for (Lab.Address own : i.addresses()) {
        Prefix prefix = own.prefix();
        boolean reached =
            route
                .via()
                .filter(via -> prefix.contains(via) && !via.equals(prefix.address()))
                .isPresent();
        Prefix address = new Prefix(route.via().orElse(Ip4.ANY), prefix.length());
        if (reached && gateways.stream().noneMatch(a -> a.prefix().equals(address))) {
          gateways.add(new Lab.Address(address, Optional.empty()));
        }
      }
    }
    return gateways;
  }

  private static Interface bare(String name, List<Lab.Address> addresses, OptionalInt mtu) {
    return new Interface(
        name,
        Optional.empty(),
        addresses,
        Optional.empty(),
        mtu,
        Optional.empty(),
        State.UP,
        Map.of(),
        List.of(),
        "");
  }

  private static Interface withoutKind(Interface i) {
    return new Interface(
        i.name(),
        Optional.empty(),
        i.addresses(),
        i.mac(),
        i.mtu(),
        i.master(),
        i.state(),
        i.port(),
        i.vlans(),
        i.alias());
  }

  private static String free(Set<String> taken, String wanted) {
    String name = wanted;
    for (int number = 2; taken.contains(name); number++) {
      name = wanted + number;
    }
    return name;
  }

  /** With what answers there: TCP ports that are listened on, UDP ports that nobody is tied to. */
  private Namespace withListeners(Namespace each, List<Interface> interfaces) {
    Set<Listen> listen = new LinkedHashSet<>();
    for (SocketView socket : kernel.sockets(each.ns())) {
      boolean local = socket.local().equals(LOOPBACK);
      if (socket.kind().equals("tcp") && socket.state().equals("LISTEN") && !local) {
        listen.add(new Listen(Protocol.TCP, socket.localPort()));
      } else if (socket.kind().equals("udp") && socket.peer().isAny() && !local) {
        listen.add(new Listen(Protocol.UDP, socket.localPort()));
      }
    }
    Map<String, String> sysctls = new LinkedHashMap<>(each.sysctls());
    sysctls.keySet().removeIf(key -> isOfMissing(key, interfaces));
    return new Namespace(
        each.ns(),
        interfaces,
        routes(each, interfaces),
        each.rules(),
        each.neighbours().stream().filter(n -> isThere(n.dev(), interfaces)).toList(),
        each.fdb().stream().filter(f -> isThere(f.dev(), interfaces)).toList(),
        sysctls,
        each.iptables(),
        each.ruleset(),
        List.copyOf(listen));
  }

  private List<Lab.RouteEntry> routes(Namespace each, List<Interface> interfaces) {
    List<Lab.RouteEntry> routes = new ArrayList<>();
    for (Lab.RouteEntry route : each.routes()) {
      if (route.dev().filter(dev -> !isThere(dev, interfaces)).isPresent()) {
        remarks.add(each.ns() + ": the route to " + route.to() + " went with its link");
      } else {
        routes.add(route);
      }
    }
    return routes;
  }

  private static boolean isThere(String name, List<Interface> interfaces) {
    return name.equals("lo") || interfaces.stream().anyMatch(i -> i.name().equals(name));
  }

  private static boolean isOfMissing(String key, List<Interface> interfaces) {
    String[] words = key.split("\\.");
    return key.startsWith("net.ipv4.conf.")
        && words.length == 5
        && !Set.of("all", "default").contains(words[3])
        && !isThere(words[3], interfaces);
  }
}
