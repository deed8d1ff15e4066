package vethlab.verdicts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vethlab.shell.Limits;
import vethlab.shell.Scripts;
import vethlab.shell.Session;
import vethlab.sim.Alarm;
import vethlab.sim.World;
import vethlab.sim.trace.Step;
import vethlab.sim.trace.Verdict;

/** What scripts have made the simulated kernel say: for each reason the outcomes it led to. */
final class Provoked {
  static final String DROPPED = "dropped ";
  private static final long SECOND = 1_000_000_000L;

  /** The frames come. */
  private record Injection(Crafted crafted, Crafted.Listener h2) implements Alarm {
    @Override
    public void fire(World world) {
      crafted.inject(world, h2.last());
    }
  }

  /** How a step ended: the verdict in words, and the kernel function that decided. */
  record Outcome(String verdict, String function) implements Comparable<Outcome> {
    static Outcome of(Step step) {
      return new Outcome(word(step.verdict()), step.function());
    }

    private static String word(Verdict verdict) {
      return switch (verdict) {
        case Verdict.Passed passed -> "passed";
        case Verdict.Dropped dropped -> DROPPED + dropped.reason();
        case Verdict.Queued queued -> "queued";
        case Verdict.Consumed consumed -> "consumed";
        case Verdict.Rewritten rewritten -> "rewritten";
        case Verdict.Sent sent -> "sent";
        case Verdict.Answered answered -> "answered";
      };
    }

    @Override
    public int compareTo(Outcome o) {
      return (verdict + function).compareTo(o.verdict + o.function);
    }
  }

  private final SortedMap<String, Set<Outcome>> outcomes = new TreeMap<>();

  static List<Path> scripts(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return new ArrayList<>(files.filter(f -> f.toString().endsWith(".sh")).sorted().toList());
    }
  }

  void run(Path script) throws IOException {
    run(script.getFileName().toString(), Files.readAllBytes(script), world -> {});
  }

  void run(Crafted crafted) {
    Crafted.Listener h2 = new Crafted.Listener();
    run(
        crafted.name(),
        crafted.script().getBytes(StandardCharsets.UTF_8),
        world -> {
          world.tap(h2);
          world.schedule(SECOND, new Injection(crafted, h2));
        });
  }

  private void run(String name, byte[] script, Consumer<World> prepare) {
    World world = new World();
    world.tracer(this::heard);
    prepare.accept(world);
    Session session = Scripts.session(name, script, Limits.USUAL);
    world.wakeAt(0, world.spawn(session), 0);
    while (session.exitStatus().isEmpty() && world.hasWork(Long.MAX_VALUE)) {
      world.step();
    }
  }

  private void heard(Step step) {
    add(step.why().key(), Outcome.of(step));
    step.lost().forEach(lost -> add(lost.why().key(), new Outcome("lost", step.function())));
  }

  private void add(String key, Outcome outcome) {
    outcomes.computeIfAbsent(key, k -> new TreeSet<>()).add(outcome);
  }

  SortedMap<String, Set<Outcome>> outcomes() {
    return outcomes;
  }
}
