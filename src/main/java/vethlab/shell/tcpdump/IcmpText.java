package vethlab.shell.tcpdump;

import vethlab.wire.Icmp;
import vethlab.wire.IcmpEcho;
import vethlab.wire.IcmpError;
import vethlab.wire.IcmpOther;
import vethlab.wire.Ipv4;
import vethlab.wire.Protocol;
import vethlab.wire.RawTransport;
import vethlab.wire.Tcp;
import vethlab.wire.Udp;

/** An ICMP message as tcpdump prints it: print-icmp.c. */
final class IcmpText {
  private IcmpText() {}

  static String of(Ipv4 packet, Icmp icmp, Style style) {
    int length = packet.transport().length();
    return switch (icmp) {
      case IcmpEcho echo ->
          "ICMP echo "
              + (echo.request() ? "request" : "reply")
              + ", id "
              + echo.id()
              + ", seq "
              + echo.sequence()
              + ", length "
              + length;
      case IcmpError error ->
          "ICMP " + error(error, style) + ", length " + length + quotation(error, style);
      case IcmpOther other -> "ICMP type-#" + other.type() + ", length " + length;
    };
  }

  private static String quotation(IcmpError error, Style style) {
    return style.verbosity() > 0 && error.type() != Icmp.REDIRECT
        ? "\n\tIP " + IpText.of(error.original(), style)
        : "";
  }

  private static String error(IcmpError error, Style style) {
    String target = style.names().of(error.original().dst());
    return switch (error.type()) {
      case Icmp.DEST_UNREACH -> unreachable(error, target, style);
      case Icmp.REDIRECT ->
          "redirect "
              + target
              + " to "
              + (error.code() == 0 ? "net" : "host")
              + " "
              + style.names().of(error.gateway());
      case Icmp.TIME_EXCEEDED ->
          error.code() == 0 ? "time exceeded in-transit" : "ip reassembly time exceeded";
      case Icmp.SOURCE_QUENCH -> "source quench";
      default -> "parameter problem - octet " + (error.info() >>> 24);
    };
  }

  private static String unreachable(IcmpError error, String target, Style style) {
    return switch (error.code()) {
      case 0 -> "net " + target + " unreachable";
      case 1 -> "host " + target + " unreachable";
      case 2 -> target + " protocol " + error.original().protocol() + " unreachable";
      case 3 -> port(error.original(), target, style);
      case 4 -> target + " unreachable - need to frag (mtu " + error.mtu() + ")";
      case 5 -> target + " unreachable - source route failed";
      case 6 -> "net " + target + " unreachable - unknown";
      case 7 -> "host " + target + " unreachable - unknown";
      case 8 -> target + " unreachable - source host isolated";
      case 9 -> "net " + target + " unreachable - admin prohibited";
      case 10 -> "host " + target + " unreachable - admin prohibited";
      case 11 -> "net " + target + " unreachable - tos prohibited";
      case 12 -> "host " + target + " unreachable - tos prohibited";
      case 13 -> "host " + target + " unreachable - admin prohibited filter";
      case 14 -> "host " + target + " unreachable - host precedence violation";
      case 15 -> "host " + target + " unreachable - precedence cutoff";
      default -> "unreachable - #" + error.code();
    };
  }

  private static String port(Ipv4 original, String target, Style style) {
    int port =
        switch (original.transport()) {
          case Udp udp -> udp.dport();
          case Tcp tcp -> tcp.dport();
          case RawTransport raw when raw.data().length() >= 4 ->
              raw.data().at(2) << 8 | raw.data().at(3);
          default -> 0;
        };
    return switch (original.protocol()) {
      case Protocol.UDP -> target + " udp port " + style.names().port(port, "udp") + " unreachable";
      case Protocol.TCP -> target + " tcp port " + style.names().port(port, "tcp") + " unreachable";
      default -> target + " protocol " + original.protocol() + " port " + port + " unreachable";
    };
  }
}
