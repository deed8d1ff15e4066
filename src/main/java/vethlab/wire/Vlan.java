package vethlab.wire;

/** A VLAN tag: its Ethernet type and its 16 bits of priority, drop mark and id. */
public record Vlan(int protocol, int tci) {
  public static final int DOT1Q = 0x8100;
  public static final int DOT1AD = 0x88a8;

  /** No tag. */
  public static final Vlan NONE = new Vlan(0, 0);

  public Vlan {
    Range.u16(protocol, "VLAN protocol");
    Range.u16(tci, "VLAN tag");
  }

  /** An 802.1Q tag of priority 0. */
  public static Vlan of(int id) {
    if (id < 0 || id > 0xfff) {
      throw new IllegalArgumentException("VLAN id " + id + " is not within 0..4095");
    }
    return new Vlan(DOT1Q, id);
  }

  public int id() {
    return tci & 0xfff;
  }

  public int priority() {
    return tci >> 13;
  }

  public boolean isNone() {
    return protocol == 0;
  }
}
