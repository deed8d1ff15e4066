package vethlab.lab.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.lab.Lab;
import vethlab.lab.observe.Observer;
import vethlab.lab.write.LabText;
import vethlab.op.Kernel;
import vethlab.shell.Limits;
import vethlab.shell.Scripts;
import vethlab.shell.Session;
import vethlab.shell.Transcript;
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
  private static final Duration MOST_REAL = Duration.ofSeconds(4);
  private static final long MOST_COMMANDS = 200_000;
  private static final long MOST_OUTPUT = 4 << 20;
  private static final int MOST_STEPS = 200_000;
  private static final int BETWEEN_LOOKS_AT_THE_CLOCK = 1024;

  private final World world;
  private final Duration most;

  /** Asks a world, which stays as it is. */
  public SimNetwork(World world) {
    this(world, MOST_REAL);
  }

  /**
   * @param most of the clock's time that a script may take
   */
  SimNetwork(World world, Duration most) {
    this.world = world;
    this.most = most;
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
    Session session = session(script);
    play(copy, session, most);
    return new Ran(
        session.transcript().text(),
        session.exitStatus().orElse(Session.ENDED_STATUS),
        frames.capture(copy),
        steps);
  }

  /** Whether a script leaves the network as it is, and sends nothing. */
  boolean isUnmoved(String script) {
    World copy = world.copy();
    long frames = copy.frames();
    play(copy, session(script), most);
    return copy.frames() == frames && tables(copy).equals(tables(world));
  }

  private static String tables(World world) {
    return LabText.of(Observer.lab(world.kernel(), Lab.empty("")));
  }

  @Override
  public Kernel kernel() {
    return world.kernel();
  }

  /**
   * Runs a lab's session in the world itself.
   *
   * @throws IOException with a sentence where it does not end
   */
  public static void play(World world, String script) throws IOException {
    Optional<String> unfinished = play(world, session(script), MOST_REAL);
    if (unfinished.isPresent()) {
      throw new IOException("session.sh: " + unfinished.get());
    }
  }

  private static Session session(String script) {
    Limits limits =
        Limits.USUAL
            .with(Limits.Limit.COMMANDS, MOST_COMMANDS)
            .with(Limits.Limit.OUTPUT_BYTES, MOST_OUTPUT);
    return Scripts.session(NAME, script.getBytes(StandardCharsets.UTF_8), limits);
  }

  /** To its end or to what it may use; then it says why it was ended. */
  private static Optional<String> play(World world, Session session, Duration most) {
    long virtual = world.now() + MOST_VIRTUAL;
    long real = System.nanoTime() + most.toNanos();
    Optional<String> unfinished = Optional.empty();
    world.limits(Frugal.LIMITS.after(world));
    world.wakeAt(world.now(), world.spawn(session), 0);
    for (int i = 1; session.exitStatus().isEmpty(); i++) {
      boolean late = i % BETWEEN_LOOKS_AT_THE_CLOCK == 0 && System.nanoTime() > real;
      if (late || !world.hasWork(virtual)) {
        String running = session.waitsFor().map(call -> " (" + call + ")").orElse("");
        unfinished = world.halted().or(() -> Optional.of("it does not end" + running));
        session.end(unfinished.get());
      } else {
        world.step();
      }
    }
    world.runUntil(world.now() + AFTERMATH);
    return unfinished.or(() -> limit(session));
  }

  /** What the session says where one of its own limits has ended it. */
  private static Optional<String> limit(Session session) {
    return session.exitStatus().orElse(0) == Session.ENDED_STATUS
        ? session
            .transcript()
            .text(Transcript.Stream.ERR)
            .lines()
            .reduce((first, second) -> second)
            .filter(line -> line.startsWith(Session.ENDED_MARK))
            .map(line -> line.substring(Session.ENDED_MARK.length()))
        : Optional.empty();
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
