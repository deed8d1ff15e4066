package vethlab.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.app.model.PacketSteps;
import vethlab.app.model.PacketText;
import vethlab.app.model.Way;
import vethlab.app.scene.Scene;
import vethlab.app.scene.Scene.Box;
import vethlab.app.scene.Scene.Wire;
import vethlab.app.theme.Theme;
import vethlab.sim.Stage;
import vethlab.sim.trace.Step;
import vethlab.sim.trace.Verdict;

/** The packets of a moment, and the one that moves from where it was to where it is. */
final class Tokens {
  private Optional<Step> last = Optional.empty();
  private Optional<Spot> from = Optional.empty();
  private Optional<Spot> to = Optional.empty();
  private List<double[]> path = List.of();
  private final Flights flights = new Flights();
  private long began;
  private long hop;

  /** The moment has changed: the packet goes to where it is now within {@code hop} nanoseconds. */
  void move(Scene scene, PacketSteps steps, Optional<Way> way, long clock, long hop) {
    Optional<Step> now = steps.current();
    flights.move(scene, steps.onLinks(now), steps.time());
    Optional<Spot> next = now.flatMap(step -> Spot.of(scene, step, way));
    boolean goesOn = last.isPresent() && now.isPresent() && belongs(last.get(), now.get());
    from = goesOn && to.isPresent() ? to : now.flatMap(step -> Spot.port(scene, step));
    to = next;
    path = from.isPresent() && to.isPresent() ? path(from.get(), to.get()) : List.of();
    began = clock;
    this.hop = path.isEmpty() && !flights.any() ? 0 : hop;
    last = now;
  }

  /** Whether the second step may be about what the first one was about. */
  private static boolean belongs(Step a, Step b) {
    boolean same = a.packetId() == b.packetId() && a.ns().equals(b.ns());
    boolean crossed = a.verdict() instanceof Verdict.Sent && b.stage() == Stage.RECEIVE;
    boolean later = b.number() >= a.number();
    boolean protocol = PacketText.protocol(a.after()).equals(PacketText.protocol(b.before()));
    return later && (same || (crossed || a.time() <= b.time()) && protocol);
  }

  private static List<double[]> path(Spot a, Spot b) {
    List<double[]> points = new ArrayList<>();
    points.add(new double[] {a.x(), a.y()});
    Optional<Wire> wire = b.wire().or(a::wire);
    if (wire.isPresent() && (a.wire().isEmpty() || b.wire().isEmpty())) {
      List<double[]> line = wire.get().points();
      double[] end = a.wire().isPresent() ? nearer(line, b) : nearer(line, a);
      points.add(end);
    }
    points.add(new double[] {b.x(), b.y()});
    return points;
  }

  private static double[] nearer(List<double[]> line, Spot spot) {
    double[] at = {spot.x(), spot.y()};
    return Corners.length(line.getFirst(), at) < Corners.length(line.getLast(), at)
        ? line.getFirst()
        : line.getLast();
  }

  boolean isMoving(long clock) {
    return hop > 0 && clock - began < hop;
  }

  /** The link the packet is on, or comes by. */
  Optional<Wire> link() {
    return to.flatMap(Spot::wire);
  }

  /** The frames on links but for the one that is followed. */
  void paintFlights(Stamps on, Sprites sprites, Camera camera, Box view, long clock) {
    flights.paint(on, sprites, camera, view, isMoving(clock) ? fraction(clock) : 1);
  }

  /** The one that is followed, as small as the others. */
  void paintSmall(Stamps on, Sprites sprites, Camera camera, long clock) {
    if (last.isEmpty() || to.isEmpty()) {
      return;
    }
    String protocol = PacketText.protocol(last.get().after());
    if (!protocol.isEmpty()) {
      double[] at = place(to.get(), clock);
      on.put(
          sprites.of(protocol, PacketText.isReply(last.get().after())),
          camera.screenX(at[0]),
          camera.screenY(at[1]));
    }
  }

  private double[] place(Spot end, long clock) {
    return isMoving(clock) && !path.isEmpty()
        ? Spot.along(path, fraction(clock))
        : new double[] {end.x(), end.y()};
  }

  private double fraction(long clock) {
    double t = (clock - began) / (double) hop;
    return t * t * (3 - 2 * t);
  }

  /** The one that is followed. */
  void paint(Pen pen, Theme theme, long clock) {
    if (last.isEmpty() || to.isEmpty()) {
      return;
    }
    Step step = last.get();
    if (isMoving(clock) && !path.isEmpty()) {
      double[] at = place(to.get(), clock);
      small(pen, theme, step, at[0], at[1], -22);
      return;
    }
    Spot spot = to.get();
    if (spot.kind() != Spot.Kind.STATION) {
      small(pen, theme, step, spot.x(), spot.y(), spot.kind() == Spot.Kind.LINK ? -22 : 23);
    }
  }

  private static void small(Pen pen, Theme theme, Step step, double x, double y, double caption) {
    String protocol = PacketText.protocol(step.after());
    if (protocol.isEmpty()) {
      return;
    }
    TokenPainter.small(pen, theme, x, y, protocol, PacketText.isReply(step.after()));
    if (caption != 0) {
      TokenPainter.caption(pen, theme, x, y + caption, PacketText.label(step.after()));
    }
    if (step.verdict() instanceof Verdict.Dropped) {
      Glyphs.cross(pen, x + 15, y - 8, 8);
    }
  }
}
