package vethlab.lab.check;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vethlab.op.Kernel;
import vethlab.shell.Limits;
import vethlab.shell.Scripts;
import vethlab.shell.Session;
import vethlab.sim.FrameLog;
import vethlab.sim.World;
import vethlab.sim.trace.Step;

/** The simulated network: every script runs on a copy of the same world. */
public final class SimNetwork implements Network {
  private static final String NAME = "check.sh";
  private static final long SECOND = 1_000_000_000;

  /** What is in flight when a script ends still arrives. */
  private static final long AFTERMATH = SECOND * 3 / 20;

  private static final long MOST_VIRTUAL = 600 * SECOND;
  private static final Duration MOST_REAL = Duration.ofSeconds(10);
  private static final int MOST_STEPS = 200_000;
  private static final int BETWEEN_LOOKS_AT_THE_CLOCK = 4096;

  private final World world;

  /**
   * Asks a world, which stays as it is.
   *
   * @param world between steps
   */
  public SimNetwork(World world) {
    this.world = world;
  }

  @Override
  public Ran run(String script) {
    World copy = world.copy();
    List<Step> steps = new ArrayList<>();
    copy.tracer(step -> {
      if (steps.size() < MOST_STEPS) {
        steps.add(step);
      }
    });
    FrameLog frames = new FrameLog();
    copy.tap(frames);
    Session session = play(copy, script);
    return new Ran(
        session.transcript().text(),
        session.exitStatus().orElse(Session.ENDED_STATUS),
        frames.capture(copy),
        steps);
  }

  @Override
  public Kernel kernel() {
    return world.kernel();
  }

  /** Runs a script in the world itself, to its end or to what it may use. */
  static Session play(World world, String script) {
    Session session = Scripts.session(NAME, script.getBytes(StandardCharsets.UTF_8), Limits.USUAL);
    long virtual = world.now() + MOST_VIRTUAL;
    long real = System.nanoTime() + MOST_REAL.toNanos();
    world.limits(Frugal.LIMITS.after(world));
    world.wakeAt(world.now(), world.spawn(session), 0);
    for (int i = 1; session.exitStatus().isEmpty(); i++) {
      boolean late = i % BETWEEN_LOOKS_AT_THE_CLOCK == 0 && System.nanoTime() > real;
      if (late || !world.hasWork(virtual)) {
        String running = session.waitsFor().map(call -> " (" + call + ")").orElse("");
        session.end(world.halted().orElse("it does not end" + running));
      } else {
        world.step();
      }
    }
    world.runUntil(world.now() + AFTERMATH);
    return session;
  }

  /** A check's network is small: a storm is told early. */
  private record Frugal(long frames, int pending) {
    static final Frugal LIMITS = new Frugal(400_000, 100_000);

    vethlab.sim.Limits after(World world) {
      vethlab.sim.Limits usual = vethlab.sim.Limits.DEFAULT;
      return new vethlab.sim.Limits(
          world.frames() + frames, usual.framesAtOnce(), pending, usual.stages());
    }
  }
}
