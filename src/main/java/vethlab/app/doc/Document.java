package vethlab.app.doc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import vethlab.app.scene.Item;
import vethlab.app.scene.Scene;
import vethlab.app.scene.SceneBuilder;
import vethlab.lab.Lab;
import vethlab.lab.LabOps;
import vethlab.lab.Layout;
import vethlab.op.Kernel;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.shell.Session;
import vethlab.sim.World;
import vethlab.sim.timeline.Breakpoint;
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

  /** A drawing, and of what. */
  private record Drawn(Scene scene, Timeline.Revision of) {}

  /** A run as it was at a moment, with its terminals, to come back to. */
  public static final class Moment {
    private final State.Run state;

    private Moment(State.Run state) {
      this.state = state;
    }
  }

  private final Timeline timeline;
  private final Walk walk;
  private final Terminals terminals;
  private final History<State> history = new History<>();
  private final List<Consumer<Change>> listeners = new ArrayList<>();
  private Places places = Places.NONE;
  private final Set<Ns> open = new LinkedHashSet<>();
  private List<String> commands = List.of();
  private String title;
  private Optional<Path> file = Optional.empty();
  private Origin origin = Origin.NONE;
  private boolean saved = true;

  private Optional<Drawn> drawn = Optional.empty();
  private long doings;

  public Document(String title) {
    this(title, new World());
  }

  public Document(String title, World start) {
    this.title = title;
    timeline = new Timeline(start);
    walk = new Walk(timeline);
    terminals = new Terminals(timeline);
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
    return terminals.all();
  }

  /** The drawing of the moment last told of; the same object until something changes. */
  public Scene scene() {
    if (drawn.isEmpty()) {
      Scene scene = SceneBuilder.build(kernel(), places.layout(), places.notes(), open);
      drawn = Optional.of(new Drawn(scene, timeline.revision()));
    }
    return drawn.get().scene();
  }

  /** Whether something is there at the moment shown. */
  public boolean holds(Item item) {
    return switch (item) {
      case Item.Namespace n -> kernel().exists(n.ns());
      case Item.Device d -> hasLink(d.ns(), d.name());
      case Item.Port p -> hasLink(p.ns(), p.name());
      case Item.Link l -> hasLink(l.a().ns(), l.a().name()) && hasLink(l.b().ns(), l.b().name());
      case Item.Note n -> notes().containsKey(n.id());
    };
  }

  private boolean hasLink(Ns ns, String name) {
    return kernel().exists(ns) && kernel().link(ns, name).isPresent();
  }

  public void listen(Consumer<Change> listener) {
    listeners.add(listener);
  }

  public void forget(Consumer<Change> listener) {
    listeners.remove(listener);
  }

  void tell(Change change) {
    switch (change) {
      case ALL, LAYOUT -> drawn = Optional.empty();
      case NETWORK -> drawn = drawn.filter(known -> known.of().equals(timeline.revision()));
      case TERMINALS, STATUS -> {}
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
      Optional<Refusal> refusal = Refusal.of(timeline.world().copy(), edit.ops());
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    remember(name, edit.ops().isEmpty());
    places = places.after(edit, open.isEmpty() ? places.pinned(scene()) : places.layout());
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

  /** Where everything stands that is there, with nothing opened. */
  public Layout settledLayout() {
    Scene closed =
        open.isEmpty()
            ? scene()
            : SceneBuilder.build(kernel(), places.layout(), places.notes(), Set.of());
    return places.pinned(closed);
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
    return new State.Run(timeline.memory(), places, terminals.all(), commands);
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
        terminals.become(was.terminals());
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
    return terminals
        .of(ns)
        .orElseGet(() -> {
          timeline.goTo(timeline.end());
          Terminal opened = terminals.open(ns);
          tell(Change.TERMINALS);
          return opened;
        });
  }

  /** A terminal that runs a script. */
  public Terminal runScript(String name, String text) {
    commands = List.of("bash " + name);
    doings++;
    Terminal terminal = terminals.script(name, text);
    tell(Change.TERMINALS);
    return terminal;
  }

  /** The session of a terminal at the moment shown, if it had begun by then. */
  public Optional<Session> session(Terminal terminal) {
    return terminals.session(terminal);
  }

  /** Whether it would take a line now. */
  public boolean isWaiting(Terminal terminal) {
    return terminals.isWaiting(terminal);
  }

  /** Types a line; can be undone. What came after the moment shown is discarded. */
  public void type(Terminal terminal, String line) {
    if (session(terminal).isEmpty()) {
      return;
    }
    if (!line.isBlank()) {
      remember(line.strip(), false);
      commands = List.of(line.strip());
    }
    terminals.type(terminal, line);
    timeline.inject(new Inputs.TypeLine(terminal.task(), line));
    tell(Change.NETWORK);
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
    terminals.interrupt(terminal, begun);
    timeline.inject(new Inputs.Interrupt(terminal.task()));
    tell(Change.NETWORK);
  }

  // --- walking in time -------------------------------------------------------------------------

  /** How many events are known. */
  public int eventCount() {
    return walk.eventCount();
  }

  /** How many of them have happened by the moment shown. */
  public int eventsHere() {
    return walk.eventsHere();
  }

  public Step event(int index) {
    return walk.event(index);
  }

  /** The event that has just happened. */
  public Optional<Step> current() {
    return walk.current();
  }

  /** The network just before the event that has just happened. */
  public Optional<Kernel> beforeThisStep() {
    return current().map(step -> timeline.at(step.number() - 1).kernel());
  }

  /** Sets a breakpoint, or takes it away where it is set. */
  public void toggleBreakpoint(Breakpoint at) {
    if (!timeline.breakpoints().remove(at)) {
      timeline.breakpoints().add(at);
    }
  }

  /** To the moment when so many events have happened. */
  public void goToEvent(int count) {
    walk.goToEvent(count);
    tell(Change.NETWORK);
  }

  public boolean forward(Level level) {
    boolean moved = walk.forward(level);
    tell(Change.NETWORK);
    return moved;
  }

  public boolean back(Level level) {
    boolean moved = walk.back(level);
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
    Optional<Refusal> refusal = Refusal.of(new World(), ops);
    if (refusal.isPresent()) {
      return refusal;
    }
    remember(name, false);
    Timeline fresh = new Timeline(new World());
    fresh.inject(new Inputs.Ops(ops));
    fresh.inject(new Inputs.Services(lab));
    timeline.restore(fresh.memory());
    settle();
    places = new Places(places.layout(), Map.copyOf(notes));
    terminals.become(List.of());
    commands = List.of();
    tell(Change.ALL);
    return Optional.empty();
  }

  /** Builds a lab, and starts what answers in it, without a name to undo, as opening it does. */
  public Optional<Refusal> build(Lab lab) {
    List<Op> ops = LabOps.build(lab);
    Optional<Refusal> refusal = Refusal.of(timeline.world().copy(), ops);
    timeline.inject(new Inputs.Ops(ops));
    timeline.inject(new Inputs.Services(lab));
    settle();
    tell(Change.ALL);
    return refusal;
  }
}
