package vethlab.cli.play;

import java.util.Optional;
import vethlab.app.Player;
import vethlab.app.doc.Document;
import vethlab.app.lesson.LessonRun;
import vethlab.app.lesson.Stop;
import vethlab.cli.play.Played.Course;
import vethlab.lab.lesson.Block;
import vethlab.lab.lesson.LessonStep.Told;
import vethlab.op.Ns;
import vethlab.sim.timeline.Level;

/** The state of the player, and what keys do to it. */
final class Playing {
  /** The clock's nanoseconds for one slice of what runs. */
  private static final long SLICE = 15_000_000;

  /** What fills the screen. */
  enum Mode {
    LOOKING,
    TYPING,
    HELP,
    OVER
  }

  private final Played played;
  private final Document document;
  private final Player player = new Player();
  private final Prompt prompt;
  private Language language;
  private Mode mode = Mode.LOOKING;
  private View view = View.NETWORK;
  private Zoom zoom = Zoom.NONE;
  private String message = "";
  private int lessonScroll;
  private int paneScroll;
  private int lessonLeft;
  private int lessonPage;
  private int panePages;
  private boolean wasRunning;

  /** Further than any lesson goes on. */
  private static final int TO_THE_END = 10_000;

  /** Which pane has the screen to itself. */
  enum Zoom {
    NONE,
    LOWER
  }

  Playing(Played played, Language language) {
    this.played = played;
    this.language = language;
    document = played.document();
    prompt = new Prompt(document, played.runner());
    played
        .script()
        .ifPresent(terminal -> {
          played.runner().until(terminal);
          view = View.TERMINAL;
          wasRunning = true;
        });
    if (!played.troubles().isEmpty()) {
      message = played.troubles().getFirst();
    } else {
      course().ifPresent(this::welcome);
    }
  }

  private void welcome(Course course) {
    int next = course.exercises().progress().next(course.run().lesson().steps().size());
    if (next > 0) {
      message = language.player().get("message.resume", next + 1);
    }
  }

  // --- what is shown ---------------------------------------------------------------------------

  Document document() {
    return document;
  }

  Optional<Course> course() {
    return played.course();
  }

  Prompt prompt() {
    return prompt;
  }

  Language language() {
    return language;
  }

  Mode mode() {
    return mode;
  }

  View view() {
    return view;
  }

  Zoom zoom() {
    return zoom;
  }

  String message() {
    return message;
  }

  /** How far the lesson is scrolled from where it would stand, in lines. */
  int lessonScroll() {
    return lessonScroll;
  }

  int paneScroll() {
    return paneScroll;
  }

  /**
   * The screen says what it could show of the lesson.
   *
   * @param left how many lines about this stop are still below
   * @param page how many lines are seen at once
   */
  void lessonSeen(int left, int page) {
    lessonLeft = left;
    lessonPage = page;
  }

  /** The screen says how many pages away the lower pane goes on. */
  void paneSeen(int pages) {
    panePages = pages;
    paneScroll = Math.min(paneScroll, pages);
  }

  boolean isRunning() {
    return played.runner().isRunning() || course().filter(c -> c.run().isRunning()).isPresent();
  }

  boolean isPlaying() {
    return player.isPlaying();
  }

  /** The terminal the lower pane shows: the one typed into last. */
  Ns terminal() {
    return prompt.ns();
  }

  // --- time passes -----------------------------------------------------------------------------

  /**
   * Goes on with what runs by itself.
   *
   * @return whether there is something new to see
   */
  boolean tick(long clock) {
    boolean moved = played.runner().slice(clock, SLICE);
    int before = document.eventsHere();
    player.tick(clock, document);
    moved |= document.eventsHere() != before;
    if (wasRunning && !isRunning()) {
      moved = true;
      wasRunning = false;
      ended();
    }
    prompt.typeNext();
    wasRunning |= isRunning();
    course().ifPresent(course -> course.exercises().passed(course.run()));
    return moved;
  }

  /**
   * Nobody presses a key: checks complete by themselves.
   *
   * @return whether there is something new to see
   */
  boolean idle() {
    if (isRunning() || course().isEmpty()) {
      return false;
    }
    LessonRun run = course().get().run();
    return course().get().exercises().ask(run.lesson(), run.stop().place().step());
  }

  /** What was running is done. */
  private void ended() {
    if (played.script().isPresent() && mode == Mode.LOOKING && document.eventCount() > 0) {
      document.goToEvent(1);
      view = View.WHY;
      message = language.player().get("message.script", document.eventCount());
    }
  }

  // --- keys ------------------------------------------------------------------------------------

  void press(Press press) {
    if (press instanceof Press.Text text && text.text().chars().anyMatch(Character::isISOControl)) {
      return;
    }
    message = "";
    switch (mode) {
      case HELP -> mode = Mode.LOOKING;
      case TYPING -> type(press);
      case LOOKING -> look(press);
      case OVER -> {}
    }
  }

  private void type(Press press) {
    switch (press) {
      case Press.Of(Key key) when key == Key.ESCAPE -> mode = Mode.LOOKING;
      case Press.Of(Key key) when key == Key.PAGE_UP || key == Key.PAGE_DOWN -> scroll(key);
      default -> {
        paneScroll = 0;
        view = View.TERMINAL;
        prompt.press(press);
      }
    }
  }

  private void look(Press press) {
    switch (press) {
      case Press.Text text -> answer(text.text());
      case Press.Of(Key key) -> look(key);
    }
  }

