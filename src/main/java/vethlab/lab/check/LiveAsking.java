package vethlab.lab.check;

import java.io.IOException;
import java.time.Duration;
import vethlab.sim.World;

/**
 * Asks single checks while somebody works and waits: of a copy of the world, and never for long.
 */
public final class LiveAsking {
  /** A check that would take longer is one that fails. */
  private static final Duration MOST = Duration.ofSeconds(1);

  private LiveAsking() {}

  /** Whether a check holds in a world as it is, whatever the moment its author had in mind. */
  public static Outcome ask(Check check, World world, Answers answers) {
    try {
      return new Asking(new SimNetwork(world, MOST), answers).ask(check);
    } catch (IOException e) {
      return Outcome.fails("not-asked", String.valueOf(e.getMessage()));
    }
  }
}
