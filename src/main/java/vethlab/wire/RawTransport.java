package vethlab.wire;

/** The bytes behind an IPv4 header as they are: of a fragment, or of what is not understood. */
public record RawTransport(int protocol, Bytes data) implements Transport {
  public RawTransport {
    Range.u8(protocol, "protocol");
  }

  @Override
  public int length() {
    return data.length();
  }
}
