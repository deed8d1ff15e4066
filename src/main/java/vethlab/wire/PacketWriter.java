package vethlab.wire;

/** Turns an IPv4 packet into bytes, with its lengths and checksums. */
public final class PacketWriter {
  private static final int MAX_LENGTH = 0xffff;

  private PacketWriter() {}

  /**
   * The packet's bytes.
   *
   * @throws IllegalArgumentException if there are more than 65535
   */
  public static byte[] encode(Ipv4 packet) {
    byte[] bytes = new byte[packet.totalLength()];
    write(packet, new ByteWriter(bytes, 0));
    return bytes;
  }

  /** The bytes behind the packet's header: what its fragments share out. */
  public static Bytes encodeTransport(Ipv4 packet) {
    if (packet.transport() instanceof RawTransport raw) {
      return raw.data();
    }
    byte[] bytes = new byte[packet.transport().length()];
    writeTransport(packet, new ByteWriter(bytes, 0));
    return Bytes.wrap(bytes);
  }

  static void write(Ipv4 packet, ByteWriter out) {
    int start = out.at;
    int total = packet.totalLength();
    if (total > MAX_LENGTH) {
      throw new IllegalArgumentException("an IPv4 packet cannot have " + total + " bytes");
    }
    out.u8(0x40 | packet.headerLength() / 4).u8(packet.tos()).u16(total);
    out.u16(packet.id()).u16(packet.flags() | packet.fragmentOffset() / 8);
    out.u8(packet.ttl()).u8(packet.protocol()).u16(0);
    out.ip4(packet.src()).ip4(packet.dst()).bytes(packet.options());
    out.checksum(start + 10, start, 0);
    writeTransport(packet, out);
  }

  private static void writeTransport(Ipv4 packet, ByteWriter out) {
    switch (packet.transport()) {
      case Icmp icmp -> write(icmp, out);
      case Udp udp -> write(udp, packet, out);
      case Tcp tcp -> write(tcp, packet, out);
      case RawTransport raw -> out.bytes(raw.data());
    }
  }

  private static void write(Icmp icmp, ByteWriter out) {
    int start = out.at;
    out.u8(icmp.type()).u8(icmp.code()).u16(0);
    switch (icmp) {
      case IcmpEcho echo -> out.u16(echo.id()).u16(echo.sequence()).bytes(echo.data());
      case IcmpError error -> out.u32(error.info()).bytes(quotation(error));
      case IcmpOther other -> out.u32(other.rest()).bytes(other.data());
    }
    out.checksum(start + 2, start, 0);
  }

  private static Bytes quotation(IcmpError error) {
    return Bytes.wrap(encode(error.original())).slice(0, error.quoted());
  }

  /** net/ipv4/udp.c, udp4_hwcsum: a checksum of 0 would mean there is none, so it is sent as -0. */
  private static void write(Udp udp, Ipv4 packet, ByteWriter out) {
    int start = out.at;
    out.u16(udp.sport()).u16(udp.dport()).u16(udp.length()).u16(0).bytes(udp.data());
    out.checksum(start + 6, start, pseudoHeader(packet));
    if (out.get16(start + 6) == 0) {
      out.put16(start + 6, 0xffff);
    }
  }

  private static void write(Tcp tcp, Ipv4 packet, ByteWriter out) {
    int start = out.at;
    out.u16(tcp.sport()).u16(tcp.dport()).u32(tcp.seq()).u32(tcp.ack());
    out.u16(tcp.headerLength() / 4 << 12 | tcp.flags()).u16(tcp.window()).u16(0).u16(0);
    TcpOptionsCodec.write(tcp.options(), out);
    out.bytes(tcp.data());
    out.checksum(start + 16, start, pseudoHeader(packet));
  }

  private static long pseudoHeader(Ipv4 packet) {
    int length = packet.transport().length();
    return Checksum.pseudoHeader(packet.src(), packet.dst(), packet.protocol(), length);
  }
}
