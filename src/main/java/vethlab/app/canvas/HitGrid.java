package vethlab.app.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vethlab.app.scene.Item;
import vethlab.app.scene.Metrics;
import vethlab.app.scene.Scene;
import vethlab.app.scene.Scene.Box;
import vethlab.app.scene.Scene.DeviceBox;
import vethlab.app.scene.Scene.NodeBox;
import vethlab.app.scene.Scene.NoteBox;
import vethlab.app.scene.Scene.Port;
import vethlab.app.scene.Scene.Wire;

/**
 * What lies at a point, found in constant time: things by the cells of a coarse grid they touch.
 */
public final class HitGrid {
  private static final double CELL = 160;
  private static final double NEAR = 6;

  /**
   * Something that can be hit; a smaller rank lies above a larger one.
   *
   * @param line both ends of a piece of a link; empty for what is hit in its box
   */
  private record Target(Item item, int rank, Box box, List<double[]> line) {
    double distance(double x, double y) {
      if (line.isEmpty()) {
        return box.contains(x, y) ? 0 : Double.MAX_VALUE;
      }
      return distance(line.getFirst(), line.getLast(), x, y);
    }

    private static double distance(double[] a, double[] b, double x, double y) {
      double dx = b[0] - a[0];
      double dy = b[1] - a[1];
      double length = dx * dx + dy * dy;
      double t = length == 0 ? 0 : ((x - a[0]) * dx + (y - a[1]) * dy) / length;
      double on = Math.max(0, Math.min(1, t));
      return Math.hypot(x - a[0] - on * dx, y - a[1] - on * dy);
    }
  }

  private final Map<Long, List<Target>> cells = new HashMap<>();

  public HitGrid(Scene scene) {
    for (NodeBox node : scene.nodes()) {
      put(new Target(new Item.Namespace(node.ns()), 3, node.box(), List.of()));
      for (DeviceBox device : node.devices()) {
        put(new Target(new Item.Device(device.ns(), device.name()), 1, device.box(), List.of()));
      }
      for (Port port : node.ports()) {
        Item.Port item = new Item.Port(port.ns(), port.name());
        put(new Target(item, 0, around(port), List.of()));
        put(new Target(item, 2, port.label(), List.of()));
      }
    }
    for (Wire wire : scene.wires()) {
      put(wire);
    }
    for (NoteBox note : scene.notes()) {
      put(new Target(new Item.Note(note.id()), 4, note.box(), List.of()));
    }
  }

  /** At least 26 × 26, as a finger or a shaking hand needs. */
  static Box around(Port port) {
    double half = 13;
    return new Box(port.x() - half, port.y() - half, 2 * half, 2 * half);
  }

  /** In the cells along the line alone: those between its corners may be thousands. */
  private void put(Wire wire) {
    List<double[]> points = wire.points();
    Item link = new Item.Link(wire.a(), wire.b());
    for (int i = 1; i < points.size(); i++) {
      List<double[]> piece = points.subList(i - 1, i + 1);
      put(new Target(link, 2, bounds(piece.getFirst(), piece.getLast()), piece));
    }
  }

  private static Box bounds(double[] a, double[] b) {
    double left = Math.min(a[0], b[0]);
    double top = Math.min(a[1], b[1]);
    return new Box(left, top, Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])).grown(NEAR);
  }

  private void put(Target target) {
    Box box = target.box();
    for (long cx = cell(box.x()); cx <= cell(box.right()); cx++) {
      for (long cy = cell(box.y()); cy <= cell(box.bottom()); cy++) {
        cells.computeIfAbsent(key(cx, cy), k -> new ArrayList<>()).add(target);
      }
    }
  }

  private static long cell(double at) {
    return (long) Math.floor(at / CELL);
  }

  private static long key(long cx, long cy) {
    return cx << 32 ^ (cy & 0xffffffffL);
  }

  /** The uppermost thing at a point. */
  public Optional<Item> at(double x, double y) {
    Target best = null;
    for (Target target : cells.getOrDefault(key(cell(x), cell(y)), List.of())) {
      boolean hit = target.distance(x, y) <= (target.line().isEmpty() ? 0 : NEAR);
      if (hit && (best == null || target.rank() <= best.rank())) {
        best = target;
      }
    }
    return Optional.ofNullable(best).map(Target::item);
  }

  /** What a rectangle meets (nodes: wholly inside). */
  public static Set<Item> within(Scene scene, Box area) {
    Set<Item> items = new LinkedHashSet<>();
    for (NodeBox node : scene.nodes()) {
      Box box = node.box();
      if (area.contains(box.x(), box.y()) && area.contains(box.right() - 1, box.bottom() - 1)) {
        items.add(new Item.Namespace(node.ns()));
      }
    }
    for (NoteBox note : scene.notes()) {
      if (area.contains(note.box().centerX(), note.box().centerY())) {
        items.add(new Item.Note(note.id()));
      }
    }
    return items;
  }

  /** Whether a point lies in the strip with a namespace's name. */
  public static boolean inHead(NodeBox node, double y) {
    return y < node.box().y() + Metrics.HEAD;
  }
}
