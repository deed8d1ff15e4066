package vethlab.app.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vethlab.op.Ns;
import vethlab.sim.trace.Row;
import vethlab.sim.trace.Step;
import vethlab.sim.trace.Verdict;

/**
 * The way of one packet through a namespace, up to a moment: the stations it passes, what was said
 * at each, where it is, and the table that decided there.
 */
public record Way(Ns ns, List<Stop> stops, Optional<Step> here) {

  /** Where the packet stands with a station. */
  public enum State {
    PASSED,
    HERE,
    DIED,
    AHEAD,
    NEVER
  }

  /**
   * @param note what was decided there, or what tables there are; may be empty
   * @param rewritten the new value where NAT rewrote the packet there, else empty
   */
  public record Stop(WayRow row, State state, String note, String rewritten) {}

  private static final List<WayRow> FORWARDED =
      List.of(
          WayRow.RECEIVE,
          WayRow.BRIDGE,
          WayRow.PREROUTING,
          WayRow.ROUTING,
          WayRow.FORWARD,
          WayRow.POSTROUTING,
          WayRow.NEIGHBOUR,
          WayRow.TRANSMIT);
  private static final List<WayRow> DELIVERED =
      List.of(
          WayRow.RECEIVE,
          WayRow.BRIDGE,
          WayRow.PREROUTING,
          WayRow.ROUTING,
          WayRow.INPUT,
          WayRow.PROCESS);
  private static final List<WayRow> SENT =
      List.of(
          WayRow.PROCESS,
          WayRow.ROUTING,
          WayRow.OUTPUT,
          WayRow.POSTROUTING,
          WayRow.NEIGHBOUR,
          WayRow.BRIDGE,
          WayRow.TRANSMIT);
  private static final List<WayRow> BRIDGED =
      List.of(
          WayRow.RECEIVE,
          WayRow.BRIDGE,
          WayRow.PREROUTING,
          WayRow.FORWARD,
          WayRow.POSTROUTING,
          WayRow.TRANSMIT);
  private static final List<WayRow> ARP_ANSWERED =
      List.of(WayRow.RECEIVE, WayRow.BRIDGE, WayRow.ARP, WayRow.TRANSMIT);

  /** The usual way of a namespace in which no packet stands. */
  public static Way idle(Ns ns, boolean routes, boolean bridges) {
    List<WayRow> rows = new ArrayList<>(routes ? FORWARDED : DELIVERED);
    if (!bridges) {
      rows.remove(WayRow.BRIDGE);
    }
    return new Way(
        ns,
        rows.stream().map(row -> new Stop(row, State.AHEAD, "", "")).toList(),
        Optional.empty());
  }

  /**
   * @param steps all that is known of the packet in this namespace, in order
   * @param here how many of them have happened; at least one
   */
  public static Way of(List<Step> steps, int here, boolean bridges) {
    Step now = steps.get(here - 1);
    Set<WayRow> visited = EnumSet.noneOf(WayRow.class);
    steps.forEach(step -> visited.add(WayRow.of(step)));
    List<WayRow> rows = new ArrayList<>(kind(visited, steps));
    if (!visited.contains(WayRow.BRIDGE)) {
      rows.remove(WayRow.BRIDGE);
    } else if (visited.contains(WayRow.BRIDGE) && !visited.contains(WayRow.RECEIVE)) {
      rows.remove(WayRow.RECEIVE);
    }
    boolean dies = steps.getLast().verdict() instanceof Verdict.Dropped;
    WayRow at = WayRow.of(now);
    List<Stop> stops = new ArrayList<>();
    boolean after = false;
    for (WayRow row : rows) {
      State state = state(row, at, after, visited, now, dies);
      after |= row == at;
      Optional<Step> said = last(steps.subList(0, here), row);
      stops.add(
          new Stop(
              row, state, said.map(Way::note).orElse(""), said.map(Way::rewritten).orElse("")));
    }
    return new Way(now.ns(), stops, Optional.of(now));
  }

  private static State state(
      WayRow row, WayRow at, boolean after, Set<WayRow> visited, Step now, boolean dies) {
    if (row == at) {
      return now.verdict() instanceof Verdict.Dropped ? State.DIED : State.HERE;
    }
    if (!after) {
      return State.PASSED;
    }
    return now.verdict() instanceof Verdict.Dropped || dies && !visited.contains(row)
        ? State.NEVER
        : State.AHEAD;
  }

  private static List<WayRow> kind(Set<WayRow> visited, List<Step> steps) {
    if (visited.contains(WayRow.ARP)) {
      return ARP_ANSWERED;
    }
    boolean began =
        WayRow.of(steps.getFirst()) != WayRow.RECEIVE
            && WayRow.of(steps.getFirst()) != WayRow.BRIDGE;
    if (visited.contains(WayRow.OUTPUT)
        || began && !visited.contains(WayRow.ROUTING)
        || began && !visited.contains(WayRow.RECEIVE)) {
      return SENT;
    }
    if (visited.contains(WayRow.INPUT) || visited.contains(WayRow.PROCESS)) {
      return DELIVERED;
    }
    if (visited.contains(WayRow.BRIDGE) && !visited.contains(WayRow.ROUTING)) {
      List<WayRow> bridged = new ArrayList<>(BRIDGED);
      bridged.removeIf(row -> row.isKernelName() && !visited.contains(row));
      return bridged;
    }
    return FORWARDED;
  }

  private static Optional<Step> last(List<Step> steps, WayRow row) {
    Optional<Step> found = Optional.empty();
    for (Step step : steps) {
      if (WayRow.of(step) == row) {
        boolean tells = !step.decided().isNone() || step.verdict() instanceof Verdict.Rewritten;
        if (tells || found.isEmpty()) {
          found = Optional.of(step);
        }
      }
    }
    return found;
  }

  private static String note(Step step) {
    Row row = step.decided();
    return switch (row.table()) {
      case NONE -> "";
      case CONNTRACK -> "";
      case IPTABLES -> row.number() == 0 ? row.text() : "#" + row.number() + " " + row.text();
      default -> row.text();
    };
  }

  private static String rewritten(Step step) {
    return step.verdict() instanceof Verdict.Rewritten r && !r.field().equals("ttl") ? r.now() : "";
  }

  /** The station where the packet is, or was last. */
  public int index() {
    for (int i = 0; i < stops.size(); i++) {
      if (stops.get(i).state() == State.HERE || stops.get(i).state() == State.DIED) {
        return i;
      }
    }
    return -1;
  }
}
