package vethlab.wire;

/** An Ethernet frame. Its VLAN tag travels beside it, as the kernel's sk_buff has it. */
public record Frame(Mac dst, Mac src, Vlan vlan, Payload payload) {
  public static final int HEADER_LENGTH = 14;

  /** An untagged frame. */
  public static Frame of(Mac dst, Mac src, Payload payload) {
    return new Frame(dst, src, Vlan.NONE, payload);
  }

  /** Header and payload in bytes; the tag is not counted. */
  public int length() {
    return HEADER_LENGTH + payload.length();
  }

  /** Of the longest frame a device makes of it: what an MTU is compared with. */
  public int largestPiece() {
    int length = payload instanceof Ipv4 packet ? packet.largestPiece() : payload.length();
    return HEADER_LENGTH + length;
  }

  public Frame withDst(Mac dst) {
    return new Frame(dst, src, vlan, payload);
  }

  public Frame withSrc(Mac src) {
    return new Frame(dst, src, vlan, payload);
  }

  public Frame withVlan(Vlan vlan) {
    return new Frame(dst, src, vlan, payload);
  }

  public Frame withPayload(Payload payload) {
    return new Frame(dst, src, vlan, payload);
  }

  @Override
  public String toString() {
    return Summary.of(this);
  }
}
