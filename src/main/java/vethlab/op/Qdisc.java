package vethlab.op;

/** A queueing discipline on a link's root. Times in nanoseconds, shares 0..1, rate in bits/s. */
public sealed interface Qdisc {
  record Netem(
      long delay,
      long jitter,
      double loss,
      double duplicate,
      double corrupt,
      double reorder,
      long rate,
      int limit)
      implements Qdisc {}
}
