package vethlab.app.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vethlab.app.doc.Document;
import vethlab.sim.trace.Step;
import vethlab.sim.trace.Verdict;
import vethlab.wire.Frame;

/**
 * One packet on its whole way: it has another id in each namespace, so what left by a link is
 * matched with what arrived at the other end.
 */
public final class Followed {
  /** How far before and after the moment its way is looked for. */
  private static final int REACH = 5_000;

  private final List<Step> near;
  private final Set<Long> ids = new TreeSet<>();

  private Followed(List<Step> near) {
    this.near = near;
  }

  /** The way of the packet of an event, as a filter for the event list. */
  public static String filter(Document document, int index) {
    return ids(document, index).stream()
        .map(id -> "packet == " + id)
        .collect(Collectors.joining(" or "));
  }

  static Set<Long> ids(Document document, int index) {
    long from = Math.max(document.timeline().firstKept(), index - REACH);
    List<Step> near =
        document.timeline().steps(from, Math.min(document.eventCount(), index + REACH));
    Followed followed = new Followed(near);
    followed.ids.add(document.event(index).packetId());
    followed.onwards(near);
    followed.backwards(near.reversed());
    return followed.ids;
  }

  /** What arrives just as it was sent is the same packet. */
  private void onwards(List<Step> steps) {
    List<Step> seen = new ArrayList<>();
    for (Step step : steps) {
      if (ids.contains(step.packetId())) {
        seen.add(step);
      } else if (seen.stream().anyMatch(s -> arrivesAs(s, step) || isCopied(s, step))) {
        ids.add(step.packetId());
      }
    }
  }

  /** What was sent just as it arrived here was the same packet. */
  private void backwards(List<Step> steps) {
    for (Step step : steps) {
      if (ids.contains(step.packetId()) && isFirst(step)) {
        near.stream()
            .filter(s -> arrivesAs(s, step))
            .findFirst()
            .ifPresent(s -> ids.add(s.packetId()));
      }
    }
  }

  private boolean isFirst(Step step) {
    for (Step each : near) {
      if (each.packetId() == step.packetId()) {
        return each == step;
      }
    }
    return false;
  }

  private static boolean arrivesAs(Step sent, Step step) {
    return sent.verdict() instanceof Verdict.Sent
        && step.time() > sent.time()
        && step.before().equals(sent.after())
        && step.frame().map(Frame::src).equals(sent.frame().map(Frame::src));
  }

  /** A flooding bridge gives each port a copy. */
  private static boolean isCopied(Step step, Step copy) {
    return copy.time() == step.time()
        && copy.ns().equals(step.ns())
        && copy.before().equals(step.after())
        && copy.frame().isPresent()
        && copy.frame().equals(step.frame());
  }
}
