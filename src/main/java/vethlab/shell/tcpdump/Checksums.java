package vethlab.shell.tcpdump;

import vethlab.wire.Bytes;
import vethlab.wire.Checksum;
import vethlab.wire.Ipv4;
import vethlab.wire.PacketWriter;
import vethlab.wire.Tcp;
import vethlab.wire.Udp;

/**
 * What a capture on virtual links shows of checksums: the sender leaves them to the device and
 * writes the pseudo header's sum alone (CHECKSUM_PARTIAL), which tcpdump calls incorrect.
 */
final class Checksums {
  private Checksums() {}

  private static String hex(int value) {
    return "0x" + Integer.toHexString(0x10000 | value & 0xffff).substring(1);
  }

  private static int pseudo(Ipv4 packet) {
    long sum =
        Checksum.pseudoHeader(
            packet.src(), packet.dst(), packet.protocol(), packet.transport().length());
    return ~Checksum.finish(sum) & 0xffff;
  }

  private static int real(Ipv4 packet, int at) {
    Bytes bytes = PacketWriter.encodeTransport(packet);
    return bytes.at(at) << 8 | bytes.at(at + 1);
  }

  static String tcp(Ipv4 packet, Tcp tcp) {
    int right = real(packet, 16);
    return tcp.isRst()
        ? hex(right) + " (correct)"
        : hex(pseudo(packet)) + " (incorrect -> " + hex(right) + ")";
  }

  static String udp(Ipv4 packet, Udp udp) {
    return "[bad udp cksum " + hex(pseudo(packet)) + " -> " + hex(real(packet, 6)) + "!] ";
  }
}
