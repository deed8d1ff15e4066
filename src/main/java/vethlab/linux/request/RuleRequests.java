package vethlab.linux.request;

import vethlab.linux.netlink.Header;
import vethlab.linux.netlink.Message;
import vethlab.linux.netlink.MessageBuilder;
import vethlab.linux.netlink.MessageType;
import vethlab.linux.netlink.NlFlags;
import vethlab.linux.netlink.attr.Fra;
import vethlab.op.Op;
import vethlab.op.Rule;

/**
 * Policy rules: RTM_NEWRULE and RTM_DELRULE as {@code ip rule} sends them (iproute2, ip/iprule.c).
 */
final class RuleRequests {
  private static final int FIB_RULE_INVERT = 2;

  private RuleRequests() {}

  static Message add(Op.RuleAdd op) {
    return message(MessageType.RTM_NEWRULE, NlFlags.ADD, op.rule(), action(op.rule().action()));
  }

  /** A table to look in does not make an action here: any rule of that table. */
  static Message delete(Op.RuleDel op) {
    Rule.Action action = op.rule().action();
    int number = action instanceof Rule.Action.Lookup ? 0 : action(action);
    return message(MessageType.RTM_DELRULE, NlFlags.REQUEST, op.rule(), number);
  }

  /** FR_ACT_. Source: linux/fib_rules.h. */
  private static int action(Rule.Action action) {
    return switch (action) {
      case Rule.Action.Lookup _ -> 1;
      case Rule.Action.Goto _ -> 2;
      case Rule.Action.Nop _ -> 3;
      case Rule.Action.Blackhole _ -> 6;
      case Rule.Action.Unreachable _ -> 7;
      case Rule.Action.Prohibit _ -> 8;
    };
  }

  private static Message message(MessageType type, int flags, Rule rule, int action) {
    int table = rule.action() instanceof Rule.Action.Lookup lookup ? lookup.table() : 0;
    if (rule.l3mdev()) {
      table = 0;
    }
    MessageBuilder message =
        MessageBuilder.of(
            type,
            flags,
            new Header.FibRule(
                Header.AF_INET,
                rule.to().map(p -> p.length()).orElse(0),
                rule.from().map(p -> p.length()).orElse(0),
                rule.tos(),
                table > 255 ? 0 : table,
                action,
                rule.not() ? FIB_RULE_INVERT : 0));
    writeSelector(message, rule);
    rule.priority().ifPresent(p -> message.u32(Fra.PRIORITY, p));
    if (table > 255) {
      message.u32(Fra.TABLE, table);
    }
    if (rule.action() instanceof Rule.Action.Goto jump) {
      message.u32(Fra.GOTO, jump.priority());
    }
    rule.suppressPrefixLength().ifPresent(n -> message.u32(Fra.SUPPRESS_PREFIXLEN, n));
    if (rule.l3mdev()) {
      message.u8(Fra.L3MDEV, 1);
    }
    if (rule.protocol() != 0) {
      message.u8(Fra.PROTOCOL, rule.protocol());
    }
    return message.build();
  }

  private static void writeSelector(MessageBuilder message, Rule rule) {
    rule.from().ifPresent(p -> message.ip4(Fra.SRC, p.address()));
    rule.to().ifPresent(p -> message.ip4(Fra.DST, p.address()));
    rule.fwmark().ifPresent(mark -> message.u32(Fra.FWMARK, mark));
    rule.fwmask().ifPresent(mask -> message.u32(Fra.FWMASK, mask));
    rule.iif().ifPresent(dev -> message.string(Fra.IIFNAME, dev));
    rule.oif().ifPresent(dev -> message.string(Fra.OIFNAME, dev));
    rule.ipProtocol().ifPresent(p -> message.u8(Fra.IP_PROTO, p));
    rule.destinationPorts().ifPresent(p -> message.pair(Fra.DPORT_RANGE, p.first(), p.last()));
    rule.sourcePorts().ifPresent(p -> message.pair(Fra.SPORT_RANGE, p.first(), p.last()));
  }
}
