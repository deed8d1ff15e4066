package vethlab.linux.explain;

import java.util.StringJoiner;
import vethlab.linux.netlink.Header;
import vethlab.op.NudState;
import vethlab.op.Route;

/** The fields of a message's header as text; what is zero and says nothing is left out. */
final class HeaderText {
  private static final String[] LINK_FLAGS = {
    "UP", "BROADCAST", "DEBUG", "LOOPBACK", "POINTOPOINT", "NOTRAILERS", "RUNNING", "NOARP",
    "PROMISC", "ALLMULTI", "MASTER", "SLAVE", "MULTICAST", "PORTSEL", "AUTOMEDIA", "DYNAMIC",
    "LOWER_UP"
  };

  private HeaderText() {}

  static String family(int family) {
    return switch (family) {
      case Header.AF_UNSPEC -> "AF_UNSPEC";
      case Header.AF_INET -> "AF_INET";
      case Header.AF_BRIDGE -> "AF_BRIDGE";
      case Header.AF_INET6 -> "AF_INET6";
      default -> String.valueOf(family);
    };
  }

  static String link(Header.IfInfo h) {
    Fields fields = new Fields().add("family", family(h.family())).add("index", h.index());
    return fields
        .addUnless("flags", flags(h.flags()), "0")
        .addUnless("change", flags(h.change()), "0")
        .text();
  }

  private static String flags(int bits) {
    StringJoiner words = new StringJoiner("|");
    for (int i = 0; i < LINK_FLAGS.length; i++) {
      if ((bits & 1 << i) != 0) {
        words.add("IFF_" + LINK_FLAGS[i]);
      }
    }
    return bits == 0 ? "0" : words.toString();
  }

  static String address(Header.IfAddr h) {
    return new Fields()
        .add("family", family(h.family()))
        .add("prefixlen", h.prefixLength())
        .addUnless("flags", h.flags(), 0)
        .add("scope", scope(h.scope()))
        .add("index", h.index())
        .text();
  }

  static String route(Header.RtMsg h) {
    return new Fields()
        .add("family", family(h.family()))
        .add("dst_len", h.dstLength())
        .addUnless("src_len", h.srcLength(), 0)
        .addUnless("tos", h.tos(), 0)
        .add("table", table(h.table()))
        .add("protocol", protocol(h.protocol()))
        .add("scope", scope(h.scope()))
        .add("type", "RTN_" + routeType(h.type()))
        .addUnless("flags", "0x" + Integer.toHexString(h.flags()), "0x0")
        .text();
  }

  private static String routeType(int type) {
    Route.RouteType[] types = Route.RouteType.values();
    return type < types.length ? types[type].name() : String.valueOf(type);
  }

  static String rule(Header.FibRule h) {
    return new Fields()
        .add("family", family(h.family()))
        .addUnless("dst_len", h.dstLength(), 0)
        .addUnless("src_len", h.srcLength(), 0)
        .addUnless("tos", h.tos(), 0)
        .add("table", table(h.table()))
        .add("action", action(h.action()))
        .addUnless("flags", h.flags(), 0)
        .text();
  }

  private static String action(int action) {
    return switch (action) {
      case 1 -> "FR_ACT_TO_TBL";
      case 2 -> "FR_ACT_GOTO";
      case 3 -> "FR_ACT_NOP";
      case 6 -> "FR_ACT_BLACKHOLE";
      case 7 -> "FR_ACT_UNREACHABLE";
      case 8 -> "FR_ACT_PROHIBIT";
      default -> String.valueOf(action);
    };
  }

  static String neighbour(Header.NdMsg h) {
    StringJoiner states = new StringJoiner("|");
    for (NudState state : NudState.values()) {
      if ((h.state() & state.bit()) != 0) {
        states.add("NUD_" + state);
      }
    }
    String[] names = {"USE", "SELF", "MASTER", "PROXY", "EXT_LEARNED"};
    StringJoiner flags = new StringJoiner("|");
    for (int i = 0; i < names.length; i++) {
      if ((h.flags() & 1 << i) != 0) {
        flags.add("NTF_" + names[i]);
      }
    }
    return new Fields()
        .add("family", family(h.family()))
        .add("ifindex", h.index())
        .addUnless("state", states.toString(), "")
        .addUnless("flags", flags.toString(), "")
        .text();
  }

  static String qdisc(Header.TcMsg h) {
    String parent = h.parent() == Header.TcMsg.ROOT ? "TC_H_ROOT" : Integer.toHexString(h.parent());
    return new Fields()
        .add("ifindex", h.index())
        .addUnless("handle", Integer.toHexString(h.handle()), "0")
        .add("parent", parent)
        .text();
  }

  private static String table(int table) {
    return switch (table) {
      case Route.MAIN -> "RT_TABLE_MAIN";
      case Route.LOCAL -> "RT_TABLE_LOCAL";
      case Route.DEFAULT -> "RT_TABLE_DEFAULT";
      case 0 -> "RT_TABLE_UNSPEC";
      default -> String.valueOf(table);
    };
  }

  private static String protocol(int protocol) {
    return switch (protocol) {
      case 0 -> "RTPROT_UNSPEC";
      case 1 -> "RTPROT_REDIRECT";
      case 2 -> "RTPROT_KERNEL";
      case 3 -> "RTPROT_BOOT";
      case 4 -> "RTPROT_STATIC";
      default -> String.valueOf(protocol);
    };
  }

  private static String scope(int scope) {
    return switch (scope) {
      case 0 -> "RT_SCOPE_UNIVERSE";
      case 253 -> "RT_SCOPE_LINK";
      case 254 -> "RT_SCOPE_HOST";
      case 255 -> "RT_SCOPE_NOWHERE";
      default -> String.valueOf(scope);
    };
  }

  /** Collects name=value. */
  private static final class Fields {
    private final StringJoiner text = new StringJoiner(" ");

    Fields add(String name, Object value) {
      text.add(name + "=" + value);
      return this;
    }

    Fields addUnless(String name, Object value, Object nothing) {
      return value.equals(nothing) ? this : add(name, value);
    }

    String text() {
      return text.toString();
    }
  }
}
