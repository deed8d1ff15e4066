package vethlab.sim.netfilter;

import vethlab.wire.Bytes;
import vethlab.wire.Icmp;
import vethlab.wire.IcmpOther;
import vethlab.wire.Ipv4;
import vethlab.wire.Protocol;
import vethlab.wire.Tcp;
import vethlab.wire.TcpOptions;
import vethlab.wire.Transport;
import vethlab.wire.Udp;

/** What rules see of a packet's transport where it may be the first of several fragments. */
final class FirstFragment {
  private FirstFragment() {}

  static Transport transport(Ipv4 packet) {
    if (!packet.moreFragments() || packet.fragmentOffset() != 0) {
      return packet.transport();
    }
    Bytes bytes = vethlab.wire.PacketWriter.encodeTransport(packet);
    boolean whole = bytes.length() >= headerLength(packet.protocol());
    return switch (whole ? packet.protocol() : 0) {
      case Protocol.ICMP ->
          new IcmpOther(bytes.at(0), bytes.at(1), u16(bytes, 4) << 16 | u16(bytes, 6), Bytes.EMPTY);
      case Protocol.UDP -> new Udp(u16(bytes, 0), u16(bytes, 2), Bytes.EMPTY);
      case Protocol.TCP ->
          new Tcp(
              u16(bytes, 0),
              u16(bytes, 2),
              0,
              0,
              u16(bytes, 12) & 0xfff,
              u16(bytes, 14),
              TcpOptions.NONE,
              Bytes.EMPTY);
      default -> packet.transport();
    };
  }

  private static int headerLength(int protocol) {
    return protocol == Protocol.TCP ? Tcp.HEADER_LENGTH : Icmp.HEADER_LENGTH;
  }

  private static int u16(Bytes bytes, int at) {
    return bytes.at(at) << 8 | bytes.at(at + 1);
  }
}
