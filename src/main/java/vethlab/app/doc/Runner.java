package vethlab.app.doc;

import java.util.Optional;
import vethlab.sim.World;

/**
 * Lets a command run in slices, so that the window answers meanwhile: as fast as it goes for the
 * first seconds of virtual time, then at the pace of the clock until it ends or is interrupted.
 */
public final class Runner {
  /** Virtual nanoseconds that pass as fast as they can. */
  static final long AT_ONCE = 5_000_000_000L;

  /** Virtual nanoseconds that pass after a command's end: what is in flight arrives. */
  private static final long AFTERMATH = 2_000_000L;

  private final Document document;
  private Optional<Terminal> terminal = Optional.empty();
  private long virtualStart;
  private long wallStart;
  private boolean paced;

  public Runner(Document document) {
    this.document = document;
  }

  public boolean isRunning() {
    return terminal.isPresent();
  }

  /** Runs until this terminal waits for a line again. */
  public void until(Terminal waits) {
    terminal = Optional.of(waits);
    virtualStart = document.timeline().world().now();
    paced = false;
  }

  public void stop() {
    terminal = Optional.empty();
  }

  /**
   * Goes on for at most {@code budget} nanoseconds of the clock's time.
   *
   * @return whether anything happened
   */
  public boolean slice(long clock, long budget) {
    if (terminal.isEmpty()) {
      return false;
    }
    long until = clock + budget;
    boolean moved = false;
    do {
      for (int i = 0; i < 64; i++) {
        World world = document.timeline().world();
        if (isOver(world)) {
          terminal = Optional.empty();
          aftermath();
          document.tell(Change.NETWORK);
          return true;
        }
        if (world.nextTime() > allowed(world, clock) || !document.timeline().advance()) {
          if (moved) {
            document.tell(Change.NETWORK);
          }
          return moved;
        }
        moved = true;
      }
    } while (System.nanoTime() < until);
    document.tell(Change.NETWORK);
    return true;
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
