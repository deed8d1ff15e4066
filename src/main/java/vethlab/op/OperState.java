package vethlab.op;

/** IF_OPER_ states of a link (RFC 2863). Source: linux/if.h. */
public enum OperState {
  UNKNOWN,
  NOTPRESENT,
  DOWN,
  LOWERLAYERDOWN,
  TESTING,
  DORMANT,
  UP
}
