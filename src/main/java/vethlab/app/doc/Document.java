package vethlab.app.doc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import vethlab.app.scene.Scene;
import vethlab.app.scene.SceneBuilder;
import vethlab.lab.Lab;
import vethlab.lab.LabOps;
import vethlab.lab.Layout;
import vethlab.op.Kernel;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.shell.Session;
import vethlab.sim.World;
import vethlab.sim.timeline.Input;
import vethlab.sim.timeline.Level;
import vethlab.sim.timeline.Timeline;
import vethlab.sim.trace.Step;

/**
 * A network that is drawn and at once runs: its timeline, where things stand, its terminals, and
 * what can be undone. Used from one thread.
 */
public final class Document {

  /** A state to come back to; a change of places alone leaves the run as it is. */
  private sealed interface State {
    record Run(Timeline.Memory run, Places places, List<Terminal> terminals, List<String> commands)
        implements State {}

    record Look(Places places) implements State {}
  }

  /** Where things stand, and what is written on the canvas. */
  private record Places(Layout layout, Map<String, String> notes) {}

  /** A drawing, and of what. */
  private record Drawn(Scene scene, Timeline.Revision of) {}

  /** The lab.yaml that a document was read from or saved to: what it says, and its letters. */
  public record Origin(Lab lab, String text) {
    public static final Origin NONE = new Origin(Lab.empty("lab"), "");
  }

  /** A run as it was at a moment, with its terminals, to come back to. */
  public static final class Moment {
    private final State.Run state;

    private Moment(State.Run state) {
      this.state = state;
    }
  }

  /** What went wrong, in the kernel's words. */
  public record Refusal(Op op, Result.Refused why) {}

  private final Timeline timeline;
  private final History<State> history = new History<>();
  private final List<Consumer<Change>> listeners = new ArrayList<>();
  private Places places = new Places(Layout.EMPTY, Map.of());
  private final Set<Ns> open = new LinkedHashSet<>();
  private List<Terminal> terminals = List.of();
  private List<String> commands = List.of();
  private String title;
  private Optional<Path> file = Optional.empty();
  private Origin origin = Origin.NONE;
  private boolean saved = true;

  /** Of several events at one position, up to which; 0 for all of them. */
  private int lookedAt;

  private Optional<Drawn> drawn = Optional.empty();
  private long doings;

  public Document(String title) {
    this(title, new World());
  }

  public Document(String title, World start) {
    this.title = title;
    timeline = new Timeline(start);
  }

  // --- what it is ------------------------------------------------------------------------------

  public String title() {
    return title;
  }

  public void title(String title) {
    this.title = title;
    saved = false;
    tell(Change.STATUS);
  }

  public Origin origin() {
    return origin;
  }

  public Optional<Path> file() {
    return file;
  }

  /** It is now what this file holds. */
  public void savedAs(Path path, Origin holds) {
    file = Optional.of(path);
    origin = holds;
    untouched();
  }

  /** It is now as it was when it was opened or saved. */
  public void untouched() {
    saved = true;
    tell(Change.STATUS);
  }

  /** It came from there, and what it holds is saved nowhere. */
  public void recoveredFrom(Optional<Path> path, Origin holds) {
    file = path;
    origin = holds;
    saved = false;
    tell(Change.STATUS);
  }

  public boolean isSaved() {
    return saved;
  }

  public Timeline timeline() {
    return timeline;
  }

  /** The network at the moment that is shown. */
  public Kernel kernel() {
    return timeline.world().kernel();
  }

  public Layout layout() {
    return places.layout();
  }

  public Map<String, String> notes() {
    return places.notes();
  }

  public Set<Ns> open() {
    return open;
  }

  public List<Terminal> terminals() {
    return terminals;
  }

  /** The drawing of this moment; the same object until something changes. */
  public Scene scene() {
    Timeline.Revision now = timeline.revision();
    if (drawn.filter(known -> known.of().equals(now)).isEmpty()) {
      Scene scene = SceneBuilder.build(kernel(), places.layout(), places.notes(), open);
      drawn = Optional.of(new Drawn(scene, now));
    }
    return drawn.orElseThrow().scene();
  }

  public void listen(Consumer<Change> listener) {
    listeners.add(listener);
  }

  public void forget(Consumer<Change> listener) {
    listeners.remove(listener);
  }

  void tell(Change change) {
    if (change == Change.LAYOUT || change == Change.ALL) {
      drawn = Optional.empty();
    }
    List.copyOf(listeners).forEach(each -> each.accept(change));
  }

