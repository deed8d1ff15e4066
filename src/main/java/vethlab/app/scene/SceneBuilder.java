package vethlab.app.scene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vethlab.app.scene.Scene.Box;
import vethlab.app.scene.Scene.DeviceBox;
import vethlab.app.scene.Scene.End;
import vethlab.app.scene.Scene.NodeBox;
import vethlab.app.scene.Scene.NoteBox;
import vethlab.app.scene.Scene.Port;
import vethlab.app.scene.Scene.Side;
import vethlab.app.scene.Scene.Wire;
import vethlab.lab.Layout;
import vethlab.op.Kernel;
import vethlab.op.Ns;
import vethlab.op.view.LinkView;

/** Makes the drawing of what a kernel holds, at the places a layout gives. */
public final class SceneBuilder {
  private final Kernel kernel;
  private final Layout layout;
  private final Map<String, String> notes;
  private final Set<Ns> open;
  private final Map<Ns, Held> held = new LinkedHashMap<>();
  private final Map<Ns, Layout.Place> places = new LinkedHashMap<>();
  private final Map<Ns, Box> boxes = new LinkedHashMap<>();
  private final Map<End, End> peers = new LinkedHashMap<>();

  private SceneBuilder(Kernel kernel, Layout layout, Map<String, String> notes, Set<Ns> open) {
    this.kernel = kernel;
    this.layout = layout;
    this.notes = notes;
    this.open = open;
  }

  /** The drawing; namespaces without a place are put by {@link AutoPlace}. */
  public static Scene build(Kernel kernel, Layout layout) {
    return build(kernel, layout, Map.of(), Set.of());
  }

  /**
   * @param notes their texts by name
   * @param open the namespaces whose inside is shown; they push the others aside
   */
  public static Scene build(Kernel kernel, Layout layout, Map<String, String> notes, Set<Ns> open) {
    return new SceneBuilder(kernel, layout, notes, open).scene();
  }

  /** Places for all namespaces, as if none had one. */
  public static Layout arrange(Kernel kernel, Layout layout) {
    SceneBuilder builder = new SceneBuilder(kernel, onlyNotes(layout), Map.of(), Set.of());
    builder.ask();
    builder.place();
    Layout arranged = builder.layout;
    for (Map.Entry<Ns, Layout.Place> each : builder.places.entrySet()) {
      arranged = arranged.with(each.getKey().toString(), each.getValue());
    }
    return arranged;
  }

  private static Layout onlyNotes(Layout layout) {
    Layout kept = Layout.EMPTY;
    for (Map.Entry<String, Layout.Place> each : layout.places().entrySet()) {
      if (each.getKey().startsWith("note:")) {
        kept = kept.with(each.getKey(), each.getValue());
      }
    }
    return kept;
  }

  private Scene scene() {
    ask();
    place();
    Map<Ns, Opened.Room> rooms = new LinkedHashMap<>();
    open.stream().filter(held::containsKey).forEach(ns -> rooms.put(ns, room(held.get(ns))));
    Opened.makeRoom(boxes, open, rooms);
    Map<Ns, List<Port>> ports = new PortPlacer(held, boxes, peers).ports();
    List<NodeBox> nodes = new ArrayList<>();
    held.values().forEach(each -> nodes.add(node(each, ports.get(each.ns()))));
    List<Wire> wires = new WireRouter(nodes, peers, held).wires();
    return new Scene(nodes, wires, noteBoxes());
  }

  private void ask() {
    held.put(Ns.HOST, Held.of(kernel, Ns.HOST));
    kernel.namespaces().reversed().forEach(ns -> held.put(ns, Held.of(kernel, ns)));
    held.values().forEach(each -> each.findPeers(held, peers));
    boolean shown = layout.of(Ns.HOST.toString()).isPresent();
    if (held.get(Ns.HOST).hasOnlyLoopback() && !shown) {
      held.remove(Ns.HOST);
    }
  }

  private void place() {
    held.keySet().forEach(ns -> layout.of(ns.toString()).ifPresent(at -> places.put(ns, at)));
    Map<Ns, double[]> sizes = new LinkedHashMap<>();
    held.values().forEach(each -> sizes.put(each.ns(), size(each)));
    Map<Ns, Layout.Place> all = AutoPlace.missing(sizes, places, peers);
    boolean added = all.size() > places.size();
    places.putAll(all);
    held.values()
        .forEach(each -> {
          Layout.Place place = places.get(each.ns());
          double[] size = added ? size(each) : sizes.get(each.ns());
          boxes.put(
              each.ns(),
              new Box(
                  place.x(),
                  place.y(),
                  Math.max(size[0], place.width()),
                  Math.max(size[1], place.height())));
        });
  }

  private double[] size(Held each) {
    double left = 0;
    double right = 0;
    int leftPorts = 0;
    int rightPorts = 0;
    double inner = 0;
    List<LinkView> devices = each.devices();
    for (LinkView link : each.ports()) {
      if (leads(each.ns(), link) == Side.LEFT) {
        left = Math.max(left, each.labelWidth(link));
        leftPorts++;
      } else {
        right = Math.max(right, each.labelWidth(link));
        rightPorts++;
      }
    }
    for (LinkView link : devices) {
      inner = Math.max(inner, each.deviceWidth(link));
    }
    double room = inner > 0 ? inner + 44 : leftPorts > 0 && rightPorts > 0 ? 24 : 30;
    double width =
        Math.max(Metrics.head(each.ns().toString()) + headExtras(each), left + right + room);
    int rows = Math.max(leftPorts, rightPorts);
    return new double[] {Math.max(Metrics.MIN_WIDTH, width), Metrics.height(rows, devices.size())};
  }

