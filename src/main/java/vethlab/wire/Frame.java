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
