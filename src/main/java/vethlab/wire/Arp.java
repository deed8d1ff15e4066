package vethlab.wire;

/**
 * ARP for IPv4 over Ethernet (RFC 826).
 *
 * @param op {@link #REQUEST}, {@link #REPLY} or another 16-bit number
 * @param sha the sender's Ethernet address
 * @param spa the sender's IPv4 address
 * @param tha the target's Ethernet address, zero in a request
 * @param tpa the target's IPv4 address
 */
public record Arp(int op, Mac sha, Ip4 spa, Mac tha, Ip4 tpa) implements Payload {
  public static final int REQUEST = 1;
  public static final int REPLY = 2;
  public static final int LENGTH = 28;

  public Arp {
    Range.u16(op, "ARP operation");
  }

  @Override
  public int etherType() {
    return EtherType.ARP;
  }

  @Override
  public int length() {
    return LENGTH;
  }
}