  // --- edits -----------------------------------------------------------------------------------

  /**
   * Changes the network, all or nothing, and can be undone by that name.
   *
   * @param commands the changes as typed commands
   * @return why not, if the kernel refuses one of the changes; then nothing has changed
   */
  public Optional<Refusal> edit(String name, Edit edit) {
    if (!edit.ops().isEmpty()) {
      World trial = timeline.world().copy();
      for (Op op : edit.ops()) {
        if (trial.kernel().apply(op) instanceof Result.Refused refused) {
          return Optional.of(new Refusal(op, refused));
        }
      }
    }
    remember(name, edit.ops().isEmpty());
    places = new Places(edit.move().apply(pinned()), notesAfter(edit));
    if (edit.ops().isEmpty()) {
      tell(Change.LAYOUT);
    } else {
      commands = edit.commands();
      timeline.inject(new Inputs.Ops(List.copyOf(edit.ops())));
      settle();
      tell(Change.NETWORK);
    }
    return Optional.empty();
  }

  /**
   * Runs a command line in a namespace, and can be undone by that name.
   *
   * @return what it complains of, in its own words; then nothing has changed
   */
  public Optional<String> command(String name, Ns ns, String line) {
    Inputs.RunLine input = new Inputs.RunLine(ns, line);
    Timeline trial = new Timeline(timeline.world());
    trial.inject(input);
    Optional<String> complaint = new Quietly(trial).complaint();
    if (complaint.isPresent()) {
      return complaint;
    }
    remember(name, false);
    doings++;
    commands = List.of(ns.isHost() ? line : "ip netns exec " + ns + " " + line);
    timeline.inject(input);
    new Quietly(timeline).complaint();
    tell(Change.NETWORK);
    return Optional.empty();
  }

  private Map<String, String> notesAfter(Edit edit) {
    Map<String, String> notes = new LinkedHashMap<>(places.notes());
    edit.notes()
        .forEach((id, text) -> {
          if (text.isEmpty()) {
            notes.remove(id);
          } else {
            notes.put(id, text);
          }
        });
    return java.util.Collections.unmodifiableMap(notes);
  }

  /** Every namespace keeps the place where it is seen, so that nothing else moves. */
  private Layout pinned() {
    Layout pinned = places.layout();
    if (open.isEmpty()) {
      pinned = pinned(pinned, scene());
    }
    return pinned;
  }

  private static Layout pinned(Layout layout, Scene scene) {
    Map<String, Layout.Place> pinned = new LinkedHashMap<>(layout.places());
    for (Scene.NodeBox node : scene.nodes()) {
      pinned.putIfAbsent(node.ns().toString(), Layout.Place.at(node.box().x(), node.box().y()));
    }
    return pinned.size() == layout.places().size() ? layout : new Layout(pinned);
  }

  /** Where everything stands that is there, with nothing opened. */
  public Layout settledLayout() {
    Scene closed =
        open.isEmpty()
            ? scene()
            : SceneBuilder.build(kernel(), places.layout(), places.notes(), Set.of());
    return pinned(places.layout(), closed);
  }

  private void remember(String name, boolean placesOnly) {
    saved = false;
    doings += placesOnly ? 0 : 1;
    history.done(name, placesOnly ? new State.Look(places) : run());
  }

  /** How often somebody has typed something, edited or undone: whether anything was done since. */
  public long doings() {
    return doings;
  }

  public Moment moment() {
    return new Moment(run());
  }

  /** Makes another moment the present one; can be undone by that name. */
  public void returnTo(String name, Moment moment) {
    remember(name, false);
    restore(moment.state);
  }

  private State.Run run() {
    return new State.Run(timeline.memory(), places, terminals, commands);
  }

  /** What happens at once because of an edit happens before it is shown. */
  private void settle() {
    long soon = timeline.world().now() + 1_000_000;
    for (int i = 0; i < 10_000 && timeline.world().hasWork(soon); i++) {
      timeline.advance();
    }
  }

  /** The last edit as commands; empty before the first. */
  public List<String> commands() {
    return commands;
  }

  public Optional<String> undoName() {
    return history.undoName();
  }

  public Optional<String> redoName() {
    return history.redoName();
  }

  public void undo() {
    history.undo(this::present).ifPresent(this::restore);
  }

  public void redo() {
    history.redo(this::present).ifPresent(this::restore);
  }

