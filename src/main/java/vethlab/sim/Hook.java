package vethlab.sim;

/** The IPv4 netfilter hooks, in the order of enum nf_inet_hooks. */
public enum Hook {
  PREROUTING,
  INPUT,
  FORWARD,
  OUTPUT,
  POSTROUTING
}
