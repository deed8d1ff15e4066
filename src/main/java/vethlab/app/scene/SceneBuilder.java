package vethlab.app.scene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vethlab.app.scene.Scene.Box;
import vethlab.app.scene.Scene.DeviceBox;
import vethlab.app.scene.Scene.End;
import vethlab.app.scene.Scene.NodeBox;
import vethlab.app.scene.Scene.NodeKind;
import vethlab.app.scene.Scene.Port;
import vethlab.app.scene.Scene.PortState;
import vethlab.app.scene.Scene.Side;
import vethlab.app.scene.Scene.Wire;
import vethlab.lab.Layout;
import vethlab.op.Kernel;
import vethlab.op.LinkFlags;
import vethlab.op.LinkKind;
import vethlab.op.Ns;
import vethlab.op.view.AddrView;
import vethlab.op.view.LinkView;

/** Makes the drawing of what a kernel holds, at the places a layout gives. */
public final class SceneBuilder {
  /** A namespace as it is asked from the kernel once. */
  private record Held(Ns ns, List<LinkView> links, Map<String, List<String>> addresses) {}

  private final Kernel kernel;
  private final Layout layout;
  private final Map<Ns, Held> held = new LinkedHashMap<>();
  private final Map<Ns, Box> boxes = new LinkedHashMap<>();
  private final Map<End, End> peers = new LinkedHashMap<>();

  private SceneBuilder(Kernel kernel, Layout layout) {
    this.kernel = kernel;
    this.layout = layout;
  }

  /** The drawing; namespaces without a place are put by {@link AutoPlace}. */
  public static Scene build(Kernel kernel, Layout layout) {
    return new SceneBuilder(kernel, layout).scene();
  }

  private Scene scene() {
    ask(Ns.HOST);
    kernel.namespaces().reversed().forEach(this::ask);
    held.values().forEach(this::findPeers);
    if (isEmpty(held.get(Ns.HOST))) {
      held.remove(Ns.HOST);
    }
    place();
    List<NodeBox> nodes = new ArrayList<>();
    held.values().forEach(each -> nodes.add(node(each)));
    List<Wire> wires = new WireRouter(nodes, peers).wires();
    return new Scene(nodes, wires, List.of());
  }

  private void ask(Ns ns) {
    Map<String, List<String>> addresses = new LinkedHashMap<>();
    for (AddrView each : kernel.addresses(ns)) {
      addresses.computeIfAbsent(each.dev(), d -> new ArrayList<>()).add(each.local().toString());
    }
    held.put(ns, new Held(ns, kernel.links(ns), addresses));
  }

  private boolean isEmpty(Held host) {
    return held.size() > 1 && host.links().size() == 1 && layout.of(Ns.HOST.toString()).isEmpty();
  }

  private void findPeers(Held from) {
    for (LinkView link : from.links()) {
      if (link.kind() instanceof LinkKind.Veth && link.link() != 0) {
        Ns there = link.linkNetns().map(n -> new Ns(n.name())).orElse(from.ns());
        Held other = held.get(there);
        if (other != null) {
          other.links().stream()
              .filter(peer -> peer.index() == link.link())
              .findFirst()
              .ifPresent(
                  peer -> peers.put(new End(from.ns(), link.name()), new End(there, peer.name())));
        }
      }
    }
  }

  private void place() {
    Map<Ns, double[]> sizes = new LinkedHashMap<>();
    held.values().forEach(each -> sizes.put(each.ns(), size(each)));
    Map<Ns, Layout.Place> found = new LinkedHashMap<>();
    held.keySet().forEach(ns -> layout.of(ns.toString()).ifPresent(place -> found.put(ns, place)));
    AutoPlace.missing(sizes, found, peers)
        .forEach((ns, place) -> {
          double[] size = sizes.get(ns);
          double width = Math.max(size[0], place.width());
          double height = Math.max(size[1], place.height());
          boxes.put(ns, new Box(place.x(), place.y(), width, height));
        });
  }

  private double[] size(Held each) {
    double left = 0;
    int ports = 0;
    double inner = 0;
    int devices = 0;
    for (LinkView link : each.links()) {
      if (isPort(link)) {
        ports++;
        left = Math.max(left, labelWidth(each, link));
      } else if (isDevice(each, link)) {
        devices++;
        inner = Math.max(inner, deviceWidth(each, link));
      }
    }
    boolean both = devices > 0 || ports > 1;
    double width =
        Math.max(Metrics.head(each.ns().toString()) + 110, left * (both ? 2 : 1) + inner + 56);
    int rows = Math.max(1, devices > 0 ? ports : (ports + 1) / 2);
    double height = Metrics.HEAD + Metrics.FIRST_PORT + rows * Metrics.PORT_PITCH;
    double forDevices =
        Metrics.HEAD + 2 * Metrics.PADDING + devices * (Metrics.DEVICE_HEIGHT + Metrics.DEVICE_GAP);
    return new double[] {
      Math.max(Metrics.MIN_WIDTH, width), Math.max(Metrics.MIN_HEIGHT, Math.max(height, forDevices))
    };
  }

  private double labelWidth(Held each, LinkView link) {
    double width = Metrics.mono(link.name());
    for (String address : addresses(each, link)) {
      width = Math.max(width, Metrics.mono(address));
    }
    return width + 14;
  }

  private double deviceWidth(Held each, LinkView link) {
    double width = Metrics.mono(link.name());
    for (String address : addresses(each, link)) {
      width = Math.max(width, Metrics.mono(address));
    }
    return Math.max(84, width + 20);
  }

