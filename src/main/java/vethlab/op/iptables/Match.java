package vethlab.op.iptables;

/** One criterion of a rule. */
public sealed interface Match {
  record Placeholder() implements Match {}
}
