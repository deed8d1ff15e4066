package vethlab.shell.programs;

import vethlab.sim.socket.SocketError;
import vethlab.wire.Ip4;

/** What ping says of an ICMP error: iputils ping.c pr_icmph. */
final class IcmpWords {
  private IcmpWords() {}

  static String of(SocketError error) {
    return switch (error.type()) {
      case 3 -> unreachable(error);
      case 4 -> "Source Quench";
      case 5 -> redirect(error);
      case 11 ->
          switch (error.code()) {
            case 0 -> "Time to live exceeded";
            case 1 -> "Frag reassembly time exceeded";
            default -> "Time exceeded, Bad Code: " + error.code();
          };
      case 12 -> "Parameter problem: pointer = " + (error.info() >>> 24);
      default -> "Bad ICMP type: " + error.type();
    };
  }

  private static String unreachable(SocketError error) {
    return switch (error.code()) {
      case 0 -> "Destination Net Unreachable";
      case 1 -> "Destination Host Unreachable";
      case 2 -> "Destination Protocol Unreachable";
      case 3 -> "Destination Port Unreachable";
      case 4 -> "Frag needed and DF set (mtu = " + error.info() + ")";
      case 5 -> "Source Route Failed";
      case 6 -> "Destination Net Unknown";
      case 7 -> "Destination Host Unknown";
      case 8 -> "Source Host Isolated";
      case 9 -> "Destination Net Prohibited";
      case 10 -> "Destination Host Prohibited";
      case 11 -> "Destination Net Unreachable for Type of Service";
      case 12 -> "Destination Host Unreachable for Type of Service";
      case 13 -> "Packet filtered";
      case 14 -> "Precedence Violation";
      case 15 -> "Precedence Cutoff";
      default -> "Dest Unreachable, Bad Code: " + error.code();
    };
  }

  private static String redirect(SocketError error) {
    String what =
        switch (error.code()) {
          case 0 -> "Redirect Network";
          case 1 -> "Redirect Host";
          case 2 -> "Redirect Type of Service and Network";
          case 3 -> "Redirect Type of Service and Host";
          default -> "Redirect, Bad Code: " + error.code();
        };
    return what + "(New nexthop: " + new Ip4(error.info()) + ")";
  }
}
