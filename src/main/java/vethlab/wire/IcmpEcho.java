package vethlab.wire;

/** An echo request, or the reply to one. */
public record IcmpEcho(boolean request, int id, int sequence, Bytes data) implements Icmp {
  public IcmpEcho {
    Range.u16(id, "echo id");
    Range.u16(sequence, "echo sequence");
  }

  /** The reply to this request. */
  public IcmpEcho reply() {
    return new IcmpEcho(false, id, sequence, data);
  }

  public IcmpEcho withId(int id) {
    return new IcmpEcho(request, id, sequence, data);
  }

  @Override
  public int type() {
    return request ? ECHO : ECHO_REPLY;
  }

  @Override
  public int code() {
    return 0;
  }

  @Override
  public int length() {
    return HEADER_LENGTH + data.length();
  }
}
