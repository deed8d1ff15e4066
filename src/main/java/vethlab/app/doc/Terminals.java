package vethlab.app.doc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.op.Ns;
import vethlab.shell.Session;
import vethlab.sim.World;
import vethlab.sim.timeline.Input;
import vethlab.sim.timeline.Timeline;

/** The terminals of a document, and their sessions in its run. */
final class Terminals {
  private final Timeline timeline;
  private List<Terminal> all = List.of();

  Terminals(Timeline timeline) {
    this.timeline = timeline;
  }

  List<Terminal> all() {
    return all;
  }

  /** As they were at another moment. */
  void become(List<Terminal> others) {
    all = others;
  }

  Optional<Terminal> of(Ns ns) {
    return all.stream()
        .filter(t -> t.ns().equals(ns) && t.name().equals(ns.toString()))
        .findFirst();
  }

  /** Opens one, and lets its shell come to its prompt. */
  Terminal open(Ns ns) {
    Terminal terminal =
        started(new Terminal(ns.toString(), ns, -1, List.of()), new Inputs.OpenTerminal(ns));
    for (int i = 0;
        i < 10_000
            && timeline.world().hasWork(timeline.world().now() + 2_000_000)
            && !isWaiting(terminal);
        i++) {
      timeline.advance();
    }
    return terminal;
  }

  Terminal script(String name, String text) {
    return started(new Terminal(name, Ns.HOST, -1, List.of()), new Inputs.RunScript(name, text));
  }

  private Terminal started(Terminal made, Input input) {
    timeline.inject(input);
    int task = timeline.world().taskCount() - 1;
    Terminal terminal = new Terminal(made.name(), made.ns(), task, List.of());
    List<Terminal> more = new ArrayList<>(all);
    more.add(terminal);
    all = List.copyOf(more);
    return terminal;
  }

  /** The session of a terminal at the moment shown, if it had begun by then. */
  Optional<Session> session(Terminal terminal) {
    World world = timeline.world();
    int task = terminal.task();
    boolean begun = task >= 0 && task < world.taskCount();
    return begun && world.task(task) instanceof Session s ? Optional.of(s) : Optional.empty();
  }

  /** Whether it would take a line now. */
  boolean isWaiting(Terminal terminal) {
    return session(terminal)
        .filter(s -> s.prompt().isPresent() || s.exitStatus().isPresent())
        .isPresent();
  }

  /** Remembers what was typed, just before it is. */
  void type(Terminal terminal, String line) {
    session(terminal).ifPresent(session -> record(terminal, typed(session, line)));
  }

  /** Remembers Ctrl+C, and what had been begun. */
  void interrupt(Terminal terminal, String begun) {
    session(terminal).ifPresent(session -> record(terminal, typed(session, begun).interrupted()));
  }

  private Terminal.Typed typed(Session session, String line) {
    return new Terminal.Typed(
        timeline.position(), session.transcript().size(), session.prompt().orElse(""), line);
  }

  private void record(Terminal terminal, Terminal.Typed typed) {
    all = all.stream().map(t -> t.task() == terminal.task() ? t.with(typed) : t).toList();
  }
}
