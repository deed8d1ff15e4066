package vethlab.app.canvas;

import java.util.List;
import java.util.Optional;
import vethlab.app.model.Way;
import vethlab.app.scene.Scene;
import vethlab.app.scene.Scene.Box;
import vethlab.app.scene.Scene.DeviceBox;
import vethlab.app.scene.Scene.NodeBox;
import vethlab.app.scene.Scene.Port;
import vethlab.app.scene.Scene.Wire;
import vethlab.sim.Stage;
import vethlab.sim.trace.Step;
import vethlab.sim.trace.Verdict;

/**
 * Where on the canvas a step is.
 *
 * @param kind on a link a token is small, at a station it is the station
 * @param wire the link it is on, if it is on one
 */
record Spot(double x, double y, Kind kind, Optional<Wire> wire) {
  enum Kind {
    LINK,
    STATION,
    BODY
  }

  /** Where a step is made, if its namespace is drawn. */
  static Optional<Spot> of(Scene scene, Step step, Optional<Way> way) {
    return scene.node(step.ns()).map(node -> in(scene, node, step, way));
  }

  private static Spot in(Scene scene, NodeBox node, Step step, Optional<Way> way) {
    if (step.verdict() instanceof Verdict.Sent) {
      Optional<Spot> sent = wire(scene, step).map(wire -> middle(wire));
      if (sent.isPresent()) {
        return sent.get();
      }
    }
    if (node.way().isPresent() && way.isPresent() && way.get().index() >= 0) {
      double[] at = WayPainter.station(node.way().get(), way.get(), way.get().index());
      return new Spot(at[0], at[1], Kind.STATION, Optional.empty());
    }
    Box box = node.box();
    if (step.stage().name().startsWith("BRIDGE")) {
      for (DeviceBox device : node.devices()) {
        if (device.kind().equals("bridge")) {
          return body(device.box().centerX(), device.box().bottom() + 6);
        }
      }
    }
    if (step.stage() == Stage.RECEIVE || step.stage() == Stage.RX_HANDLER) {
      Optional<Port> port = scene.port(step.ns(), step.device());
      if (port.isPresent()) {
        return body(port.get().x(), port.get().y());
      }
    }
    boolean labelsRight = node.ports().stream().anyMatch(p -> p.side() == Scene.Side.RIGHT);
    boolean labelsLeft = node.ports().stream().anyMatch(p -> p.side() == Scene.Side.LEFT);
    double x =
        labelsRight == labelsLeft ? box.centerX() : labelsRight ? box.x() + 30 : box.right() - 30;
    double y = labelsRight && labelsLeft ? box.bottom() - 14 : box.bottom() - 24;
    return new Spot(x, y, Kind.BODY, Optional.empty());
  }

  /** The port that a step's frame leaves by. */
  static Optional<Spot> port(Scene scene, Step step) {
    return step.verdict() instanceof Verdict.Sent
        ? scene.port(step.ns(), step.device()).map(port -> body(port.x(), port.y()))
        : Optional.empty();
  }

  private static Spot body(double x, double y) {
    return new Spot(x, y, Kind.BODY, Optional.empty());
  }

  static Optional<Wire> wire(Scene scene, Step step) {
    Scene.End end = new Scene.End(step.ns(), step.device());
    return scene.wires().stream()
        .filter(w -> w.kind() == Scene.WireKind.VETH || w.kind() == Scene.WireKind.UPLINK)
        .filter(w -> w.a().equals(end) || w.b().equals(end))
        .findFirst();
  }

  static Spot middle(Wire wire) {
    double[] at = along(wire.points(), 0.5);
    return new Spot(at[0], at[1], Kind.LINK, Optional.of(wire));
  }

  /** The point at a fraction of a line's length. */
  static double[] along(List<double[]> points, double fraction) {
    return along(points, Corners.length(points), fraction);
  }

  static double[] along(List<double[]> points, double length, double fraction) {
    double left = length * fraction;
    for (int i = 1; i < points.size(); i++) {
      double[] a = points.get(i - 1);
      double[] b = points.get(i);
      double piece = Corners.length(a, b);
      if (left <= piece && piece > 0) {
        double t = left / piece;
        return new double[] {a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t};
      }
      left -= piece;
    }
    return points.getLast();
  }
}
