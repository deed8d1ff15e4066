package vethlab.wire;

/** What an Ethernet frame carries. */
public sealed interface Payload permits Arp, Ipv4, OtherPayload {
  /** The Ethernet type; below {@link EtherType#FIRST_TYPE} the length of an 802.3 frame. */
  int etherType();

  /** In bytes. */
  int length();
}
