package vethlab.wire;

/** An ICMP message (RFC 792). */
public sealed interface Icmp extends Transport permits IcmpEcho, IcmpError, IcmpOther {
  int HEADER_LENGTH = 8;

  int ECHO_REPLY = 0;
  int DEST_UNREACH = 3;
  int SOURCE_QUENCH = 4;
  int REDIRECT = 5;
  int ECHO = 8;
  int TIME_EXCEEDED = 11;
  int PARAMETER_PROBLEM = 12;

  int NET_UNREACH = 0;
  int HOST_UNREACH = 1;
  int PROT_UNREACH = 2;
  int PORT_UNREACH = 3;
  int FRAG_NEEDED = 4;
  int SR_FAILED = 5;
  int NET_UNKNOWN = 6;
  int HOST_UNKNOWN = 7;
  int NET_ANO = 9;
  int HOST_ANO = 10;
  int PKT_FILTERED = 13;

  int type();

  int code();

  @Override
  default int protocol() {
    return Protocol.ICMP;
  }

  /** Does this type report an error about the packet it quotes? */
  static boolean isError(int type) {
    return switch (type) {
      case DEST_UNREACH, SOURCE_QUENCH, REDIRECT, TIME_EXCEEDED, PARAMETER_PROBLEM -> true;
      default -> false;
    };
  }
}
