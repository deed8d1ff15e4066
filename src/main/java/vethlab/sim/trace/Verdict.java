package vethlab.sim.trace;

/** How a packet left a stage. */
public sealed interface Verdict {
  Verdict PASSED = new Passed();
  Verdict QUEUED = new Queued();
  Verdict CONSUMED = new Consumed();

  /** It goes on to the next stage. */
  record Passed() implements Verdict {}

  /** It died here. */
  record Dropped(DropReason reason) implements Verdict {}

  /** It waits: for ARP, for its other fragments. */
  record Queued() implements Verdict {}

  /** It reached whom it was for, or has done what it was for. */
  record Consumed() implements Verdict {}

  /** Its addresses, ports, TTL … were changed; it goes on. */
  record Rewritten(String field, String old, String now) implements Verdict {}

  /** It leaves by a device. */
  record Sent(String device) implements Verdict {}

  /** An answer is made because of it (ARP reply, ICMP error, TCP reset). */
  record Answered(String with) implements Verdict {}

  static Verdict dropped(DropReason reason) {
    return new Dropped(reason);
  }
}
