package vethlab.app.scene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vethlab.app.scene.Scene.Box;
import vethlab.app.scene.Scene.DeviceBox;
import vethlab.app.scene.Scene.End;
import vethlab.app.scene.Scene.NodeBox;
import vethlab.app.scene.Scene.NodeKind;
import vethlab.app.scene.Scene.Port;
import vethlab.app.scene.Scene.PortState;
import vethlab.app.scene.Scene.Side;
import vethlab.app.scene.Scene.Wire;
import vethlab.app.scene.Scene.WireKind;
import vethlab.op.Ns;

/** Lines between ports, and from a port to the device it belongs to. */
final class WireRouter {
  private final List<NodeBox> nodes;
  private final Map<End, End> peers;
  private final Map<End, Port> ports = new LinkedHashMap<>();
  private final Map<End, NodeBox> owners = new LinkedHashMap<>();
  private final Map<End, DeviceBox> devices = new LinkedHashMap<>();
  private final Map<Ns, Held> held;

  WireRouter(List<NodeBox> nodes, Map<End, End> peers, Map<Ns, Held> held) {
    this.held = held;
    this.nodes = nodes;
    this.peers = peers;
    for (NodeBox node : nodes) {
      for (Port port : node.ports()) {
        ports.put(new End(node.ns(), port.name()), port);
        owners.put(new End(node.ns(), port.name()), node);
      }
      node.devices().forEach(d -> devices.put(new End(node.ns(), d.name()), d));
    }
  }

  List<Wire> wires() {
    List<Wire> wires = new ArrayList<>();
    Set<End> done = new LinkedHashSet<>();
    peers.forEach((a, b) -> {
      if (isUpper(a)) {
        upper(a, b).ifPresent(wires::add);
      } else if (done.add(a) && done.add(b) && ports.containsKey(a) && ports.containsKey(b)) {
        wires.add(veth(a, b));
      }
    });
    for (NodeBox node : nodes) {
      for (Port port : node.ports()) {
        node.devices().stream()
            .filter(device -> device.name().equals(port.master()))
            .findFirst()
            .ifPresent(device -> wires.add(member(port, device, node)));
      }
    }
    return wires;
  }

  private boolean isUpper(End end) {
    return held.get(end.ns()).links().stream()
        .anyMatch(link -> link.name().equals(end.name()) && Held.isUpper(link));
  }

  /** From a macvlan, ipvlan or vlan to the link it stands on. */
  private Optional<Wire> upper(End top, End below) {
    Optional<double[]> from = anchor(top);
    Optional<double[]> to = anchor(below);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    double[] a = from.get();
    double[] b = to.get();
    PortState state = ports.containsKey(top) ? ports.get(top).state() : devices.get(top).state();
    List<double[]> points =
        Math.abs(a[1] - b[1]) < 1
            ? List.of(a, b)
            : List.of(
                a,
                new double[] {(a[0] + b[0]) / 2, a[1]},
                new double[] {(a[0] + b[0]) / 2, b[1]},
                b);
    return Optional.of(new Wire(top, below, WireKind.PARENT, state, points));
  }

  private Optional<double[]> anchor(End end) {
    Optional<Port> port = Optional.ofNullable(ports.get(end));
    return port.map(p -> new double[] {p.x(), p.y()})
        .or(() ->
            Optional.ofNullable(devices.get(end))
                .map(d -> new double[] {d.box().right(), d.box().centerY()}));
  }

  private Wire veth(End a, End b) {
    Port from = ports.get(a);
    Port to = ports.get(b);
    boolean uplink =
        owners.get(a).kind() == NodeKind.OUTSIDE || owners.get(b).kind() == NodeKind.OUTSIDE;
    PortState state =
        from.state() == PortState.UP || from.state() == PortState.BLOCKED
            ? to.state()
            : from.state();
    return new Wire(a, b, uplink ? WireKind.UPLINK : WireKind.VETH, state, between(from, to));
  }

  /** Straight where ports face each other, else with right angles half way. */
  private static List<double[]> between(Port a, Port b) {
    double ax = a.x();
    double bx = b.x();
    boolean facing = (a.side() == Side.RIGHT) == bx > ax && a.side() != b.side();
    if (facing && Math.abs(a.y() - b.y()) < 1) {
      return List.of(new double[] {ax, a.y()}, new double[] {bx, b.y()});
    }
    if (facing) {
      double middle = (ax + bx) / 2;
      return List.of(
          new double[] {ax, a.y()}, new double[] {middle, a.y()},
          new double[] {middle, b.y()}, new double[] {bx, b.y()});
    }
    double aOut = ax + (a.side() == Side.RIGHT ? 26 : -26);
    double bOut = bx + (b.side() == Side.RIGHT ? 26 : -26);
    double far = a.side() == Side.LEFT ? Math.min(aOut, bOut) : Math.max(aOut, bOut);
    if (a.side() == b.side()) {
      return List.of(
          new double[] {ax, a.y()}, new double[] {far, a.y()},
          new double[] {far, b.y()}, new double[] {bx, b.y()});
    }
    double level = (a.y() + b.y()) / 2;
    return List.of(
        new double[] {ax, a.y()},
        new double[] {aOut, a.y()},
        new double[] {aOut, level},
        new double[] {bOut, level},
        new double[] {bOut, b.y()},
        new double[] {bx, b.y()});
  }

  /** Below the way through an opened namespace, which stands between them. */
  private static List<double[]> around(Port port, DeviceBox device, Box way) {
    double beside = way.right() + 3;
    double below = way.bottom() - 12;
    double x = device.box().right() - 12;
    return List.of(
        new double[] {port.x(), port.y()},
        new double[] {beside, port.y()},
        new double[] {beside, below},
        new double[] {x, below},
        new double[] {x, device.box().bottom()});
  }

  private static Wire member(Port port, DeviceBox device, NodeBox node) {
    double edge = port.side() == Side.LEFT ? device.box().x() : device.box().right();
    double y = port.y();
    List<double[]> points;
    Optional<Box> way = node.way().filter(w -> device.box().x() < w.x() && port.x() > w.right());
    boolean level = y > device.box().y() + 6 && y < device.box().bottom() - 6;
    if (way.isPresent()) {
      points = around(port, device, way.get());
    } else if (level) {
      points = List.of(new double[] {port.x(), y}, new double[] {edge, y});
    } else {
      double x = port.side() == Side.LEFT ? device.box().x() + 12 : device.box().right() - 12;
      double end = y < device.box().y() ? device.box().y() : device.box().bottom();
      points = List.of(new double[] {port.x(), y}, new double[] {x, y}, new double[] {x, end});
    }
    return new Wire(
        new End(port.ns(), port.name()),
        new End(device.ns(), device.name()),
        WireKind.MEMBER,
        port.state(),
        points);
  }
}
