package vethlab.app.lesson;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vethlab.app.doc.Document;
import vethlab.app.doc.Runner;
import vethlab.app.doc.Terminal;
import vethlab.lab.lesson.Block;
import vethlab.lab.lesson.Lesson;
import vethlab.lab.lesson.Span;
import vethlab.shell.Session;
import vethlab.shell.Transcript;
import vethlab.sim.trace.Step;
import vethlab.sim.trace.StepFilter;

/**
 * A lesson played on a document: text and timeline go together. Next and back walk from {@link
 * Stop} to stop; who walks the timeline by hand finds the stop it has reached marked; who types or
 * edits something of their own is off the path until {@link #returnToPath}.
 *
 * <p>Commands run in slices of the {@link Runner}; until they are done {@link #isRunning} holds.
 * Every question looks first at what has happened to the document meanwhile.
 */
public final class LessonRun {

  /** A stop that has been reached. */
  private sealed interface Reached {}

  /** Its event has happened: the one of that number. */
  private record Seen(long index) implements Reached {}

  /** Its commands were typed at one position and were done at another. */
  private record Typed(long from, long end, String printed) implements Reached {}

  /** Commands that are being typed. */
  private record Typing(
      int stop, Terminal terminal, long from, long recorded, Transcript printed) {}

  private final Document document;
  private final Runner runner;
  private final Document.Moment start;
  private final long startPosition;
  private final Map<Integer, Reached> reached = new TreeMap<>();
  private final Deque<Integer> waiting = new ArrayDeque<>();
  private Optional<Typing> typing = Optional.empty();
  private Lesson lesson;
  private List<Stop> stops;
  private Document.Moment path;
  private long doings;
  private int at;

  /** While it walks itself, nobody else has moved the timeline. */
  private boolean walks;

  /** Begins at the first step, with the document as it is. */
  public LessonRun(Document document, Runner runner, Lesson lesson) {
    this.document = document;
    this.runner = runner;
    this.lesson = lesson;
    stops = Stop.of(lesson);
    start = document.moment();
    startPosition = document.timeline().position();
    path = start;
    doings = document.doings();
  }

  public Lesson lesson() {
    return lesson;
  }

  /** Goes on in another language. */
  public void lesson(Lesson translated) {
    lesson = translated;
    stops = Stop.of(translated);
  }

  public List<Stop> stops() {
    return stops;
  }

  // --- where it is -----------------------------------------------------------------------------

  /** The number of the stop the timeline has reached, from 0. */
  public int here() {
    look();
    return at;
  }

  public Stop stop() {
    return stops.get(here());
  }

  /** What belongs to a stop. */
  public List<Block> blocks(Stop stop) {
    Stop.Place place = stop.place();
    return lesson.steps().get(place.step()).blocks().subList(place.from(), place.to()).stream()
        .map(told -> told.block())
        .toList();
  }

  /** Whether commands are still running. */
  public boolean isRunning() {
    look();
    return typing.isPresent();
  }

  /** Whether something else was typed, edited or undone. */
  public boolean isOffPath() {
    look();
    return document.doings() != doings;
  }

  /** Whether a stop's commands have run, or its event has happened. */
  public boolean isReached(int stop) {
    look();
    return reached.containsKey(stop);
  }

  public boolean isLast() {
    return here() == stops.size() - 1;
  }

  /** The event a stop goes to, once it has happened. */
  public Optional<Step> event(int stop) {
    look();
    return reached.get(stop) instanceof Seen seen
        ? document.timeline().steps(seen.index(), seen.index() + 1).stream().findFirst()
        : Optional.empty();
  }

  /** What a stop's commands have printed, once they are done. */
  public Optional<String> printed(int stop) {
    look();
    return reached.get(stop) instanceof Typed typed
        ? Optional.of(typed.printed())
        : Optional.empty();
  }

  /** What the reader should look at here: the last focus up to the end of this stop. */
  public Optional<Block.Focus> focus() {
    Stop.Place here = stop().place();
    Optional<Block.Focus> last = Optional.empty();
    for (int step = 0; step <= here.step(); step++) {
      var blocks = lesson.steps().get(step).blocks();
      int end = step == here.step() ? here.to() : blocks.size();
      for (int block = 0; block < end; block++) {
        if (blocks.get(block).block() instanceof Block.Focus focus) {
          last = Optional.of(focus);
        }
      }
    }
    return last;
  }

  // --- walking ---------------------------------------------------------------------------------

  /** One stop on; its commands begin to run if they have not. False at the end. */
  public boolean next() {
    if (isLast() || isRunning()) {
      return false;
    }
    go(here() + 1);
    return true;
  }

  /** One stop back; the timeline goes back with it. False at the start. */
  public boolean back() {
    if (here() == 0 || isRunning()) {
      return false;
    }
    go(here() - 1);
    return true;
  }

