package vethlab.wire;

/**
 * An ICMP error with a quotation of the packet it is about.
 *
 * @param type 3, 4, 5, 11 or 12
 * @param code 8 bits
 * @param info the 32 bits before the quotation: a next hop's MTU, a gateway's address, a pointer in
 *     the highest byte
 * @param original the packet it is about, whole
 * @param quoted how many of the original's bytes are quoted, its header at least
 */
public record IcmpError(int type, int code, int info, Ipv4 original, int quoted) implements Icmp {
  public IcmpError {
    Range.u8(code, "ICMP code");
    if (!Icmp.isError(type)) {
      throw new IllegalArgumentException("ICMP type " + type + " is not an error");
    }
    if (quoted < original.headerLength() || quoted > original.totalLength()) {
      throw new IllegalArgumentException(
          "cannot quote " + quoted + " of " + original.totalLength() + " bytes");
    }
  }

  /** The same error about another form of the packet (NAT's work), quoted as far as before. */
  public IcmpError withOriginal(Ipv4 original) {
    return new IcmpError(type, code, info, original, Math.min(quoted, original.totalLength()));
  }

  /** The MTU in a "fragmentation needed"; 0 if unknown. */
  public int mtu() {
    return info & 0xffff;
  }

  /** The router that a redirect names. */
  public Ip4 gateway() {
    return new Ip4(info);
  }

  @Override
  public int length() {
    return HEADER_LENGTH + quoted;
  }
}
