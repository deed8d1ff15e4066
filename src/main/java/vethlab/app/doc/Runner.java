package vethlab.app.doc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import vethlab.shell.Scripts;
import vethlab.shell.Session;
import vethlab.sim.World;
import vethlab.sim.timeline.Breakpoint;
import vethlab.sim.timeline.Stopped;

/**
 * Lets a command run in slices, so that the window answers meanwhile: as fast as it goes for the
 * first seconds of virtual time, then at the pace of the clock until it ends or is interrupted.
 */
public final class Runner {
  /** Virtual nanoseconds that pass as fast as they can. */
  static final long AT_ONCE = 5_000_000_000L;

  /** The clock's nanoseconds for a slice when nobody waits for the window. */
  private static final long SLICE = 50_000_000L;

  /** Showing what happens takes at most one part in so many of the time, the run has the rest. */
  private static final int SHARE = 4;

  private static final long NEVER = Long.MAX_VALUE;

  /** Virtual nanoseconds that pass after a command's end: what is in flight arrives. */
  private static final long AFTERMATH = 2_000_000L;

  private final Document document;
  private final Deque<String> lines = new ArrayDeque<>();
  private Optional<Terminal> terminal = Optional.empty();
  private long patience = NEVER;
  private long lineStart;
  private long virtualStart;
  private long wallStart;
  private boolean paced;

  /** Something has happened that nobody was told of. */
  private boolean untold;

  private long quietUntil;

  /** Whether it goes on without waiting for a terminal. */
  private boolean goesOn;

  /** The breakpoints that don't count for the time being. */
  private Optional<List<Breakpoint>> aside = Optional.empty();

  public Runner(Document document) {
    this.document = document;
  }

  public boolean isRunning() {
    return terminal.isPresent() || goesOn;
  }

  /** Goes on to the next breakpoint, or until nothing is left to happen. */
  public void goOn() {
    stop();
    goesOn = true;
  }

  /** Goes on to the next event at one of these places, whatever other breakpoints there are. */
  public void goOnTo(List<Breakpoint> places) {
    goOn();
    List<Breakpoint> set = document.timeline().breakpoints();
    aside = Optional.of(List.copyOf(set));
    set.clear();
    set.addAll(places);
  }

  private void putBack() {
    aside.ifPresent(kept -> {
      document.timeline().breakpoints().clear();
      document.timeline().breakpoints().addAll(kept);
    });
    aside = Optional.empty();
  }

  /** Runs until this terminal waits for a line again. */
  public void until(Terminal waits) {
    lines.clear();
    patience = NEVER;
    begin(waits);
  }

  /**
   * Types lines one after the other, each when the one before is done. A command that would never
   * end is interrupted after a while.
   */
  public void type(Terminal into, List<String> commands) {
    lines.clear();
    lines.addAll(commands);
    patience = Scripts.PATIENCE;
    begin(into);
  }

  private void begin(Terminal waits) {
    putBack();
    goesOn = false;
    document.timeline().takeHit();
    terminal = Optional.of(waits);
    virtualStart = document.timeline().world().now();
    paced = false;
  }

  public void stop() {
    putBack();
    goesOn = false;
    lines.clear();
    terminal = Optional.empty();
    if (untold) {
      untold = false;
      document.tell(Change.NETWORK);
    }
  }

  /** Goes on to the end, however long that is in virtual time. */
  public void finish() {
    for (long clock = 0; isRunning(); clock += AT_ONCE) {
      slice(clock, SLICE);
    }
  }

  /**
   * Goes on for at most {@code budget} nanoseconds of the clock's time.
   *
   * @return whether anything happened
   */
  public boolean slice(long clock, long budget) {
    if (goesOn) {
      return sliceOn(budget);
    }
    if (terminal.isEmpty()) {
      return false;
    }
    long until = clock + budget;
    boolean moved = false;
    do {
      for (int i = 0; i < 64; i++) {
        World world = document.timeline().world();
        if (isOver(world) && !typeNext()) {
          terminal = Optional.empty();
          aftermath();
          untold = false;
          document.tell(Change.NETWORK);
          return true;
        }
        losePatience(world);
        if (world.nextTime() > allowed(world, clock) || !document.timeline().advance()) {
          tell();
          return moved;
        }
        untold = true;
        moved = true;
        Optional<Stopped.AtBreakpoint> hit = document.timeline().takeHit();
        if (hit.isPresent()) {
          haltAt(hit.get());
          return true;
        }
      }
    } while (System.nanoTime() < until);
    tell();
    return true;
  }

  /** Tells what has happened, unless that would take most of the time. */
  private void tell() {
    long now = System.nanoTime();
    if (untold && now >= quietUntil) {
      untold = false;
      document.tell(Change.NETWORK);
      long took = System.nanoTime() - now;
      quietUntil = now + SHARE * took;
    }
  }

  private void haltAt(Stopped.AtBreakpoint hit) {
    stop();
    document.goToEvent((int) hit.step() + 1);
  }

  private boolean sliceOn(long budget) {
    long until = System.nanoTime() + budget;
    switch (document.timeline().run(world -> System.nanoTime() > until)) {
      case Stopped.AtBreakpoint hit -> haltAt(hit);
      case Stopped.AtMoment more -> document.goTo(document.timeline().position());
      default -> {
        stop();
        document.goTo(document.timeline().position());
      }
    }
    return true;
  }

  private boolean typeNext() {
    boolean more = !lines.isEmpty() && document.isWaiting(terminal.orElseThrow());
    if (more) {
      document.type(terminal.orElseThrow(), lines.remove());
      lineStart = document.timeline().world().now();
    }
    return more;
  }

  private void losePatience(World world) {
    boolean late = patience != NEVER && world.nextTime() > lineStart + patience;
    if (late && document.session(terminal.orElseThrow()).filter(Session::isEndless).isPresent()) {
      document.interrupt(terminal.orElseThrow());
    }
  }

  private boolean isOver(World world) {
    boolean nothing = !world.hasWork(Long.MAX_VALUE);
    return nothing || !world.midway() && document.isWaiting(terminal.get());
  }

  private long allowed(World world, long clock) {
    if (!paced && world.nextTime() > virtualStart + AT_ONCE) {
      paced = true;
      virtualStart = world.now();
      wallStart = clock;
    }
    return paced ? virtualStart + (clock - wallStart) : Long.MAX_VALUE;
  }

  private void aftermath() {
    World world = document.timeline().world();
    long end = world.now() + AFTERMATH;
    for (int i = 0; i < 20_000 && document.timeline().world().hasWork(end); i++) {
      document.timeline().advance();
    }
  }
}
