package vethlab.app.doc;

import java.util.Optional;
import vethlab.shell.Session;
import vethlab.shell.Transcript;
import vethlab.sim.World;
import vethlab.sim.timeline.Timeline;

/** Lets the session that was started last run to its end. */
final class Quietly {
  /** World steps after which a command that has not ended is left alone. */
  private static final int PATIENCE = 200_000;

  private final Timeline timeline;
  private final int task;

  Quietly(Timeline timeline) {
    this.timeline = timeline;
    task = timeline.world().taskCount() - 1;
  }

  private Optional<Session> session() {
    World world = timeline.world();
    return world.task(task) instanceof Session session ? Optional.of(session) : Optional.empty();
  }

  /** Runs it; what it said on stderr when it failed. */
  Optional<String> complaint() {
    for (int i = 0; i < PATIENCE && status() < 0; i++) {
      if (!timeline.advance()) {
        break;
      }
    }
    return status() == 0
        ? Optional.empty()
        : session().map(s -> s.transcript().text(Transcript.Stream.ERR).strip());
  }

  /** -1 before it ends. */
  private int status() {
    return session().map(s -> s.exitStatus().orElse(-1)).orElse(-1);
  }
}
