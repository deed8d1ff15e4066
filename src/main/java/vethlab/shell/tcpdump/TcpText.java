package vethlab.shell.tcpdump;

import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import vethlab.wire.Bytes;
import vethlab.wire.Ipv4;
import vethlab.wire.Tcp;
import vethlab.wire.TcpOptions;
import vethlab.wire.TcpOptions.SackBlock;

/** A TCP segment as tcpdump prints it: print-tcp.c. */
final class TcpText {
  private static final String[] FLAGS = {"F", "S", "R", "P", ".", "U", "E", "W"};

  private TcpText() {}

  static String of(Ipv4 packet, Tcp tcp, Style style) {
    if (style.quiet()) {
      return "tcp " + tcp.data().length();
    }
    int length = tcp.data().length();
    Conversations.Shown shown =
        style.absolute()
            ? new Conversations.Shown(tcp.seq(), tcp.ack())
            : style.conversations().shown(packet, tcp);
    StringBuilder text = new StringBuilder("Flags [").append(flags(tcp)).append(']');
    if (style.verbosity() > 0 && style.checksums()) {
      text.append(", cksum ").append(Checksums.tcp(packet, tcp));
    }
    if (length > 0 || tcp.isSyn() || tcp.isFin() || tcp.isRst()) {
      text.append(", seq ").append(Integer.toUnsignedString(shown.seq()));
      if (length > 0) {
        text.append(':').append(Integer.toUnsignedString(shown.seq() + length));
      }
    }
    if (tcp.isAck()) {
      text.append(", ack ").append(Integer.toUnsignedString(shown.ack()));
    }
    text.append(", win ").append(tcp.window());
    if (tcp.options().length() > 0) {
      text.append(", options [")
          .append(options(tcp.options(), tcp.ack() - shown.ack()))
          .append(']');
    }
    text.append(", length ").append(length);
    return text.append(length > 0 ? application(tcp) : "").toString();
  }

  private static String flags(Tcp tcp) {
    StringBuilder text = new StringBuilder();
    for (int bit = 0; bit < FLAGS.length; bit++) {
      if ((tcp.flags() >> bit & 1) != 0) {
        text.append(FLAGS[bit]);
      }
    }
    return text.isEmpty() ? "none" : text.toString();
  }

  /** Options, SACK blocks relative to {@code base} as the acknowledgement number is. */
  private static String options(TcpOptions options, int base) {
    StringJoiner text = new StringJoiner(",");
    if (options.hasMss()) {
      text.add("mss " + options.mss());
    }
    if (options.hasTimestamps()) {
      text.add(options.sackPermitted() ? "sackOK" : "nop,nop");
      text.add("TS val " + options.tsVal() + " ecr " + options.tsEcr());
    } else if (options.sackPermitted()) {
      text.add("nop,nop,sackOK");
    }
    if (options.hasWindowScale()) {
      text.add("nop,wscale " + options.windowScale());
    }
    if (!options.sack().isEmpty()) {
      StringBuilder blocks = new StringBuilder("nop,nop,sack " + options.sack().size() + " ");
      for (SackBlock block : options.sack()) {
        blocks.append('{').append(Integer.toUnsignedString(block.from() - base));
        blocks.append(':').append(Integer.toUnsignedString(block.to() - base)).append('}');
      }
      text.add(blocks);
    }
    return text.toString();
  }

  private static String application(Tcp tcp) {
    if (isPort(tcp, 80) || isPort(tcp, 8080) || isPort(tcp, 3128)) {
      String line = firstLine(tcp.data());
      return ": HTTP" + (isHttp(line) ? ": " + line : "");
    }
    if (isPort(tcp, 21)) {
      return ": FTP: " + firstLine(tcp.data());
    }
    if (isPort(tcp, 25) || isPort(tcp, 587)) {
      return ": SMTP: " + firstLine(tcp.data());
    }
    return isPort(tcp, 179) ? ": BGP" : "";
  }

  private static boolean isPort(Tcp tcp, int port) {
    return tcp.sport() == port || tcp.dport() == port;
  }

  private static boolean isHttp(String line) {
    return line.startsWith("HTTP/") || line.matches("(GET|HEAD|PUT|POST|DELETE|OPTIONS|TRACE) .*");
  }

  private static String firstLine(Bytes data) {
    String text = new String(data.toArray(), StandardCharsets.ISO_8859_1);
    int end = text.indexOf('\n');
    return (end < 0 ? text : text.substring(0, end)).replace("\r", "");
  }
}
