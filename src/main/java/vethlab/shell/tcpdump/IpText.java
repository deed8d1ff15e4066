package vethlab.shell.tcpdump;

import java.util.Locale;
import java.util.Optional;
import vethlab.wire.Bytes;
import vethlab.wire.Frame;
import vethlab.wire.FrameReader;
import vethlab.wire.Icmp;
import vethlab.wire.IcmpEcho;
import vethlab.wire.Ipv4;
import vethlab.wire.ParseResult;
import vethlab.wire.Protocol;
import vethlab.wire.RawTransport;
import vethlab.wire.Tcp;
import vethlab.wire.Transport;
import vethlab.wire.Udp;
import vethlab.wire.Vxlan;

/** An IPv4 packet as tcpdump prints it: print-ip.c, print-udp.c. */
final class IpText {
  private static final int DOMAIN = 53;
  private static final int DOMAIN_HEADER = 12;

  private IpText() {}

  /** Without the leading {@code IP }. */
  static String of(Ipv4 packet, Style style) {
    String head = style.verbosity() > 0 ? header(packet, style) : "";
    return head + body(packet, style);
  }

  private static String header(Ipv4 packet, Style style) {
    StringBuilder text = new StringBuilder("(tos 0x").append(Integer.toHexString(packet.tos()));
    text.append(ecn(packet.tos())).append(", ttl ").append(packet.ttl());
    text.append(", id ").append(packet.id()).append(", offset ").append(packet.fragmentOffset());
    text.append(", flags [").append(flags(packet)).append("], proto ");
    text.append(name(packet.protocol())).append(" (").append(packet.protocol()).append(')');
    text.append(", length ").append(packet.totalLength()).append(")\n    ");
    return text.toString();
  }

  private static String ecn(int tos) {
    return switch (tos & 3) {
      case 1 -> ",ECT(1)";
      case 2 -> ",ECT(0)";
      case 3 -> ",CE";
      default -> "";
    };
  }

  private static String flags(Ipv4 packet) {
    if (packet.dontFragment()) {
      return packet.moreFragments() ? "+, DF" : "DF";
    }
    return packet.moreFragments() ? "+" : "none";
  }

  private static String name(int protocol) {
    return switch (protocol) {
      case Protocol.ICMP -> "ICMP";
      case Protocol.IGMP -> "IGMP";
      case Protocol.TCP -> "TCP";
      case Protocol.UDP -> "UDP";
      case Protocol.GRE -> "GRE";
      case Protocol.IPIP -> "IPIP";
      default -> "unknown";
    };
  }

  private static String body(Ipv4 packet, Style style) {
    Names names = style.names();
    if (packet.fragmentOffset() != 0) {
      String what =
          names.ports()
              ? name(packet.protocol()).toLowerCase(Locale.ROOT)
              : "ip-proto-" + packet.protocol();
      return ends(packet, names, "", "") + what;
    }
    return switch (whole(packet)) {
      case Tcp tcp ->
          ends(
                  packet,
                  names,
                  "." + names.port(tcp.sport(), "tcp"),
                  "." + names.port(tcp.dport(), "tcp"))
              + TcpText.of(packet, tcp, style);
      case Udp udp ->
          ends(
                  packet,
                  names,
                  "." + names.port(udp.sport(), "udp"),
                  "." + names.port(udp.dport(), "udp"))
              + udp(packet, udp, style);
      case Icmp icmp -> ends(packet, names, "", "") + IcmpText.of(packet, icmp, style);
      case RawTransport raw -> ends(packet, names, "", "") + raw(packet, raw);
    };
  }

  /** The first fragment of a packet shows what its beginning says. */
  private static Transport whole(Ipv4 packet) {
    if (!(packet.transport() instanceof RawTransport raw) || raw.data().length() < 8) {
      return packet.transport();
    }
    Bytes data = raw.data();
    return switch (raw.protocol()) {
      case Protocol.UDP -> new Udp(number(data, 0), number(data, 2), data.slice(8, data.length()));
      case Protocol.ICMP -> echo(data).<Transport>map(e -> e).orElse(raw);
      default -> raw;
    };
  }

  private static Optional<IcmpEcho> echo(Bytes data) {
    boolean request = data.at(0) == Icmp.ECHO;
    return request || data.at(0) == Icmp.ECHO_REPLY
        ? Optional.of(
            new IcmpEcho(request, number(data, 4), number(data, 6), data.slice(8, data.length())))
        : Optional.empty();
  }

  private static int number(Bytes data, int at) {
    return data.at(at) << 8 | data.at(at + 1);
  }

  private static String ends(Ipv4 packet, Names names, String from, String to) {
    return names.of(packet.src()) + from + " > " + names.of(packet.dst()) + to + ": ";
  }

  private static String raw(Ipv4 packet, RawTransport raw) {
    return raw.protocol() == Protocol.IGMP
        ? "igmp"
        : " ip-proto-" + raw.protocol() + " " + packet.transport().length();
  }

  private static String udp(Ipv4 packet, Udp udp, Style style) {
    int length = udp.data().length();
    if (style.quiet()) {
      return "UDP, length " + length;
    }
    String sum =
        style.verbosity() > 1 && style.checksums() && !packet.isFragment()
            ? Checksums.udp(packet, udp)
            : "";
    boolean domain = udp.dport() == DOMAIN || udp.sport() == DOMAIN;
    if (domain && length < DOMAIN_HEADER) {
      return sum + "domain [length " + length + " < 12] (invalid)";
    }
    if (Vxlan.isVxlan(udp)) {
      return sum + vxlan(udp.data(), style);
    }
    return sum + "UDP, length " + length;
  }

  private static String vxlan(Bytes data, Style style) {
    String head = "VXLAN, flags [I] (0x08), vni " + Vxlan.vni(data) + "\n";
    return FrameReader.parse(Vxlan.inner(data)) instanceof ParseResult.Parsed(Frame inner)
        ? head + FrameText.of(inner, style)
        : head;
  }
}
