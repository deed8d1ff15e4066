package vethlab.lab.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vethlab.sim.trace.DropReason;
import vethlab.sim.trace.Row;
import vethlab.sim.trace.Step;
import vethlab.sim.trace.Verdict;
import vethlab.wire.Arp;
import vethlab.wire.Ipv4;

/** Among the steps of a probe, those that explain how it ended. */
final class Obstacles {
  private static final int MOST = 2;

  private Obstacles() {}

  /** Where packets died, what matters most first. */
  static List<Step> in(List<Step> steps) {
    List<Step> drops = new ArrayList<>();
    steps.stream()
        .filter(step -> step.verdict() instanceof Verdict.Dropped)
        .filter(step -> weight(step) < Integer.MAX_VALUE)
        .sorted(Comparator.comparingInt(Obstacles::weight))
        .filter(step -> drops.stream().noneMatch(known -> isLike(known, step)))
        .forEach(drops::add);
    List<Step> important =
        drops.stream().filter(step -> weight(step) == weight(drops.getFirst())).toList();
    return important.stream().limit(MOST).toList();
  }

  /** A packet that nobody answered ARP for died of what happened to the ARP. */
  private static int weight(Step step) {
    DropReason reason = ((Verdict.Dropped) step.verdict()).reason();
    if (step.after() instanceof Arp) {
      return reason == DropReason.NOT_SPECIFIED || reason == DropReason.OTHERHOST
          ? Integer.MAX_VALUE
          : 0;
    }
    boolean group = !(step.after() instanceof Ipv4 packet) || packet.dst().isMulticast();
    if (group) {
      return Integer.MAX_VALUE;
    }
    return switch (reason) {
      case OTHERHOST -> 2;
      case NOT_SPECIFIED -> 3; // what came twice, and its like
      case NEIGH_FAILED, NEIGH_CREATEFAIL, NEIGH_QUEUEFULL -> 1;
      default -> 0;
    };
  }

  private static boolean isLike(Step one, Step other) {
    return one.ns().equals(other.ns())
        && one.why().key().equals(other.why().key())
        && one.device().equals(other.device());
  }

  /** The last that happened to a packet of the probe. */
  static Optional<Step> last(List<Step> steps) {
    return steps.stream()
        .filter(step -> step.after() instanceof Ipv4 packet && !packet.dst().isMulticast())
        .reduce((first, second) -> second);
  }

  /** The rules and policies that let a packet through; where there are none, the routes. */
  static List<Step> gates(List<Step> steps) {
    List<Step> rules = distinct(steps, Row.Table.IPTABLES);
    return rules.isEmpty() ? distinct(steps, Row.Table.ROUTE) : rules;
  }

  private static List<Step> distinct(List<Step> steps, Row.Table table) {
    List<Step> found = new ArrayList<>();
    steps.stream()
        .filter(step -> step.decided().table() == table)
        .filter(step -> found.stream().noneMatch(known -> isLike(known, step)))
        .forEach(found::add);
    return found.stream().limit(MOST).toList();
  }
}
