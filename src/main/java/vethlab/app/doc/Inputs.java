package vethlab.app.doc;

import java.util.List;
import vethlab.lab.Lab;
import vethlab.lab.SimulatedLab;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.shell.Limits;
import vethlab.shell.Process;
import vethlab.shell.Program;
import vethlab.shell.Progress;
import vethlab.shell.Scripts;
import vethlab.shell.Session;
import vethlab.shell.StandardCommands;
import vethlab.sim.World;
import vethlab.sim.timeline.Input;

/** What is done to a world from the window: values that do the same each time they are applied. */
final class Inputs {
  private Inputs() {}

  /** Changes to the network. */
  record Ops(List<Op> ops) implements Input {
    @Override
    public void apply(World world) {
      ops.forEach(op -> world.kernel().apply(op));
    }
  }

  /** What a lab says that answers there starts to listen. */
  record Services(Lab lab) implements Input {
    @Override
    public void apply(World world) {
      SimulatedLab.listen(world, lab);
    }
  }

  /** A terminal is opened. */
  record OpenTerminal(Ns ns) implements Input {
    @Override
    public void apply(World world) {
      List<String> argv = List.of("bash", "-i");
      Session session =
          new Session(new Entering(ns, argv), argv, StandardCommands.table(), Limits.USUAL);
      world.wakeAt(world.now(), world.spawn(session), 0);
    }
  }

  /** A command line runs in a namespace, out of sight of the terminals. */
  record RunLine(Ns ns, String line) implements Input {
    @Override
    public void apply(World world) {
      List<String> argv = List.of("bash", "-c", line);
      Session session =
          new Session(new Entering(ns, argv), argv, StandardCommands.table(), Limits.USUAL);
      session.endInput();
      world.wakeAt(world.now(), world.spawn(session), 0);
    }
  }

  /** A script runs, as from a file. */
  record RunScript(String name, String text) implements Input {
    @Override
    public void apply(World world) {
      byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
      Session session = Scripts.session(name, bytes, Limits.USUAL);
      world.wakeAt(world.now(), world.spawn(session), 0);
    }
  }

  /** A line is typed. */
  record TypeLine(int task, String line) implements Input {
    @Override
    public void apply(World world) {
      if (world.task(task) instanceof Session session) {
        session.feed(line);
        world.wakeAt(world.now(), task, 0);
      }
    }
  }

  /** Ctrl+C. */
  record Interrupt(int task) implements Input {
    @Override
    public void apply(World world) {
      if (world.task(task) instanceof Session session) {
        session.interrupt();
        world.wakeAt(world.now(), task, 0);
      }
    }
  }

  /** A process that goes into a namespace and becomes a shell there. */
  private record Entering(Ns ns, List<String> argv) implements Program {
    @Override
    public Program copy() {
      return this;
    }

    @Override
    public Progress advance(Process process) {
      return new Progress.Exec(argv, ns);
    }
  }
}