  /** To any stop; commands on the way that have not run begin to. */
  public void go(int stop) {
    if (isOffPath()) {
      returnToPath();
    }
    waiting.clear();
    for (int i = 0; i <= stop; i++) {
      if (stops.get(i) instanceof Stop.Command && !reached.containsKey(i)) {
        waiting.add(i);
      }
    }
    at = stop;
    if (waiting.isEmpty()) {
      stand();
    } else {
      type(waiting.remove());
    }
  }

  /** The number of a step's first stop. */
  public int stopOf(int step) {
    for (int i = 0; i < stops.size(); i++) {
      if (stops.get(i).place().step() == step) {
        return i;
      }
    }
    throw new IllegalArgumentException("no step " + step);
  }

  /** Lets the commands that are running come to their end. */
  public void finish() {
    while (isRunning()) {
      runner.finish();
    }
  }

  /** Undoes what was done beside the lesson. */
  public void returnToPath() {
    runner.stop();
    typing = Optional.empty();
    document.returnTo(Span.text(lesson.title()), path);
    doings = document.doings();
    stand();
  }

  /** Back to the first step, as if nothing had been done. */
  public void restart() {
    runner.stop();
    typing = Optional.empty();
    waiting.clear();
    reached.clear();
    path = start;
    at = 0;
    returnToPath();
  }

  // --- what happens behind ---------------------------------------------------------------------

  private void type(int stop) {
    walks = true;
    Stop.Command command = (Stop.Command) stops.get(stop);
    document.goTo(document.timeline().end());
    long from = document.timeline().position();
    long recorded = document.timeline().recorded();
    Terminal terminal = document.terminal(command.run().ns());
    Transcript printed =
        document.session(terminal).map(Session::transcript).orElse(Transcript.EMPTY);
    typing = Optional.of(new Typing(stop, terminal, from, recorded, printed));
    runner.type(terminal, command.run().commands());
    walks = false;
  }

  /** Sees what has happened meanwhile. */
  private void look() {
    if (walks) {
      return;
    }
    if (typing.isPresent()) {
      if (!runner.isRunning()) {
        typed(typing.get());
      }
    } else if (document.doings() == doings) {
      follow();
    }
  }

  private void typed(Typing done) {
    typing = Optional.empty();
    if (!isComplete(done)) {
      waiting.clear();
      return;
    }
    String printed =
        document
            .session(done.terminal())
            .map(session -> session.transcript().textSince(done.printed()))
            .orElse("");
    reached.put(done.stop(), new Typed(done.from(), document.timeline().end(), printed));
    find(done.stop() + 1, done.recorded());
    path = document.moment();
    doings = document.doings();
    if (waiting.isEmpty()) {
      stand();
    } else {
      type(waiting.remove());
    }
  }

  /** Whether every command was typed and has ended; somebody may have stopped them. */
  private boolean isComplete(Typing done) {
    Stop.Command command = (Stop.Command) stops.get(done.stop());
    Terminal now = document.terminal(command.run().ns());
    int typed = now.lines().size() - done.terminal().lines().size();
    return typed == command.run().commands().size() && document.isWaiting(now);
  }

  /** Finds the events of the stops up to the next command, each after the one before. */
  private void find(int first, long recorded) {
    long from = recorded;
    for (int i = first; i < stops.size() && !(stops.get(i) instanceof Stop.Command); i++) {
      if (stops.get(i) instanceof Stop.Event event) {
        Optional<Seen> seen = first(event.go().filter(), from);
        if (seen.isPresent()) {
          reached.put(i, seen.get());
          from = seen.get().index() + 1;
        }
      }
    }
  }

  private Optional<Seen> first(StepFilter filter, long from) {
    long index = Math.max(from, document.timeline().firstKept());
    for (Step step : document.timeline().steps(index, document.timeline().recorded())) {
      if (filter.matches(step)) {
        return Optional.of(new Seen(index));
      }
      index++;
    }
    return Optional.empty();
  }

  /** Brings the timeline to the stop. */
  private void stand() {
    switch (last(at).orElse(null)) {
      case Seen seen -> document.goToEvent((int) seen.index() + 1);
      case Typed typed -> document.goTo(typed.end());
      case null -> document.goTo(startPosition);
    }
  }

  /** The last one reached up to a stop: it says where the timeline stands there. */
  private Optional<Reached> last(int stop) {
    for (int i = stop; i >= 0; i--) {
      if (reached.get(i) instanceof Reached there) {
        return Optional.of(there);
      }
    }
    return Optional.empty();
  }

  private boolean stands() {
    long position = document.timeline().position();
    return switch (last(at).orElse(null)) {
      case Seen seen -> document.eventsHere() == seen.index() + 1;
      case Typed typed -> position == typed.end();
      case null -> position == startPosition;
    };
  }

  /** Finds the stop the timeline has come to when somebody else moved it. */
  private void follow() {
    if (stands()) {
      return;
    }
    at = 0;
    for (Map.Entry<Integer, Reached> each : reached.entrySet()) {
      boolean come =
          switch (each.getValue()) {
            case Seen seen -> document.eventsHere() > seen.index();
            case Typed typed -> document.timeline().position() > typed.from();
          };
      if (come) {
        at = each.getKey();
      }
    }
  }
}