  private static List<String> addresses(Held each, LinkView link) {
    return each.addresses().getOrDefault(link.name(), List.of());
  }

  /** A veth end stands on the border: something comes in there. */
  private static boolean isPort(LinkView link) {
    return link.kind() instanceof LinkKind.Veth;
  }

  private static boolean isDevice(Held each, LinkView link) {
    if (link.kind() instanceof LinkKind.Loopback) {
      return addresses(each, link).stream().anyMatch(a -> !a.startsWith("127."));
    }
    return !isPort(link);
  }

  private NodeBox node(Held each) {
    Box box = boxes.get(each.ns());
    List<LinkView> left = new ArrayList<>();
    List<LinkView> right = new ArrayList<>();
    List<LinkView> devices = new ArrayList<>();
    for (LinkView link : each.links()) {
      if (isPort(link)) {
        (side(each.ns(), link, box) == Side.LEFT ? left : right).add(link);
      } else if (isDevice(each, link)) {
        devices.add(link);
      }
    }
    List<Port> ports = new ArrayList<>();
    ports.addAll(ports(each, box, Side.LEFT, left));
    ports.addAll(ports(each, box, Side.RIGHT, right));
    return new NodeBox(
        each.ns(), kind(each), box, fact(each), ports, devices(each, box, devices, ports));
  }

  private Side side(Ns ns, LinkView link, Box box) {
    End peer = peers.get(new End(ns, link.name()));
    if (peer == null || !boxes.containsKey(peer.ns())) {
      return Side.RIGHT;
    }
    if (peer.ns().equals(ns)) {
      return Side.LEFT;
    }
    return boxes.get(peer.ns()).centerX() < box.centerX() ? Side.LEFT : Side.RIGHT;
  }

  private List<Port> ports(Held each, Box box, Side side, List<LinkView> links) {
    links.sort(
        java.util.Comparator.comparingDouble(link -> peerHeight(each.ns(), link.name(), box)));
    List<Port> ports = new ArrayList<>();
    double room = box.height() - Metrics.HEAD;
    double pitch = Math.max(Metrics.PORT_PITCH, Math.min(110, room / (links.size() + 0.5)));
    double used = pitch * (links.size() - 1);
    double y = box.y() + Metrics.HEAD + Math.max(Metrics.FIRST_PORT - 6, (room - used) / 2 - 8);
    for (LinkView link : links) {
      double x = side == Side.LEFT ? box.x() : box.right();
      ports.add(
          new Port(
              each.ns(),
              link.name(),
              side,
              x,
              y,
              state(link),
              addresses(each, link),
              link.master()));
      y += pitch;
    }
    return ports;
  }

  private double peerHeight(Ns ns, String name, Box own) {
    End peer = peers.get(new End(ns, name));
    Box box = peer == null ? null : boxes.get(peer.ns());
    return box == null ? own.centerY() : box.centerY();
  }

  private List<DeviceBox> devices(Held each, Box box, List<LinkView> links, List<Port> ports) {
    List<DeviceBox> devices = new ArrayList<>();
    double leftLabels = widest(ports, Side.LEFT);
    double rightLabels = widest(ports, Side.RIGHT);
    double total = links.size() * (Metrics.DEVICE_HEIGHT + Metrics.DEVICE_GAP) - Metrics.DEVICE_GAP;
    double y = box.y() + Metrics.HEAD + (box.height() - Metrics.HEAD - total) / 2;
    for (LinkView link : links) {
      double width = deviceWidth(each, link);
      double from = box.x() + leftLabels;
      double to = box.right() - rightLabels;
      double x = Math.max(from + 10, (from + to - width) / 2);
      Optional<Layout.Place> place = layout.of(each.ns() + "/" + link.name());
      Box where =
          place
              .map(p -> new Box(box.x() + p.x(), box.y() + p.y(), width, Metrics.DEVICE_HEIGHT))
              .orElse(new Box(x, y, width, Metrics.DEVICE_HEIGHT));
      devices.add(
          new DeviceBox(
              each.ns(),
              link.name(),
              link.kind().word(),
              where,
              state(link),
              addresses(each, link)));
      y += Metrics.DEVICE_HEIGHT + Metrics.DEVICE_GAP;
    }
    return devices;
  }

  private static double widest(List<Port> ports, Side side) {
    double widest = 0;
    for (Port port : ports) {
      if (port.side() == side) {
        widest = Math.max(widest, Metrics.mono(port.name()));
        for (String address : port.addresses()) {
          widest = Math.max(widest, Metrics.mono(address));
        }
      }
    }
    return widest == 0 ? 10 : widest + 14;
  }

  private static PortState state(LinkView link) {
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

  private static NodeKind kind(Held each) {
    if (each.ns().isHost()) {
      return NodeKind.HOST;
    }
    return each.ns().name().equals("internet") || each.ns().name().equals("outside")
        ? NodeKind.OUTSIDE
        : NodeKind.NAMESPACE;
  }

  private String fact(Held each) {
    boolean router = each.links().stream().filter(SceneBuilder::isAddressed).count() > 2;
    if (!router && !each.ns().isHost()) {
      return "";
    }
    return kernel.sysctl(each.ns(), "net.ipv4.ip_forward").map(v -> "ip_forward " + v).orElse("");
  }

  private static boolean isAddressed(LinkView link) {
    return link.has(LinkFlags.UP);
  }
}
