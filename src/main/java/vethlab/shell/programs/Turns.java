package vethlab.shell.programs;

import vethlab.shell.Process;

/**
 * When a program gets the processor: its own calls take a moment each, and being woken takes longer
 * than what the network does meanwhile. On a machine that is not busy the packets of one call have
 * been handled before the next call.
 */
public final class Turns {
  /** From one system call to the next, in nanoseconds. */
  public static final long CALL = 100_000;

  /** From a wake-up to the first call after it. */
  public static final long WAKE = 1_000_000;

  /** From a program's last call to the moment when its parent knows that it has ended. */
  public static final long EXIT = 1_500_000;

  private long notBefore;
  private boolean asleep;

  public Turns copy() {
    Turns copy = new Turns();
    copy.notBefore = notBefore;
    copy.asleep = asleep;
    return copy;
  }

  /** Whether it is its turn; if not, it will be called again. */
  public boolean mine(Process process) {
    return process.now() >= notBefore;
  }

  /** It has made a call and goes on after a moment. */
  public void next(Process process) {
    after(process, CALL);
  }

  public void after(Process process, long wait) {
    asleep = false;
    notBefore = process.now() + wait;
    process.wakeAt(notBefore);
  }

  /** It found nothing to do and sleeps. */
  public void sleep() {
    asleep = true;
  }

  /** There is something to do: true when it was awake, else it gets its turn a little later. */
  public boolean awake(Process process) {
    if (!asleep) {
      return true;
    }
    after(process, WAKE);
    return false;
  }
}
