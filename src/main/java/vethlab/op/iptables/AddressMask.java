package vethlab.op.iptables;

import vethlab.wire.Ip4;

/** An address under a mask, which need not be a prefix; the address has no bits outside of it. */
public record AddressMask(Ip4 address, Ip4 mask) {
  public static final AddressMask ANY = new AddressMask(new Ip4(0), new Ip4(0));

  public AddressMask {
    address = new Ip4(address.bits() & mask.bits());
  }

  public boolean contains(Ip4 other) {
    return (other.bits() & mask.bits()) == address.bits();
  }

  /** The length of the prefix, or -1 for a mask with holes. */
  public int prefixLength() {
    int length = Integer.bitCount(mask.bits());
    return mask.bits() == prefixMask(length) ? length : -1;
  }

  public static int prefixMask(int length) {
    return length == 0 ? 0 : -1 << (32 - length);
  }

  /** As iptables-save prints it: {@code 10.0.0.1/32}. */
  @Override
  public String toString() {
    return address + "/" + (prefixLength() < 0 ? mask.toString() : "" + prefixLength());
  }

  /** As iptables -L prints it: a host has no {@code /32}. */
  public String listed() {
    return prefixLength() == 32 ? address.toString() : toString();
  }
}
