package vethlab.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vethlab.app.scene.Scene;
import vethlab.app.scene.Scene.Box;
import vethlab.app.scene.Scene.DeviceBox;
import vethlab.app.scene.Scene.End;
import vethlab.app.scene.Scene.NodeBox;
import vethlab.app.scene.Scene.Port;
import vethlab.app.scene.Scene.Wire;
import vethlab.op.Ns;

/** Some namespaces at another place, with their links: what is seen while they are dragged. */
final class MovedScene {
  private MovedScene() {}

  static Scene of(Scene scene, Set<Ns> moved, double dx, double dy) {
    List<NodeBox> nodes = new ArrayList<>();
    for (NodeBox node : scene.nodes()) {
      if (moved.contains(node.ns())) {
        nodes.add(shifted(node, dx, dy));
      }
    }
    List<Wire> wires = new ArrayList<>();
    for (Wire wire : scene.wires()) {
      boolean a = moved.contains(wire.a().ns());
      boolean b = moved.contains(wire.b().ns());
      if (a || b) {
        wires.add(shifted(wire, a, b, dx, dy));
      }
    }
    return new Scene(nodes, wires, List.of());
  }

  private static Wire shifted(Wire wire, boolean a, boolean b, double dx, double dy) {
    List<double[]> points = new ArrayList<>();
    if (a && b) {
      wire.points().forEach(p -> points.add(new double[] {p[0] + dx, p[1] + dy}));
    } else {
      double[] first = wire.points().getFirst();
      double[] last = wire.points().getLast();
      points.add(a ? new double[] {first[0] + dx, first[1] + dy} : first);
      points.add(b ? new double[] {last[0] + dx, last[1] + dy} : last);
    }
    return new Wire(wire.a(), wire.b(), wire.kind(), wire.state(), points);
  }

  private static NodeBox shifted(NodeBox node, double dx, double dy) {
    return new NodeBox(
        node.ns(),
        node.kind(),
        shifted(node.box(), dx, dy),
        node.fact(),
        node.ports().stream().map(p -> shifted(p, dx, dy)).toList(),
        node.devices().stream().map(d -> shifted(d, dx, dy)).toList(),
        node.way().map(box -> shifted(box, dx, dy)));
  }

  private static Box shifted(Box box, double dx, double dy) {
    return new Box(box.x() + dx, box.y() + dy, box.width(), box.height());
  }

  private static Port shifted(Port p, double dx, double dy) {
    return new Port(
        p.ns(), p.name(), p.side(), p.x() + dx, p.y() + dy, p.state(), p.addresses(), p.master());
  }

  private static DeviceBox shifted(DeviceBox d, double dx, double dy) {
    return new DeviceBox(
        d.ns(), d.name(), d.kind(), shifted(d.box(), dx, dy), d.state(), d.addresses());
  }

  /** Where a link's end is drawn. */
  static Optional<double[]> end(Scene scene, End end) {
    return scene
        .port(end.ns(), end.name())
        .map(p -> new double[] {p.x(), p.y()})
        .or(() ->
            scene
                .device(end.ns(), end.name())
                .map(d -> new double[] {d.box().centerX(), d.box().centerY()}));
  }
}
