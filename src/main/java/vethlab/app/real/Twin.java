package vethlab.app.real;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import vethlab.lab.Lab;
import vethlab.lab.SimulatedLab;
import vethlab.lab.compare.TraceText;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.shell.Limits;
import vethlab.shell.Scripts;
import vethlab.shell.Session;
import vethlab.sim.FrameLog;
import vethlab.sim.FrameTap;
import vethlab.sim.World;

/** The simulated twin of a real network: it does what is done there, and so predicts it. */
final class Twin {
  private static final long AFTERMATH = 150_000_000;
  private static final long MOST_NANOS = 600_000_000_000L;

  private final World world;
  private long seen = System.nanoTime();

  Twin(Lab lab) {
    world = SimulatedLab.of(lab).world();
  }

  /** As much time passes here as has passed there, so that what is learnt grows as old. */
  private void catchUp() {
    long now = System.nanoTime();
    world.runUntil(world.now() + Math.min(now - seen, MOST_NANOS));
    seen = now;
  }

  void apply(Op op) {
    catchUp();
    world.kernel().apply(op);
  }

  /**
   * Runs a command in a namespace; the frames it makes, as text.
   *
   * @param limit after which it is interrupted, in nanoseconds
   */
  String run(Ns ns, String line, OptionalLong limit) {
    catchUp();
    FrameLog frames = new FrameLog();
    world.tap(frames);
    String script = ns.isHost() ? line : inside(ns, line);
    Session session =
        Scripts.session("twin", script.getBytes(StandardCharsets.UTF_8), Limits.USUAL);
    world.wakeAt(world.now(), world.spawn(session), 0);
    long until = world.now() + limit.orElse(MOST_NANOS);
    while (session.exitStatus().isEmpty() && world.hasWork(until)) {
      world.step();
    }
    if (session.exitStatus().isEmpty()) {
      session.end("interrupted");
    }
    world.runUntil(world.now() + AFTERMATH);
    world.tap(FrameTap.NOBODY);
    seen = System.nanoTime();
    return TraceText.of(frames.capture(world));
  }

  /** The whole line, pipes and all, inside a namespace. */
  static String inside(Ns ns, String line) {
    return "ip netns exec " + ns + " bash -c '" + line.replace("'", "'\\''") + "'";
  }
}