  private void look(Key key) {
    switch (key) {
      case READ_ON -> readOn();
      case NEXT_STOP -> stop(1);
      case PREVIOUS_STOP -> stop(-1);
      case STEP -> step(player.level());
      case INTO -> step(Level.LOOKUP);
      case OUT -> step(Level.NAMESPACE);
      case CONTINUE, LAST -> event(document.eventCount());
      case BACK, PREVIOUS_EVENT -> event(document.eventsHere() - 1);
      case NEXT_EVENT -> event(document.eventsHere() + 1);
      case FIRST -> event(0);
      case PLAY -> play();
      case SLOWER -> speed(0.5);
      case FASTER -> speed(2);
      case COMMAND -> mode = Mode.TYPING;
      case NEXT_VIEW -> view(view.after());
      case PREVIOUS_VIEW -> view(view.before());
      case ZOOM -> zoom = zoom == Zoom.NONE ? Zoom.LOWER : Zoom.NONE;
      case PAGE_UP, PAGE_DOWN -> scroll(key);
      case HINT -> hint();
      case RESUME -> resume();
      case RETURN -> course().ifPresent(course -> course.run().returnToPath());
      case RESTART -> restart();
      case LANGUAGE -> speak();
      case HELP -> mode = Mode.HELP;
      case ESCAPE -> zoom = Zoom.NONE;
      case INTERRUPT -> interrupt();
      case QUIT -> mode = Mode.OVER;
      default -> {}
    }
  }

  private void view(View next) {
    view = next;
    paneScroll = 0;
  }

  private void scroll(Key key) {
    boolean away = (view == View.TERMINAL) == (key == Key.PAGE_UP);
    paneScroll = Math.max(0, Math.min(panePages, paneScroll + (away ? 1 : -1)));
  }

  /** To the end of what the stop is about, then to the next one. */
  private void readOn() {
    if (lessonLeft > 0) {
      lessonScroll += Math.min(lessonLeft, Math.max(1, lessonPage - 1));
    } else {
      stop(1);
    }
  }

  private void stop(int by) {
    player.play(false);
    if (isRunning()) {
      played.runner().finish();
      return;
    }
    course()
        .ifPresentOrElse(course -> stop(course.run(), by), () -> event(document.eventsHere() + by));
  }

  private void stop(LessonRun run, int by) {
    boolean moved = by > 0 ? run.next() : run.back();
    if (!moved) {
      message = language.player().get(by > 0 ? "message.lesson-over" : "message.lesson-start");
      return;
    }
    wasRunning = run.isRunning();
    lessonScroll = 0;
    paneScroll = 0;
    show(run.stop());
  }

  /** The lower pane follows the lesson. */
  private void show(Stop stop) {
    switch (stop) {
      case Stop.Heading heading -> {
        boolean looks =
            course().stream()
                .flatMap(course -> course.run().blocks(heading).stream())
                .anyMatch(Block.Focus.class::isInstance);
        view = looks ? View.NETWORK : view;
      }
      case Stop.Event event -> view = View.WHY;
      case Stop.Command command -> {
        prompt.ns(command.run().ns());
        view = View.TERMINAL;
      }
    }
  }

  private void step(Level level) {
    pause();
    document.forward(level);
    stepped();
  }

  private void event(int count) {
    pause();
    document.goToEvent(Math.max(0, Math.min(document.eventCount(), count)));
    stepped();
  }

  private void pause() {
    player.play(false);
    if (isRunning()) {
      played.runner().stop();
    }
  }

  private void stepped() {
    lessonScroll = 0;
    paneScroll = 0;
    if (view == View.TERMINAL) {
      view = View.WHY;
    }
  }

  private void play() {
    if (!player.isPlaying() && document.eventsHere() >= document.eventCount()) {
      document.goToEvent(0);
    }
    player.play(!player.isPlaying());
    stepped();
  }

  private void speed(double factor) {
    player.speed(player.speed() * factor);
    message = language.player().get("message.speed", player.speed());
  }

  private void interrupt() {
    if (isRunning()) {
      prompt.press(new Press.Of(Key.INTERRUPT));
    } else {
      message = language.player().get("message.quit");
    }
  }

  private void resume() {
    course()
        .ifPresent(course -> {
          int steps = course.run().lesson().steps().size();
          int next = course.exercises().progress().next(steps);
          course.run().go(course.run().stopOf(next));
          course.run().finish();
          stepped();
        });
  }

  private void restart() {
    pause();
    course()
        .ifPresentOrElse(
            course -> {
              course.exercises().reset();
              course.run().restart();
            },
            () -> document.goTo(0));
    stepped();
    message = language.player().get("message.restart");
  }

  private void speak() {
    language = language.other();
    course().ifPresent(course -> course.tellIn(language.locale()));
  }

  private void hint() {
    course().ifPresent(course -> course.exercises().hint(course.run().stop().place().step()));
    lessonScroll = TO_THE_END;
  }

  /** A number answers the question that is open, else the last one of the step. */
  private void answer(String text) {
    if (course().isEmpty() || !text.matches("[1-9]")) {
      return;
    }
    Course course = course().get();
    Block.Question asked = null;
    for (Told told : course.run().lesson().steps().get(step(course)).blocks()) {
      boolean open = asked == null || course.exercises().isAnswered(asked);
      if (told.block() instanceof Block.Question question && open) {
        asked = question;
      }
    }
    if (asked != null) {
      course.exercises().choose(asked, Integer.parseInt(text) - 1);
      lessonScroll = TO_THE_END;
    }
  }

  private static int step(Course course) {
    return course.run().stop().place().step();
  }
}
