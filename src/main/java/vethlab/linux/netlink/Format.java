package vethlab.linux.netlink;

/** What an attribute's value looks like. Integers are the machine's, BE ones the network's. */
public enum Format {
  U8,
  U16,
  U32,
  U64,
  BE16,
  BE32,
  BE64,
  /** Two u16: a range. */
  U16_PAIR,
  STRING,
  MAC,
  IP4,
  /** Present or not, without a value. */
  FLAG,
  NESTED,
  /** A struct ifinfomsg, then attributes (VETH_INFO_PEER). */
  PEER,
  /** An array of struct rtnexthop, each with attributes (RTA_MULTIPATH). */
  HOPS,
  BINARY
}
