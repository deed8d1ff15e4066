package vethlab.lab.check;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vethlab.sim.World;

/**
 * The checks of a lab while somebody works at it. After each edit or command they are asked of
 * copies of the world as it is then; one that has held once is done and is not asked again.
 */
public final class LiveChecks {
  /** A check that would take longer is one that fails. */
  private static final Duration MOST = Duration.ofMillis(250);

  private final LabChecks checks;
  private final Map<String, Outcome> outcomes = new LinkedHashMap<>();

  public LiveChecks(LabChecks checks) {
    this.checks = checks;
  }

  public List<Check> checks() {
    return checks.checks();
  }

  /** Asks whatever is not done yet; answers the checks that are now. */
  public List<Check> ask(World world) {
    List<Check> done = new ArrayList<>();
    for (Check check : checks.checks()) {
      if (!isDone(check.id())) {
        Outcome outcome = ask(check, world);
        outcomes.put(check.id(), outcome);
        if (outcome.holds()) {
          done.add(check);
        }
      }
    }
    return done;
  }

  private Outcome ask(Check check, World world) {
    try {
      return new Asking(new SimNetwork(world, MOST), checks.answers()).ask(check);
    } catch (IOException e) {
      return Outcome.fails("not-asked", String.valueOf(e.getMessage()));
    }
  }

  public boolean isDone(String id) {
    return outcomes.getOrDefault(id, Outcome.fails("not-asked", "")).holds();
  }

  /** What a check gave when it was asked last; empty before that. */
  public Optional<Outcome> outcome(String id) {
    return Optional.ofNullable(outcomes.get(id));
  }

  /** What was done in an earlier sitting stays done. */
  public void remember(String id) {
    outcomes.put(id, Outcome.HOLDS);
  }
}
