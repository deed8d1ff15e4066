package vethlab.sim.netfilter;

/** A target, ready to work. */
@FunctionalInterface
interface Action {
  /** What follows for the packet. */
  enum Next {
    CONTINUE,
    ACCEPT,
    DROP,
    RETURN,
    JUMP,
    GOTO
  }

  Next apply(Evaluation e);
}
