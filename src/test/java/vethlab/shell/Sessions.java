package vethlab.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vethlab.shell.Transcript.Stream;
import vethlab.sim.World;

/** Runs scripts in a session on a fresh world. */
public final class Sessions {

  /** What came of a script. */
  public record Outcome(String out, String err, int status) {}

  private Sessions() {}

  /** A session that runs {@code bash SCRIPT} with this text, spawned in the world. */
  public static int spawn(World world, String name, String text, List<String> arguments) {
    List<String> argv = new ArrayList<>(List.of("bash", name));
    argv.addAll(arguments);
    CommandTable table = StandardCommands.table();
    Session session =
        new Session(table.find("bash").orElseThrow().start(argv), argv, table, Limits.USUAL);
    session.putFile("/root/" + name, text);
    session.endInput();
    int task = world.spawn(session);
    world.wakeAt(0, task, 0);
    return task;
  }

  public static Session session(World world, int task) {
    return (Session) world.task(task);
  }

  /** Runs until the script has ended or nothing more can happen. */
  public static Outcome run(String text, String... arguments) {
    World world = new World();
    int task = spawn(world, "script.sh", text, List.of(arguments));
    return finish(world, task);
  }

  /** Runs a script of this name, as error messages show it. */
  public static Outcome runNamed(String name, String text) {
    World world = new World();
    return finish(world, spawn(world, name, text, List.of()));
  }

  public static Outcome finish(World world, int task) {
    long steps = 0;
    while (session(world, task).exitStatus().isEmpty()
        && world.nextTime() != Long.MAX_VALUE
        && steps++ < 10_000_000) {
      world.step();
    }
    Session session = session(world, task);
    if (session.exitStatus().isEmpty()) {
      session.end("nothing more will happen; waiting for: " + session.waitsFor().orElse("nothing"));
    }
    return new Outcome(
        session.transcript().text(Stream.OUT),
        session.transcript().text(Stream.ERR),
        session.exitStatus().getAsInt());
  }

  /** Runs a script file and prints what it prints. */
  public static void main(String[] args) throws Exception {
    String text = Files.readString(Path.of(args[0]));
    World world = new World();
    String name = Path.of(args[0]).getFileName().toString();
    int task = spawn(world, name, text, List.of(args).subList(1, args.length));
    Outcome outcome = finish(world, task);
    System.out.print(outcome.out());
    System.out.flush();
    System.err.print(outcome.err());
    System.exit(outcome.status());
  }
}
