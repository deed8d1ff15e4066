package vethlab.cli;

import java.io.PrintStream;
import vethlab.shell.Session;
import vethlab.shell.Transcript;
import vethlab.sim.World;

/** A script that runs on a simulated host of its own, printing as it goes. */
final class ScriptRun {
  /** How long the world goes on after the script, as a machine does: what is in flight arrives. */
  private static final long AFTERMATH_NANOS = 150_000_000;

  private final World world;
  private final Session session;
  private final PrintStream out;
  private final PrintStream err;
  private Transcript printed = Transcript.EMPTY;

  ScriptRun(World world, Session session, PrintStream out, PrintStream err) {
    this.world = world;
    this.session = session;
    this.out = out;
    this.err = err;
  }

  /** Runs it to its end; answers its exit status. */
  int run() {
    int task = world.spawn(session);
    world.wakeAt(world.now(), task, 0);
    while (session.exitStatus().isEmpty()) {
      if (!world.hasWork(Long.MAX_VALUE)) {
        endStuck();
        break;
      }
      world.step();
      print();
    }
    print();
    world.runUntil(world.now() + AFTERMATH_NANOS);
    print();
    out.flush();
    err.flush();
    return session.exitStatus().orElse(ExitCodes.FAILED);
  }

  private void endStuck() {
    String waits =
        session.waitsFor().map(call -> ": `" + call + "` would wait for ever").orElse("");
    session.end(world.halted().orElse("nothing will ever happen any more" + waits));
  }

  private void print() {
    Transcript now = session.transcript();
    if (now.size() != printed.size()) {
      now.since(
          printed,
          (stream, bytes) -> {
            PrintStream to = stream == Transcript.Stream.OUT ? out : err;
            to.writeBytes(bytes);
            to.flush();
          });
      printed = now;
    }
  }
}