  /** The present, as far as the state that replaces it reaches. */
  private State present(State replacing) {
    return replacing instanceof State.Look ? new State.Look(places) : run();
  }

  private void restore(State state) {
    saved = false;
    doings++;
    switch (state) {
      case State.Look look -> {
        places = look.places();
        tell(Change.LAYOUT);
      }
      case State.Run was -> {
        timeline.restore(was.run());
        places = was.places();
        terminals = was.terminals();
        commands = was.commands();
        tell(Change.ALL);
      }
    }
  }

  // --- places ----------------------------------------------------------------------------------

  /** While something is dragged: shown, and undone only as what {@link #edit} makes of it. */
  public void layout(Layout layout) {
    places = new Places(layout, places.notes());
    tell(Change.LAYOUT);
  }

  /** Shows a namespace's inside, or hides it. */
  public void toggleOpen(Ns ns) {
    if (!open.remove(ns)) {
      open.clear();
      open.add(ns);
    }
    tell(Change.LAYOUT);
  }

  public void openOnly(Set<Ns> namespaces) {
    if (!open.equals(namespaces)) {
      open.clear();
      open.addAll(namespaces);
      tell(Change.LAYOUT);
    }
  }

  // --- terminals -------------------------------------------------------------------------------

  /** The terminal of a namespace, opened if there is none. */
  public Terminal terminal(Ns ns) {
    Optional<Terminal> known =
        terminals.stream()
            .filter(t -> t.ns().equals(ns) && t.name().equals(ns.toString()))
            .findFirst();
    return known.orElseGet(() -> openTerminal(ns));
  }

  private Terminal openTerminal(Ns ns) {
    timeline.goTo(timeline.end());
    return started(new Terminal(ns.toString(), ns, -1, List.of()), new Inputs.OpenTerminal(ns));
  }

  /** A terminal that runs a script. */
  public Terminal runScript(String name, String text) {
    commands = List.of("bash " + name);
    doings++;
    return started(new Terminal(name, Ns.HOST, -1, List.of()), new Inputs.RunScript(name, text));
  }

  private Terminal started(Terminal made, Input input) {
    timeline.inject(input);
    int task = tasks() - 1;
    Terminal terminal = new Terminal(made.name(), made.ns(), task, List.of());
    List<Terminal> more = new ArrayList<>(terminals);
    more.add(terminal);
    terminals = more;
    for (int i = 0;
        i < 10_000
            && timeline.world().hasWork(timeline.world().now() + 2_000_000)
            && !isWaiting(terminal)
            && made.task() < 0
            && input instanceof Inputs.OpenTerminal;
        i++) {
      timeline.advance();
    }
    tell(Change.TERMINALS);
    return terminal;
  }

  private int tasks() {
    int count = 0;
    while (hasTask(count)) {
      count++;
    }
    return count;
  }

  private boolean hasTask(int id) {
    try {
      timeline.world().task(id);
      return true;
    } catch (IndexOutOfBoundsException none) {
      return false;
    }
  }

  /** The session of a terminal at the moment shown, if it had begun by then. */
  public Optional<Session> session(Terminal terminal) {
    return hasTask(terminal.task()) && timeline.world().task(terminal.task()) instanceof Session s
        ? Optional.of(s)
        : Optional.empty();
  }

  /** Whether it would take a line now. */
  public boolean isWaiting(Terminal terminal) {
    return session(terminal)
        .filter(s -> s.prompt().isPresent() || s.exitStatus().isPresent())
        .isPresent();
  }

  /** Types a line; can be undone. What came after the moment shown is discarded. */
  public void type(Terminal terminal, String line) {
    Optional<Session> session = session(terminal);
    if (session.isEmpty()) {
      return;
    }
    if (!line.isBlank()) {
      remember(line.strip(), false);
      commands = List.of(line.strip());
    }
    record(terminal, typed(session.get(), line));
    timeline.inject(new Inputs.TypeLine(terminal.task(), line));
    tell(Change.NETWORK);
  }

  private Terminal.Typed typed(Session session, String line) {
    return new Terminal.Typed(
        timeline.position(), session.transcript().size(), session.prompt().orElse(""), line);
  }

  private void record(Terminal terminal, Terminal.Typed typed) {
    terminals =
        terminals.stream().map(t -> t.task() == terminal.task() ? t.with(typed) : t).toList();
  }

  /** Ctrl+C. */
  public void interrupt(Terminal terminal) {
    interrupt(terminal, "");
  }

