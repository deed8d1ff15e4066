package vethlab.app;

import vethlab.app.doc.Document;
import vethlab.sim.timeline.Level;

/** Plays a document's events by itself, one level at a time. */
public final class Player {
  /** Between two steps at speed 1, in nanoseconds. */
  private static final long PACE = 650_000_000L;

  public static final double SLOWEST = 0.25;
  public static final double FASTEST = 16;

  private Level level = Level.STAGE;
  private double speed = 1;
  private boolean playing;
  private long last;

  public Level level() {
    return level;
  }

  public void level(Level level) {
    this.level = level;
  }

  public double speed() {
    return speed;
  }

  public void speed(double speed) {
    this.speed = Math.max(SLOWEST, Math.min(FASTEST, speed));
  }

  public boolean isPlaying() {
    return playing;
  }

  public void play(boolean playing) {
    this.playing = playing;
    last = 0;
  }

  /** How long a token takes from one place to the next, in nanoseconds. */
  public long hop() {
    return (long) (Math.min(PACE, PACE * 0.6 / speed));
  }

  /** Goes on if it is time to; at the end of what is known it stops. */
  public void tick(long clock, Document document) {
    if (!playing) {
      return;
    }
    if (last == 0) {
      last = clock;
      return;
    }
    if (clock - last < PACE / speed) {
      return;
    }
    last = clock;
    boolean known = document.eventsHere() < document.eventCount();
    if (!known || !document.forward(level)) {
      playing = false;
    }
  }
}
