package vethlab.sim.timeline;

/** Why a run came to rest. */
public sealed interface Stopped {
  /** Nothing is left to happen. */
  record AtEnd() implements Stopped {}

  /** The moment asked for is reached. */
  record AtMoment() implements Stopped {}

  /**
   * @param step the recorded step's position in {@link Timeline#steps}
   */
  record AtBreakpoint(Breakpoint breakpoint, long step) implements Stopped {}

  /** A limit of the simulation was reached. */
  record Halted(String why) implements Stopped {}
}
