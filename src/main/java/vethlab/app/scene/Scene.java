package vethlab.app.scene;

import java.util.List;
import java.util.Optional;
import vethlab.lab.Layout;
import vethlab.op.Ns;

/** A drawing: everything has its place, in canvas units. Immutable. */
public record Scene(List<NodeBox> nodes, List<Wire> wires, List<NoteBox> notes) {

  /** A rectangle. */
  public record Box(double x, double y, double width, double height) {
    public boolean contains(double px, double py) {
      return px >= x && px < x + width && py >= y && py < y + height;
    }

    public double centerX() {
      return x + width / 2;
    }

    public double centerY() {
      return y + height / 2;
    }

    public double right() {
      return x + width;
    }

    public double bottom() {
      return y + height;
    }

    public Box union(Box other) {
      double left = Math.min(x, other.x);
      double top = Math.min(y, other.y);
      return new Box(
          left,
          top,
          Math.max(right(), other.right()) - left,
          Math.max(bottom(), other.bottom()) - top);
    }

    public Box grown(double by) {
      return new Box(x - by, y - by, width + 2 * by, height + 2 * by);
    }
  }

  /** What stands behind a box's border. */
  public enum NodeKind {
    NAMESPACE,
    HOST,
    OUTSIDE
  }

  /**
   * A namespace.
   *
   * @param fact the one fact worth knowing, right in its head; may be empty
   * @param way where the way of a packet through it is shown, if it is open
   */
  public record NodeBox(
      Ns ns,
      NodeKind kind,
      Box box,
      String fact,
      List<Port> ports,
      List<DeviceBox> devices,
      Optional<Box> way) {

    /** Where it stands; with its height, where that is more than what is in it needs. */
    public Layout.Place place() {
      long left = ports.stream().filter(port -> port.side() == Side.LEFT).count();
      double needed = Metrics.height((int) Math.max(left, ports.size() - left), devices.size());
      double height = box.height() > needed + 1 && way.isEmpty() ? box.height() : 0;
      return new Layout.Place(box.x(), box.y(), 0, height);
    }
  }

  public enum Side {
    LEFT,
    RIGHT
  }

  public enum PortState {
    UP,
    DOWN,
    NO_CARRIER,
    BLOCKED
  }

  /**
   * An interface on the border of its namespace.
   *
   * @param x centre of its square
   * @param addresses as shown under the name, first ones first
   * @param master the device it belongs to, empty if none
   */
  public record Port(
      Ns ns,
      String name,
      Side side,
      double x,
      double y,
      PortState state,
      List<String> addresses,
      String master) {

    /** Where its name and addresses are written. */
    public Box label() {
      double width = Metrics.mono(name);
      for (String address : addresses) {
        width = Math.max(width, Metrics.mono(address));
      }
      width = Math.min(width, Metrics.LONGEST_LABEL);
      double left = side == Side.LEFT ? x + Metrics.LABEL_GAP : x - Metrics.LABEL_GAP - width;
      return new Box(left, y - 16, width, 20 + 15.0 * addresses.size());
    }
  }

  /** A device inside a namespace: a bridge, a vrf, lo with addresses, vxlan, dummy … */
  public record DeviceBox(
      Ns ns, String name, String kind, Box box, PortState state, List<String> addresses) {}

  /** One end of a wire. */
  public record End(Ns ns, String name) {}

  /** A line between two ports, or from a port to the device it belongs to. */
  public record Wire(End a, End b, WireKind kind, PortState state, List<double[]> points) {}

  public enum WireKind {
    VETH,
    UPLINK,
    MEMBER,
    PARENT
  }

  public record NoteBox(String id, String text, Box box) {}

  public Optional<NodeBox> node(Ns ns) {
    return nodes.stream().filter(each -> each.ns().equals(ns)).findFirst();
  }

  public Optional<Port> port(Ns ns, String name) {
    return node(ns)
        .flatMap(node -> node.ports().stream().filter(p -> p.name().equals(name)).findFirst());
  }

  public Optional<DeviceBox> device(Ns ns, String name) {
    return node(ns)
        .flatMap(node -> node.devices().stream().filter(d -> d.name().equals(name)).findFirst());
  }

  /** What encloses everything; an empty scene has a small one. */
  public Box bounds() {
    Optional<Box> all = nodes.stream().map(NodeBox::box).reduce(Box::union);
    Optional<Box> text = notes.stream().map(NoteBox::box).reduce(Box::union);
    return all.map(box -> text.map(box::union).orElse(box))
        .or(() -> text)
        .orElse(new Box(0, 0, 400, 300));
  }
}
