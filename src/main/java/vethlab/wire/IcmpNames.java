package vethlab.wire;

/** What ICMP types and codes mean, in a few words. */
final class IcmpNames {
  private IcmpNames() {}

  static String of(int type, int code) {
    return switch (type) {
      case Icmp.ECHO_REPLY -> "echo reply";
      case Icmp.ECHO -> "echo request";
      case Icmp.DEST_UNREACH -> unreachable(code);
      case Icmp.SOURCE_QUENCH -> "source quench";
      case Icmp.REDIRECT -> code == 0 || code == 2 ? "network redirect" : "redirect";
      case Icmp.TIME_EXCEEDED ->
          code == 0 ? "time to live exceeded" : "fragment reassembly time exceeded";
      case Icmp.PARAMETER_PROBLEM -> "parameter problem";
      case 9 -> "router advertisement";
      case 10 -> "router solicitation";
      case 13 -> "timestamp request";
      case 14 -> "timestamp reply";
      case 17 -> "address mask request";
      case 18 -> "address mask reply";
      default -> "type " + type + " code " + code;
    };
  }

  private static String unreachable(int code) {
    return switch (code) {
      case Icmp.NET_UNREACH -> "network unreachable";
      case Icmp.HOST_UNREACH -> "host unreachable";
      case Icmp.PROT_UNREACH -> "protocol unreachable";
      case Icmp.PORT_UNREACH -> "port unreachable";
      case Icmp.FRAG_NEEDED -> "fragmentation needed";
      case Icmp.SR_FAILED -> "source route failed";
      case Icmp.NET_UNKNOWN -> "network unknown";
      case Icmp.HOST_UNKNOWN -> "host unknown";
      case Icmp.NET_ANO -> "network prohibited";
      case Icmp.HOST_ANO -> "host prohibited";
      case Icmp.PKT_FILTERED -> "communication prohibited";
      default -> "unreachable code " + code;
    };
  }
}