  /**
   * Ctrl+C.
   *
   * @param begun what had been typed, and is not run
   */
  public void interrupt(Terminal terminal, String begun) {
    doings++;
    session(terminal).ifPresent(session -> record(terminal, typed(session, begun).interrupted()));
    timeline.inject(new Inputs.Interrupt(terminal.task()));
    tell(Change.NETWORK);
  }

  // --- walking in time -------------------------------------------------------------------------

  /** How many events are known. */
  public int eventCount() {
    return (int) timeline.recorded();
  }

  /** How many of them have happened by the moment shown. */
  public int eventsHere() {
    int happened = (int) timeline.recordedHere();
    return lookedAt > 0 && lookedAt < happened && isOneStep(lookedAt, happened)
        ? lookedAt
        : happened;
  }

  /** Whether what lies between two counts of events happened at one position. */
  private boolean isOneStep(int fewer, int more) {
    return fewer - 1 >= timeline.firstKept()
        && event(fewer - 1).number() == event(more - 1).number();
  }

  public Step event(int index) {
    return timeline.steps(index, index + 1).getFirst();
  }

  /** The event that has just happened. */
  public Optional<Step> current() {
    int here = eventsHere();
    return here == 0 || here - 1 < timeline.firstKept()
        ? Optional.empty()
        : Optional.of(event(here - 1));
  }

  /** The network just before the event that has just happened. */
  public Optional<Kernel> beforeThisStep() {
    return current().map(step -> timeline.at(step.number() - 1).kernel());
  }

  /** To the moment when so many events have happened. */
  public void goToEvent(int count) {
    lookedAt = count;
    if (count <= 0) {
      int first = eventCount();
      timeline.goTo(first == 0 ? 0 : Math.max(0, event(0).number() - 1));
    } else {
      timeline.goTo(event(Math.min(count, eventCount()) - 1).number());
    }
    tell(Change.NETWORK);
  }

  public boolean forward(Level level) {
    int before = eventsHere();
    boolean within = level == Level.LOOKUP && before < timeline.recordedHere();
    boolean moved = within || timeline.forward(level);
    lookedAt = level == Level.LOOKUP ? before + 1 : 0;
    tell(Change.NETWORK);
    return moved;
  }

  public boolean back(Level level) {
    int before = eventsHere();
    boolean within = level == Level.LOOKUP && before > 1 && isOneStep(before - 1, before);
    boolean moved = within || timeline.back(level);
    lookedAt = within ? before - 1 : 0;
    tell(Change.NETWORK);
    return moved;
  }

  public void goTo(long position) {
    timeline.goTo(position);
    tell(Change.NETWORK);
  }

  /** Replaces places and notes, as reading a file does. */
  public void place(Layout layout, Map<String, String> notes) {
    places = new Places(layout, notes);
    tell(Change.LAYOUT);
  }

  /** Where everything would stand if nothing had been placed. */
  public UnaryOperator<Layout> arranged() {
    return layout -> SceneBuilder.arrange(kernel(), layout);
  }

  /** Another network in place of this one, running from its start; can be undone by that name. */
  public Optional<Refusal> become(String name, Lab lab, Map<String, String> notes) {
    List<Op> ops = LabOps.build(lab);
    World start = new World();
    for (Op op : ops) {
      if (start.kernel().apply(op) instanceof Result.Refused refused) {
        return Optional.of(new Refusal(op, refused));
      }
    }
    remember(name, false);
    Timeline fresh = new Timeline(new World());
    fresh.inject(new Inputs.Ops(ops));
    fresh.inject(new Inputs.Services(lab));
    timeline.restore(fresh.memory());
    settle();
    places = new Places(places.layout(), Map.copyOf(notes));
    terminals = List.of();
    commands = List.of();
    tell(Change.ALL);
    return Optional.empty();
  }

  /** Builds a lab, and starts what answers in it, without a name to undo, as opening it does. */
  public Optional<Refusal> build(Lab lab) {
    List<Op> ops = LabOps.build(lab);
    Optional<Refusal> refusal = Optional.empty();
    World trial = timeline.world().copy();
    for (Op op : ops) {
      if (refusal.isEmpty() && trial.kernel().apply(op) instanceof Result.Refused refused) {
        refusal = Optional.of(new Refusal(op, refused));
      }
    }
    timeline.inject(new Inputs.Ops(ops));
    timeline.inject(new Inputs.Services(lab));
    settle();
    tell(Change.ALL);
    return refusal;
  }
}
