package vethlab.shell.conntrack;

import java.util.Set;
import vethlab.op.view.ConntrackView;
import vethlab.shell.conntrack.Request.Format;
import vethlab.wire.Protocol;

/** An entry as a line: libnetfilter_conntrack snprintf_default.c, conntrack.c ct_save_snprintf. */
final class EntryText {
  private static final int GRE = 47;

  private EntryText() {}

  static String of(ConntrackView v, Set<Format> formats) {
    return formats.contains(Format.SAVE) ? saved(v) : line(v, formats);
  }

  private static String line(ConntrackView v, Set<Format> formats) {
    StringBuilder text = new StringBuilder();
    if (formats.contains(Format.EXTENDED)) {
      text.append("ipv4     2 ");
    }
    text.append(String.format("%-8s %d %d ", name(v.protocol()), v.protocol(), v.timeout()));
    if (!v.state().isEmpty()) {
      text.append(v.state()).append(' ');
    }
    boolean counted = v.original().packets() > 0;
    tuple(text, v.protocol(), v.original(), counted);
    text.append(v.seenReply() ? "" : "[UNREPLIED] ");
    tuple(text, v.protocol(), v.reply(), counted);
    text.append(v.assured() ? "[ASSURED] " : "");
    text.append("mark=").append(v.mark());
    text.append(v.zone() == 0 ? "" : " zone=" + v.zone());
    text.append(" use=").append(v.use());
    return text.append(formats.contains(Format.ID) ? " id=" + v.id() : "").toString();
  }

  private static String name(int protocol) {
    return switch (protocol) {
      case Protocol.ICMP -> "icmp";
      case Protocol.TCP -> "tcp";
      case Protocol.UDP -> "udp";
      case 33 -> "dccp";
      case GRE -> "gre";
      case 58 -> "icmpv6";
      case 132 -> "sctp";
      case 136 -> "udplite";
      default -> "unknown";
    };
  }

  private static void tuple(
      StringBuilder text, int protocol, ConntrackView.Tuple tuple, boolean counted) {
    text.append("src=").append(tuple.src()).append(" dst=").append(tuple.dst()).append(' ');
    switch (protocol) {
      case Protocol.ICMP ->
          text.append("type=")
              .append(tuple.type())
              .append(" code=")
              .append(tuple.code())
              .append(" id=")
              .append(tuple.id())
              .append(' ');
      case Protocol.TCP, Protocol.UDP ->
          text.append("sport=")
              .append(tuple.sport())
              .append(" dport=")
              .append(tuple.dport())
              .append(' ');
      case GRE -> text.append("srckey=0x0 dstkey=0x0 ");
      default -> {}
    }
    if (counted) {
      text.append("packets=").append(tuple.packets()).append(" bytes=").append(tuple.bytes());
      text.append(' ');
    }
  }

  /** The command that would make it again. */
  private static String saved(ConntrackView v) {
    StringBuilder text = new StringBuilder("-A -t ").append(v.timeout());
    text.append(" -u ").append(v.seenReply() ? "SEEN_REPLY" : "UNSET");
    text.append(v.assured() ? ",ASSURED" : "");
    text.append(" -s ").append(v.original().src()).append(" -d ").append(v.original().dst());
    text.append(" -r ").append(v.reply().src()).append(" -q ").append(v.reply().dst());
    text.append(" -p ").append(name(v.protocol()));
    if (v.protocol() == Protocol.ICMP) {
      text.append(" --icmp-type ").append(v.original().type());
      text.append(" --icmp-code ").append(v.original().code());
      text.append(" --icmp-id ").append(v.original().id());
    } else if (v.protocol() == Protocol.TCP || v.protocol() == Protocol.UDP) {
      text.append(" --sport ").append(v.original().sport());
      text.append(" --dport ").append(v.original().dport());
      text.append(" --reply-port-src ").append(v.reply().sport());
      text.append(" --reply-port-dst ").append(v.reply().dport());
    }
    text.append(v.state().isEmpty() ? "" : " --state " + v.state());
    text.append(v.mark() == 0 ? "" : " -m " + v.mark());
    return text.append(v.zone() == 0 ? "" : " -w " + v.zone()).toString();
  }
}
