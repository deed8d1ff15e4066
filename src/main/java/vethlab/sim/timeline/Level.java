package vethlab.sim.timeline;

/** How far one press of "next" goes; each level holds the ones before it. */
public enum Level {
  /** The next lookup or decision: one recorded step. */
  LOOKUP,
  /** The next stage of a packet that has something to tell. */
  STAGE,
  /** Until the packet has left the namespace's hands. */
  NAMESPACE,
  /** Until a frame has crossed a link. */
  LINK,
  /** Until nothing is on its way any more: a question and its answer. */
  EXCHANGE,
  /** Until the next command of a script or terminal. */
  COMMAND
}
