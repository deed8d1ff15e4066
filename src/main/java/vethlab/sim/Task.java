package vethlab.sim;

import vethlab.op.Ns;

/**
 * Something that runs on the simulated machine and waits for its time: a terminal with its
 * processes. It refers to the world's things by id, so that a copy of the world is whole.
 */
public interface Task {
  Task copy();

  /** Runs until it has to wait again. {@code token} says which of its waits is over. */
  void wake(World world, int self, long token);

  /** Whether a process of it is in that namespace and keeps it alive. */
  default boolean isIn(Ns ns) {
    return false;
  }

  /** A namespace its processes may be in has another name from now on. */
  default void renamed(Ns from, Ns to) {}
}
