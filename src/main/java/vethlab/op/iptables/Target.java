package vethlab.op.iptables;

/** What a rule does to a packet that it matches. */
public sealed interface Target {
  record None() implements Target {}
}
