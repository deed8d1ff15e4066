package vethlab.wire;

/**
 * A packet's transport in words.
 *
 * @param name the protocol's
 * @param what the protocol and what it says
 * @param sport -1 if there are no ports
 */
record TransportText(String name, String what, int sport, int dport) {
  static TransportText of(Ipv4 packet) {
    return switch (packet.transport()) {
      case IcmpEcho echo -> of(echo);
      case IcmpError error -> of(error);
      case IcmpOther other -> icmp(IcmpNames.of(other.type(), other.code()));
      case Udp udp -> of(udp);
      case Tcp tcp -> of(tcp);
      case RawTransport raw -> of(raw, packet);
    };
  }

  private static TransportText icmp(String what) {
    return new TransportText("ICMP", "ICMP " + what, -1, -1);
  }

  private static TransportText of(IcmpEcho echo) {
    String kind = IcmpNames.of(echo.type(), 0);
    String what = "ICMP " + kind + " id " + echo.id() + " seq " + echo.sequence();
    return new TransportText("ICMP " + kind, what, -1, -1);
  }

  private static TransportText of(IcmpError error) {
    String detail = "";
    if (error.type() == Icmp.DEST_UNREACH && error.code() == Icmp.FRAG_NEEDED) {
      detail = " mtu " + error.mtu();
    } else if (error.type() == Icmp.REDIRECT) {
      detail = " to " + error.gateway();
    }
    String name = IcmpNames.of(error.type(), error.code());
    return icmp(name + detail + " about " + Summary.brief(error.original()));
  }

  private static TransportText of(Udp udp) {
    String what = Vxlan.isVxlan(udp) ? vxlan(udp.data()) : "UDP len " + udp.data().length();
    return new TransportText("UDP", what, udp.sport(), udp.dport());
  }

  /** Names the frame in the tunnel, unless that holds a tunnel in its turn. */
  private static String vxlan(Bytes data) {
    ParseResult inner = FrameReader.parse(Vxlan.inner(data));
    boolean nested =
        inner instanceof ParseResult.Parsed(Frame(_, _, _, Ipv4 packet))
            && packet.transport() instanceof Udp udp
            && Vxlan.isVxlan(udp);
    String what = nested ? "another tunnel" : Summary.of(inner);
    return "VXLAN network " + Vxlan.vni(data) + " (" + what + ")";
  }

  private static TransportText of(Tcp tcp) {
    StringBuilder what = new StringBuilder("TCP [").append(TcpFlags.text(tcp.flags())).append(']');
    what.append(" seq ").append(Integer.toUnsignedString(tcp.seq()));
    if (tcp.isAck()) {
      what.append(" ack ").append(Integer.toUnsignedString(tcp.ack()));
    }
    what.append(" len ").append(tcp.data().length());
    return new TransportText("TCP", what.toString(), tcp.sport(), tcp.dport());
  }

  /** TCP and UDP begin with their ports, wherever they are cut. */
  private static TransportText of(RawTransport raw, Ipv4 packet) {
    String name = name(raw.protocol());
    String what = name + " len " + raw.length();
    if (packet.isFragment()) {
      String more = packet.moreFragments() ? "+" : "";
      String place = packet.fragmentOffset() + more + " len " + raw.length();
      what = name + " fragment " + packet.id() + " at " + place;
    }
    boolean ports = raw.protocol() == Protocol.TCP || raw.protocol() == Protocol.UDP;
    if (!ports || packet.fragmentOffset() != 0 || raw.length() < 4) {
      return new TransportText(name, what, -1, -1);
    }
    ByteReader in = new ByteReader(raw.data());
    return new TransportText(name, what, in.u16(), in.u16());
  }

  private static String name(int protocol) {
    return switch (protocol) {
      case Protocol.ICMP -> "ICMP";
      case Protocol.IGMP -> "IGMP";
      case Protocol.IPIP -> "IPIP";
      case Protocol.TCP -> "TCP";
      case Protocol.UDP -> "UDP";
      case Protocol.GRE -> "GRE";
      default -> "protocol " + protocol;
    };
  }

  /** Appends {@code source > destination}, with ports where there are some. */
  void appendEnds(StringBuilder text, Ipv4 packet) {
    append(text, packet.src(), sport);
    append(text.append(" > "), packet.dst(), dport);
  }

  private static void append(StringBuilder text, Ip4 address, int port) {
    text.append(address);
    if (port >= 0) {
      text.append(':').append(port);
    }
  }
}
