package vethlab.app.canvas;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vethlab.app.model.PacketText;
import vethlab.app.scene.Scene;
import vethlab.app.scene.Scene.Box;
import vethlab.app.scene.Scene.End;
import vethlab.app.scene.Scene.Wire;
import vethlab.app.scene.Scene.WireKind;
import vethlab.sim.trace.Step;

/** The frames on the links: in the middle while a moment is shown, moving from one to the next. */
final class Flights {
  private static final double SENT = 0;
  private static final double FLYING = 0.5;
  private static final double ARRIVED = 1;

  /**
   * A frame on a line from its sender.
   *
   * @param was the part of the line behind it at the moment before
   * @param is the same now
   */
  private record Flight(
      String protocol, boolean reply, List<double[]> line, double length, double was, double is) {
    Flight to(double next) {
      return new Flight(protocol, reply, line, length, is, next);
    }

    Flight from(double before) {
      return new Flight(protocol, reply, line, length, before, is);
    }
  }

  private Map<Long, Flight> flying = Map.of();
  private Map<End, Wire> wires = Map.of();
  private Optional<Scene> indexed = Optional.empty();
  private long time;

  /** Another moment: what flew before arrives or was not sent yet, what flies now comes to be. */
  void move(Scene scene, List<Step> sent, long now) {
    index(scene);
    boolean forward = now >= time;
    Map<Long, Flight> next = new LinkedHashMap<>();
    flying.forEach((number, flight) -> {
      if (flight.is() == FLYING) {
        next.put(number, flight.to(forward ? ARRIVED : SENT));
      }
    });
    for (Step step : sent) {
      Flight known = next.get(step.number());
      if (known != null) {
        next.put(step.number(), known.to(FLYING).from(FLYING));
      } else {
        flight(step, forward ? SENT : ARRIVED).ifPresent(f -> next.put(step.number(), f));
      }
    }
    flying = next;
    time = now;
  }

  private void index(Scene scene) {
    if (indexed.filter(known -> known == scene).isPresent()) {
      return;
    }
    indexed = Optional.of(scene);
    wires = new HashMap<>();
    for (Wire wire : scene.wires()) {
      if (wire.kind() == WireKind.VETH || wire.kind() == WireKind.UPLINK) {
        wires.put(wire.a(), wire);
        wires.put(wire.b(), wire);
      }
    }
  }

  private Optional<Flight> flight(Step step, double was) {
    String protocol = PacketText.protocol(step.after());
    End sender = new End(step.ns(), step.device());
    return Optional.ofNullable(wires.get(sender))
        .filter(wire -> !protocol.isEmpty())
        .map(wire -> {
          boolean first = wire.a().equals(sender);
          List<double[]> line = first ? wire.points() : wire.points().reversed();
          boolean reply = PacketText.isReply(step.after());
          return new Flight(protocol, reply, line, Corners.length(line), was, FLYING);
        });
  }

  boolean any() {
    return !flying.isEmpty();
  }

  /**
   * Puts on {@code on} what is within {@code view}.
   *
   * @param fraction of the way from the moment before to this one
   */
  void paint(Stamps on, Sprites sprites, Camera camera, Box view, double fraction) {
    for (Flight flight : flying.values()) {
      if (fraction >= 1 && flight.is() != FLYING) {
        continue;
      }
      double way = flight.was() + (flight.is() - flight.was()) * fraction;
      double[] at = Spot.along(flight.line(), flight.length(), way);
      if (view.contains(at[0], at[1])) {
        on.put(
            sprites.of(flight.protocol(), flight.reply()),
            camera.screenX(at[0]),
            camera.screenY(at[1]));
      }
    }
  }
}
