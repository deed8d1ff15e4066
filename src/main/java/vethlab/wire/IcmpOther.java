package vethlab.wire;

/** Any other ICMP message; {@code rest} is the second half of its header. */
public record IcmpOther(int type, int code, int rest, Bytes data) implements Icmp {
  public IcmpOther {
    Range.u8(type, "ICMP type");
    Range.u8(code, "ICMP code");
  }

  @Override
  public int length() {
    return HEADER_LENGTH + data.length();
  }
}
