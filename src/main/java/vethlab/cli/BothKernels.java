package vethlab.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.lab.Lab;
import vethlab.lab.compare.Difference;
import vethlab.lab.compare.OutcomeText;
import vethlab.lab.compare.TraceText;
import vethlab.lab.observe.Observer;
import vethlab.lab.write.LabText;
import vethlab.linux.RealRun;
import vethlab.linux.agent.Talk;
import vethlab.op.Kernel;
import vethlab.shell.Limits;
import vethlab.shell.Scripts;
import vethlab.sim.FrameLog;
import vethlab.sim.SimKernel;
import vethlab.sim.World;

/** One script on the real kernel and on the simulated one, and where they differ. */
final class BothKernels {
  /** What a kernel made of a script: its output, its frames, and the tables it left. */
  record Seen(String output, String frames, String tables) {}

  /**
   * @param what output, frames or tables
   */
  record Differs(String what, Difference where) {}

  /**
   * @param lostFrames frames that the recording of the real kernel missed
   */
  record Verdict(Seen real, Seen simulated, long lostFrames) {
    List<Differs> differences() {
      List<Differs> all = new ArrayList<>();
      compare("output", real.output(), simulated.output()).ifPresent(all::add);
      compare("frames", real.frames(), simulated.frames()).ifPresent(all::add);
      compare("tables", real.tables(), simulated.tables()).ifPresent(all::add);
      return all;
    }

    private static Optional<Differs> compare(String what, String real, String simulated) {
      return Difference.between(real, simulated).map(d -> new Differs(what, d));
    }
  }

  private BothKernels() {}

  static Verdict run(String name, byte[] script) throws IOException {
    StringBuilder tables = new StringBuilder();
    RealRun real =
        RealRun.of(name, script, Talk.Streams.MERGED, kernel -> tables.append(tables(kernel)));
    String output = new String(real.out(), StandardCharsets.UTF_8);
    Seen seen =
        new Seen(
            OutcomeText.of(output, real.status()), TraceText.of(real.capture()), tables.toString());
    return new Verdict(seen, simulate(name, script), real.lostFrames());
  }

  private static Seen simulate(String name, byte[] script) {
    World world = new World();
    FrameLog frames = new FrameLog();
    world.tap(frames);
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
    int status =
        new ScriptRun(world, Scripts.session(name, script, Limits.USUAL), both, both).run();
    return new Seen(
        OutcomeText.of(printed.toString(StandardCharsets.UTF_8), status),
        TraceText.of(frames.capture(world)),
        tables(new SimKernel(world)));
  }

  private static String tables(Kernel kernel) {
    return LabChoice.withoutIdleChains(LabText.of(Observer.lab(kernel, Lab.empty("after"))));
  }
}
