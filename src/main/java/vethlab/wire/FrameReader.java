package vethlab.wire;

import vethlab.wire.ParseResult.Malformed;
import vethlab.wire.ParseResult.Parsed;

/**
 * Turns bytes into a frame; no bytes make it throw.
 *
 * <p>Padding behind an ARP or IPv4 packet is dropped. An IPv4 header must have the right checksum;
 * those of ICMP, UDP and TCP are not looked at, since a captured frame may wait for its device to
 * compute them. Where a value cannot hold what the bytes say, the bytes themselves are kept ({@link
 * OtherPayload}, {@link RawTransport}).
 */
public final class FrameReader {
  private FrameReader() {}

  /** Reads a frame; the bytes are copied. */
  public static ParseResult parse(byte[] bytes) {
    return parse(Bytes.of(bytes));
  }

  /** Reads a frame that shares its data with the bytes. */
  public static ParseResult parse(Bytes bytes) {
    try {
      return new Parsed(frame(bytes));
    } catch (MalformedException e) {
      return new Malformed(e.getMessage());
    }
  }

  private static Frame frame(Bytes bytes) throws MalformedException {
    ByteReader in = new ByteReader(bytes);
    need(in, Frame.HEADER_LENGTH, "an Ethernet header");
    Mac dst = in.mac();
    Mac src = in.mac();
    int type = in.u16();
    Vlan vlan = Vlan.NONE;
    if (type == Vlan.DOT1Q || type == Vlan.DOT1AD) {
      need(in, 4, "a VLAN tag");
      vlan = new Vlan(type, in.u16());
      type = in.u16();
    }
    return new Frame(dst, src, vlan, payload(type, in));
  }

  private static Payload payload(int type, ByteReader in) throws MalformedException {
    return switch (type) {
      case EtherType.IPV4 -> PacketReader.packet(in.rest());
      case EtherType.ARP -> arp(in.rest());
      default -> new OtherPayload(type, in.rest());
    };
  }

  private static Payload arp(Bytes bytes) throws MalformedException {
    ByteReader in = new ByteReader(bytes);
    need(in, 8, "an ARP header");
    boolean ethernetIpv4 = in.u16() == 1 & in.u16() == EtherType.IPV4 & in.u8() == 6 & in.u8() == 4;
    if (!ethernetIpv4) {
      return new OtherPayload(EtherType.ARP, bytes);
    }
    int op = in.u16();
    need(in, Arp.LENGTH - 8, "ARP's addresses");
    return new Arp(op, in.mac(), in.ip4(), in.mac(), in.ip4());
  }

  private static void need(ByteReader in, int length, String what) throws MalformedException {
    if (in.left() < length) {
      throw new MalformedException(in.left() + " bytes, too short for " + what);
    }
  }
}
