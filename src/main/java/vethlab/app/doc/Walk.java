package vethlab.app.doc;

import java.util.Optional;
import vethlab.sim.timeline.Level;
import vethlab.sim.timeline.Timeline;
import vethlab.sim.trace.Step;

/** Where in a run one stands, counted in events, and how one gets elsewhere. */
final class Walk {
  private final Timeline timeline;

  /** Of several events at one position, up to which; 0 for all of them. */
  private int lookedAt;

  Walk(Timeline timeline) {
    this.timeline = timeline;
  }

  /** How many events are known. */
  int eventCount() {
    return (int) timeline.recorded();
  }

  /** How many of them have happened by the moment shown. */
  int eventsHere() {
    int happened = (int) timeline.recordedHere();
    return lookedAt > 0 && lookedAt < happened && isOneStep(lookedAt, happened)
        ? lookedAt
        : happened;
  }

  /** Whether what lies between two counts of events happened at one position. */
  private boolean isOneStep(int fewer, int more) {
    return fewer - 1 >= timeline.firstKept()
        && event(fewer - 1).number() == event(more - 1).number();
  }

  Step event(int index) {
    return timeline.steps(index, index + 1).getFirst();
  }

  /** The event that has just happened. */
  Optional<Step> current() {
    int here = eventsHere();
    return here == 0 || here - 1 < timeline.firstKept()
        ? Optional.empty()
        : Optional.of(event(here - 1));
  }

  /** To the moment when so many events have happened. */
  void goToEvent(int count) {
    lookedAt = count;
    if (count <= 0) {
      int first = eventCount();
      timeline.goTo(first == 0 ? 0 : Math.max(0, event(0).number() - 1));
    } else {
      timeline.goTo(event(Math.min(count, eventCount()) - 1).number());
    }
  }

  boolean forward(Level level) {
    int before = eventsHere();
    boolean within = level == Level.LOOKUP && before < timeline.recordedHere();
    boolean moved = within || timeline.forward(level);
    lookedAt = level == Level.LOOKUP ? before + 1 : 0;
    return moved;
  }

  boolean back(Level level) {
    int before = eventsHere();
    boolean within = level == Level.LOOKUP && before > 1 && isOneStep(before - 1, before);
    boolean moved = within || timeline.back(level);
    lookedAt = within ? before - 1 : 0;
    return moved;
  }
}
