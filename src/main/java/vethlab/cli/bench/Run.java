package vethlab.cli.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import vethlab.shell.Limits;
import vethlab.shell.Session;
import vethlab.sim.World;
import vethlab.sim.trace.Tracer;

/**
 * One measured run of a script.
 *
 * @param setupNanos wall time until the script's first marker, or all of it where it has none
 * @param wallNanos wall time of the whole run
 * @param cpuNanos processor time of the thread from the first frame on
 */
record Run(World world, long frames, long steps, long setupNanos, long wallNanos, long cpuNanos) {
  private static final Limits LIMITS =
      Limits.USUAL
          .with(Limits.Limit.COMMANDS, 100_000_000)
          .with(Limits.Limit.PROCESSES, 1_000_000)
          .with(Limits.Limit.SCRIPT_BYTES, 1L << 30)
          .with(Limits.Limit.VIRTUAL_SECONDS, 1_000_000);

  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  /** Runs to the script's end. */
  static Run of(String script, Tracer tracer) {
    World world = new World();
    world.tracer(tracer);
    Session session =
        vethlab.shell.Scripts.session("bench.sh", script.getBytes(StandardCharsets.UTF_8), LIMITS);
    int task = world.spawn(session);
    world.wakeAt(0, task, 0);
    long start = System.nanoTime();
    long setup = 0;
    long cpu = CPU.getCurrentThreadCpuTime();
    while (session.exitStatus().isEmpty() && world.hasWork(Long.MAX_VALUE)) {
      world.step();
      if (setup == 0 && world.frames() > 0) {
        setup = System.nanoTime() - start;
        cpu = CPU.getCurrentThreadCpuTime();
      }
    }
    long wall = System.nanoTime() - start;
    if (session.exitStatus().orElse(1) != 0) {
      throw new IllegalStateException("the script has failed:\n" + session.transcript().text());
    }
    long worked = CPU.getCurrentThreadCpuTime() - cpu;
    return new Run(world, world.frames(), world.steps(), setup == 0 ? wall : setup, wall, worked);
  }

  /** Frames a second of wall time, from the first frame on. */
  double framesPerSecond() {
    return frames * 1e9 / Math.max(1, wallNanos - setupNanos);
  }

  /** Frames a second of the thread's processor time, from the first frame on. */
  double framesPerCpuSecond() {
    return frames * 1e9 / Math.max(1, cpuNanos);
  }
}