  /** What an opened namespace holds beside the way. */
  private Opened.Room room(Held each) {
    double left = 20;
    double right = 20;
    double inner = 0;
    for (LinkView link : each.ports()) {
      double width = each.labelWidth(link);
      if (leads(each.ns(), link) == Side.LEFT) {
        left = Math.max(left, width);
      } else {
        right = Math.max(right, width);
      }
    }
    for (LinkView link : each.devices()) {
      inner = Math.max(inner, each.deviceWidth(link) + 8);
    }
    return new Opened.Room(left, right, inner);
  }

  private static double headExtras(Held each) {
    return 60 + (each.fact().isEmpty() ? 0 : Metrics.sans(each.fact(), false) * 11 + 24);
  }

  /** A guess before the boxes stand: towards the outside is right, towards hosts left. */
  private Side leads(Ns ns, LinkView link) {
    End peer = peers.get(new End(ns, link.name()));
    if (peer == null || peer.ns().equals(ns)) {
      return peer == null ? Side.RIGHT : Side.LEFT;
    }
    if (boxes.containsKey(ns) && boxes.containsKey(peer.ns())) {
      double there = boxes.get(peer.ns()).centerX();
      return there < boxes.get(ns).centerX() ? Side.LEFT : Side.RIGHT;
    }
    if (places.containsKey(ns) && places.containsKey(peer.ns())) {
      return places.get(peer.ns()).x() < places.get(ns).x() ? Side.LEFT : Side.RIGHT;
    }
    return held.containsKey(ns) && held.get(ns).ports().size() > 1 && !Held.isOutside(peer.ns())
        ? Side.LEFT
        : Side.RIGHT;
  }

  private NodeBox node(Held each, List<Port> ports) {
    Box box = boxes.get(each.ns());
    Optional<Box> inside =
        open.contains(each.ns()) ? Optional.of(Opened.way(box, room(each))) : Optional.empty();
    return new NodeBox(
        each.ns(), each.kind(), box, each.fact(), ports, devices(each, box, ports, inside), inside);
  }

  private List<DeviceBox> devices(Held each, Box box, List<Port> ports, Optional<Box> inside) {
    List<LinkView> links = each.devices();
    List<DeviceBox> devices = new ArrayList<>();
    double from = box.x() + widest(each, ports, Side.LEFT);
    double to = inside.map(Box::x).orElse(box.right() - widest(each, ports, Side.RIGHT));
    double total = links.size() * (Metrics.DEVICE_HEIGHT + Metrics.DEVICE_GAP) - Metrics.DEVICE_GAP;
    double room = box.height() - Metrics.HEAD;
    double y = box.y() + Metrics.HEAD + (room - total) / 2;
    for (LinkView link : links) {
      double width = each.deviceWidth(link);
      double x = inside.isPresent() ? from + 2 : Math.max(from + 6, (from + to - width) / 2);
      double top = links.size() == 1 ? amid(link, ports, y, box) : y;
      Box usual = new Box(x, top, width, Metrics.DEVICE_HEIGHT);
      Box where =
          layout
              .of(each.ns() + "/" + link.name())
              .filter(place -> inside.isEmpty())
              .map(p -> new Box(box.x() + p.x(), box.y() + p.y(), width, Metrics.DEVICE_HEIGHT))
              .orElse(usual);
      devices.add(
          new DeviceBox(
              each.ns(),
              link.name(),
              link.kind().word(),
              where,
              Held.state(link),
              Held.shown(each.addressesOf(link))));
      y += Metrics.DEVICE_HEIGHT + Metrics.DEVICE_GAP;
    }
    return devices;
  }

  /** A lone bridge stands at the height of the middle of its ports. */
  private static double amid(LinkView device, List<Port> ports, double usual, Box box) {
    double[] heights =
        ports.stream()
            .filter(port -> port.master().equals(device.name()))
            .mapToDouble(Port::y)
            .toArray();
    if (heights.length == 0) {
      return usual;
    }
    double middle = (heights[0] + heights[heights.length - 1]) / 2 - Metrics.DEVICE_HEIGHT / 2;
    return Math.max(
        box.y() + Metrics.HEAD + 12, Math.min(middle, box.bottom() - Metrics.DEVICE_HEIGHT - 14));
  }

  private static double widest(Held each, List<Port> ports, Side side) {
    double widest = 10;
    for (Port port : ports) {
      if (port.side() == side) {
        for (LinkView link : each.links()) {
          if (link.name().equals(port.name())) {
            widest = Math.max(widest, each.labelWidth(link));
          }
        }
      }
    }
    return widest;
  }

  private List<NoteBox> noteBoxes() {
    List<NoteBox> boxes = new ArrayList<>();
    notes.forEach((id, text) ->
        layout
            .of(id)
            .ifPresent(place -> boxes.add(new NoteBox(id, text, NoteSize.of(text, place)))));
    return boxes;
  }
}
