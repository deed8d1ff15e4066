package vethlab.wire;

/**
 * An IPv4 packet (RFC 791).
 *
 * @param tos 8 bits
 * @param id 16 bits
 * @param flags {@link #DF}, {@link #MF} and the reserved bit, where the header has them
 * @param fragmentOffset in bytes, a multiple of 8
 * @param ttl 8 bits
 * @param options a multiple of 4 bytes, at most 40
 * @param transport of a fragment (the first one too) always a {@link RawTransport}
 */
public record Ipv4(
    int tos,
    int id,
    int flags,
    int fragmentOffset,
    int ttl,
    Ip4 src,
    Ip4 dst,
    Bytes options,
    Transport transport)
    implements Payload {
  public static final int DF = 0x4000;
  public static final int MF = 0x2000;

  /** Of a header without options. */
  public static final int HEADER_LENGTH = 20;

  private static final int FLAG_BITS = 0xe000;
  private static final int OFFSET_BITS = 0xfff8;

  public Ipv4 {
    Range.u8(tos, "tos");
    Range.u8(ttl, "ttl");
    Range.u16(id, "id");
    if ((flags & ~FLAG_BITS) != 0 || (fragmentOffset & ~OFFSET_BITS) != 0) {
      throw new IllegalArgumentException("bad flags " + flags + " or offset " + fragmentOffset);
    }
    if ((options.length() & 3) != 0 || options.length() > 40) {
      throw new IllegalArgumentException("bad length of options: " + options.length());
    }
    if ((flags & MF | fragmentOffset) != 0 && !(transport instanceof RawTransport)) {
      throw new IllegalArgumentException("a fragment carries raw bytes");
    }
  }

  /** A packet with tos 0, id 0, no flags and no options. */
  public static Ipv4 of(Ip4 src, Ip4 dst, int ttl, Transport transport) {
    return new Ipv4(0, 0, 0, 0, ttl, src, dst, Bytes.EMPTY, transport);
  }

  @Override
  public int etherType() {
    return EtherType.IPV4;
  }

  @Override
  public int length() {
    return totalLength();
  }

  public int protocol() {
    return transport.protocol();
  }

  /** Of the header with its options, in bytes. */
  public int headerLength() {
    return HEADER_LENGTH + options.length();
  }

  /** Of header and transport, in bytes. */
  public int totalLength() {
    return HEADER_LENGTH + options.length() + transport.length();
  }

  /** Of the longest packet a device makes of it: what an MTU is compared with. */
  public int largestPiece() {
    return transport instanceof Tcp tcp ? headerLength() + tcp.largestPiece() : totalLength();
  }

  /** Is this one of several fragments, be it the first? */
  public boolean isFragment() {
    return (flags & MF | fragmentOffset) != 0;
  }

  public boolean dontFragment() {
    return (flags & DF) != 0;
  }

  public boolean moreFragments() {
    return (flags & MF) != 0;
  }

  public Ipv4 withTos(int tos) {
    return new Ipv4(tos, id, flags, fragmentOffset, ttl, src, dst, options, transport);
  }

  public Ipv4 withId(int id) {
    return new Ipv4(tos, id, flags, fragmentOffset, ttl, src, dst, options, transport);
  }

  public Ipv4 withFlags(int flags) {
    return new Ipv4(tos, id, flags, fragmentOffset, ttl, src, dst, options, transport);
  }

  public Ipv4 withFragmentOffset(int fragmentOffset) {
    return new Ipv4(tos, id, flags, fragmentOffset, ttl, src, dst, options, transport);
  }

  public Ipv4 withTtl(int ttl) {
    return new Ipv4(tos, id, flags, fragmentOffset, ttl, src, dst, options, transport);
  }

  public Ipv4 withSrc(Ip4 src) {
    return new Ipv4(tos, id, flags, fragmentOffset, ttl, src, dst, options, transport);
  }

  public Ipv4 withDst(Ip4 dst) {
    return new Ipv4(tos, id, flags, fragmentOffset, ttl, src, dst, options, transport);
  }

  public Ipv4 withOptions(Bytes options) {
    return new Ipv4(tos, id, flags, fragmentOffset, ttl, src, dst, options, transport);
  }

  public Ipv4 withTransport(Transport transport) {
    return new Ipv4(tos, id, flags, fragmentOffset, ttl, src, dst, options, transport);
  }

  @Override
  public String toString() {
    return Summary.of(this);
  }
}
