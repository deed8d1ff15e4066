package vethlab.wire;

/** A payload that is carried without being understood. */
public record OtherPayload(int etherType, Bytes data) implements Payload {
  public OtherPayload {
    Range.u16(etherType, "Ethernet type");
  }

  @Override
  public int length() {
    return data.length();
  }
}
