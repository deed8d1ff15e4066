package vethlab.shell;

/**
 * A program at work in a process: what it remembers between two waits. It is copied with the whole
 * state at any moment, so it holds no reference to anything but itself and immutable values; what
 * it works on reaches it as the {@link Process} of each call.
 */
public interface Program {

  /** An independent copy in the same state. */
  Program copy();

  /**
   * Runs until the program has to wait or ends. Called first when the process starts, then whenever
   * a timer of it fires, a socket of it has something, its input has data or ends, a child ends, or
   * a signal it catches arrives. Calls without a cause happen: look at the state of things, not at
   * the reason of the call.
   */
  Progress advance(Process process);

  /** False while it goes on until somebody interrupts it, as ping does without a count. */
  default boolean endsByItself() {
    return true;
  }

  /** A signal ended the process before its program did: the place to close sockets. */
  default void killed(Process process) {}
}
