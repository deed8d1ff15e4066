package vethlab.linux.view;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import vethlab.linux.netlink.Attributes;
import vethlab.linux.netlink.Header;
import vethlab.linux.netlink.Message;
import vethlab.linux.netlink.MessageBuilder;
import vethlab.linux.netlink.MessageType;
import vethlab.linux.netlink.Reply;
import vethlab.linux.netlink.attr.Fra;
import vethlab.linux.socket.NetlinkSocket;
import vethlab.op.Rule;
import vethlab.wire.Ip4;
import vethlab.wire.Prefix;

/** Policy rules: RTM_NEWRULE messages as {@link Rule}. */
public final class RuleViews {
  private static final int FIB_RULE_INVERT = 2;

  private RuleViews() {}

  public static List<Rule> all(NetlinkSocket socket) {
    Message question =
        MessageBuilder.of(
                MessageType.RTM_GETRULE, 0, new Header.FibRule(Header.AF_INET, 0, 0, 0, 0, 0, 0))
            .build();
    return socket.dump(question, reply -> Optional.of(rule(reply)));
  }

  private static Rule rule(Reply reply) {
    Header.FibRule h = Header.FibRule.read(reply.in(), reply.from());
    Attributes a = reply.attributes(12);
    return new Rule(
        OptionalLong.of(a.number(Fra.PRIORITY, 0)),
        (h.flags() & FIB_RULE_INVERT) != 0,
        prefix(a, Fra.SRC, h.srcLength()),
        prefix(a, Fra.DST, h.dstLength()),
        h.tos(),
        a.has(Fra.FWMARK) ? OptionalLong.of(a.number(Fra.FWMARK, 0)) : OptionalLong.empty(),
        a.has(Fra.FWMASK) ? OptionalLong.of(a.number(Fra.FWMASK, 0)) : OptionalLong.empty(),
        name(a, Fra.IIFNAME),
        name(a, Fra.OIFNAME),
        a.has(Fra.IP_PROTO) ? OptionalInt.of(a.u8(Fra.IP_PROTO, 0)) : OptionalInt.empty(),
        ports(a, Fra.SPORT_RANGE),
        ports(a, Fra.DPORT_RANGE),
        action(h, a),
        a.u8(Fra.PROTOCOL, 0),
        suppress(a),
        a.u8(Fra.L3MDEV, 0) != 0);
  }

  private static Optional<Prefix> prefix(Attributes a, Fra attr, int length) {
    return length == 0 ? Optional.empty() : Optional.of(new Prefix(a.ip4(attr, Ip4.ANY), length));
  }

  private static Optional<String> name(Attributes a, Fra attr) {
    return a.has(attr) ? Optional.of(a.string(attr)) : Optional.empty();
  }

  private static Optional<Rule.Ports> ports(Attributes a, Fra attr) {
    int offset = a.offset(attr);
    return offset < 0
        ? Optional.empty()
        : Optional.of(
            new Rule.Ports(
                a.buffer().getShort(offset) & 0xffff, a.buffer().getShort(offset + 2) & 0xffff));
  }

  private static Rule.Action action(Header.FibRule h, Attributes a) {
    return switch (h.action()) {
      case 2 -> new Rule.Action.Goto(a.number(Fra.GOTO, 0));
      case 3 -> new Rule.Action.Nop();
      case 6 -> new Rule.Action.Blackhole();
      case 7 -> new Rule.Action.Unreachable();
      case 8 -> new Rule.Action.Prohibit();
      default -> new Rule.Action.Lookup(a.u32(Fra.TABLE, h.table()));
    };
  }

  /** -1 stands for none. */
  private static OptionalInt suppress(Attributes a) {
    int length = a.u32(Fra.SUPPRESS_PREFIXLEN, -1);
    return length < 0 ? OptionalInt.empty() : OptionalInt.of(length);
  }
}
