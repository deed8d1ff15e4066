package vethlab.fidelity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vethlab.lab.compare.OutcomeText;
import vethlab.lab.compare.TraceText;
import vethlab.shell.Limits;
import vethlab.shell.Scripts;
import vethlab.shell.Session;
import vethlab.sim.FrameLog;
import vethlab.sim.World;

/** A script with what a real kernel did with it, beside it as .out and .trace. */
record FidelityCase(Path script) {
  private static final long AFTERMATH_NANOS = 150_000_000;

  /** What the simulator did. */
  record Outcome(String out, String trace) {}

  static List<FidelityCase> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<FidelityCase> cases = new ArrayList<>();
      files
          .filter(file -> file.toString().endsWith(".sh"))
          .sorted()
          .forEach(file -> cases.add(new FidelityCase(file)));
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return script.getFileName().toString().replaceAll("\\.sh$", "");
  }

  Outcome expected() {
    return new Outcome(read(".out"), read(".trace"));
  }

  Outcome simulated() {
    World world = new World();
    FrameLog frames = new FrameLog();
    world.tap(frames);
    Session session = Scripts.session(name() + ".sh", read(".sh").getBytes(), Limits.USUAL);
    world.wakeAt(0, world.spawn(session), 0);
    while (session.exitStatus().isEmpty() && world.hasWork(Long.MAX_VALUE)) {
      world.step();
    }
    if (session.exitStatus().isEmpty()) {
      session.end(world.halted().orElse("nothing will ever happen any more"));
    }
    world.runUntil(world.now() + AFTERMATH_NANOS);
    String out = OutcomeText.of(session.transcript().text(), session.exitStatus().getAsInt());
    return new Outcome(out, TraceText.of(frames.capture(world)));
  }

  private String read(String suffix) {
    try {
      return Files.readString(script.resolveSibling(name() + suffix));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
