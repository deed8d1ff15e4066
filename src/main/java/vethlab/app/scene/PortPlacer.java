package vethlab.app.scene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vethlab.app.scene.Scene.Box;
import vethlab.app.scene.Scene.End;
import vethlab.app.scene.Scene.Port;
import vethlab.app.scene.Scene.Side;
import vethlab.op.Ns;
import vethlab.op.view.LinkView;

/**
 * Puts ports on the borders: on the side of what they lead to, and at its height where there is
 * room, so that links run straight.
 */
final class PortPlacer {
  private record Wanted(LinkView link, double height) {}

  private final Map<Ns, Held> held;
  private final Map<Ns, Box> boxes;
  private final Map<End, End> peers;
  private final Map<End, Double> heights = new LinkedHashMap<>();
  private final Map<End, Side> sides = new LinkedHashMap<>();

  PortPlacer(Map<Ns, Held> held, Map<Ns, Box> boxes, Map<End, End> peers) {
    this.held = held;
    this.boxes = boxes;
    this.peers = peers;
  }

  /** Each namespace's ports, left ones first, from top to bottom. */
  Map<Ns, List<Port>> ports() {
    List<Held> fewFirst = new ArrayList<>(held.values());
    fewFirst.sort(Comparator.comparingInt(each -> each.ports().size()));
    fewFirst.forEach(this::place);
    fewFirst.stream().filter(each -> each.ports().size() <= 2).forEach(this::place);
    Map<Ns, List<Port>> all = new LinkedHashMap<>();
    held.values().forEach(each -> all.put(each.ns(), ports(each)));
    return all;
  }

  private void place(Held each) {
    for (Side side : Side.values()) {
      List<Wanted> wanted = new ArrayList<>();
      for (LinkView link : each.ports()) {
        if (side(each, link) == side) {
          wanted.add(new Wanted(link, wantedHeight(each, link)));
        }
      }
      wanted.sort(Comparator.comparingDouble(Wanted::height));
      spread(each.ns(), wanted);
    }
  }

  private double wantedHeight(Held each, LinkView link) {
    Box own = boxes.get(each.ns());
    double middle = own.y() + Metrics.HEAD + (own.height() - Metrics.HEAD) / 2 - 4;
    End peer = peers.get(new End(each.ns(), link.name()));
    if (peer == null || peer.ns().equals(each.ns()) || !boxes.containsKey(peer.ns())) {
      return middle;
    }
    Double placed = heights.get(peer);
    if (placed != null) {
      return placed;
    }
    boolean alone = each.ports().size() == 1;
    return alone ? middle : boxes.get(peer.ns()).centerY() + Metrics.HEAD / 2 - 4;
  }

  /** As close to what is wanted as the border and the distance between labels allow. */
  private void spread(Ns ns, List<Wanted> wanted) {
    if (wanted.isEmpty()) {
      return;
    }
    Box box = boxes.get(ns);
    double top = box.y() + Metrics.HEAD + 24;
    double bottom = box.bottom() - 26 - secondLine(ns, wanted);
    double pitch = Math.min(Metrics.PORT_PITCH, (bottom - top) / Math.max(1, wanted.size() - 1));
    double[] y = new double[wanted.size()];
    double least = top;
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.max(least, Math.min(bottom, wanted.get(i).height()));
      least = y[i] + pitch;
    }
    double most = bottom;
    for (int i = y.length - 1; i >= 0; i--) {
      y[i] = Math.min(y[i], most);
      most = y[i] - pitch;
      heights.put(new End(ns, wanted.get(i).link().name()), y[i]);
    }
  }

  /** Room for a second address under the lowest port. */
  private double secondLine(Ns ns, List<Wanted> wanted) {
    boolean two =
        wanted.stream().anyMatch(w -> Held.shown(held.get(ns).addressesOf(w.link())).size() > 1);
    return two ? 15 : 0;
  }

  private Side side(Held each, LinkView link) {
    return sides.computeIfAbsent(new End(each.ns(), link.name()), end -> side(each, end));
  }

  private Side side(Held each, End end) {
    End peer = peers.get(end);
    if (peer == null || !boxes.containsKey(peer.ns())) {
      return Side.RIGHT;
    }
    if (peer.ns().equals(each.ns())) {
      return Side.LEFT;
    }
    double there = boxes.get(peer.ns()).centerX();
    return there < boxes.get(each.ns()).centerX() ? Side.LEFT : Side.RIGHT;
  }

  private List<Port> ports(Held each) {
    Box box = boxes.get(each.ns());
    List<Port> ports = new ArrayList<>();
    for (LinkView link : each.ports()) {
      End end = new End(each.ns(), link.name());
      Side side = side(each, link);
      ports.add(
          new Port(
              each.ns(),
              link.name(),
              side,
              side == Side.LEFT ? box.x() : box.right(),
              heights.get(end),
              Held.state(link),
              Held.shown(each.addressesOf(link)),
              link.master()));
    }
    ports.sort(Comparator.comparing(Port::side).thenComparingDouble(Port::y));
    return ports;
  }
}
