package vethlab.op.iptables;

import vethlab.wire.Ip4;

/** Addresses from {@code first} to {@code last}, both included. */
public record AddressSpan(Ip4 first, Ip4 last) {
  public static AddressSpan of(Ip4 only) {
    return new AddressSpan(only, only);
  }

  public boolean isSingle() {
    return first.equals(last);
  }

  public boolean contains(Ip4 address) {
    return Integer.compareUnsigned(first.bits(), address.bits()) <= 0
        && Integer.compareUnsigned(address.bits(), last.bits()) <= 0;
  }

  /** Both ends, even when they are the same. */
  public String ends() {
    return first + "-" + last;
  }

  @Override
  public String toString() {
    return isSingle() ? first.toString() : ends();
  }
}
