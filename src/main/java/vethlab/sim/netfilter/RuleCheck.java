package vethlab.sim.netfilter;

import java.util.Optional;
import vethlab.op.Errno;
import vethlab.op.iptables.BuiltinTable;
import vethlab.op.iptables.IptRule;
import vethlab.op.iptables.Match;
import vethlab.op.iptables.Protocols;
import vethlab.op.iptables.Target;
import vethlab.sim.Hook;

/**
 * What the kernel's extensions refuse when a rule is added: x_tables.c xt_check_match,
 * xt_check_target, nft_compat.c nft_target_validate and each extension's checkentry. In a user
 * chain the hook is not known and not asked.
 */
final class RuleCheck {
  private RuleCheck() {}

  /**
   * @param hook ordinal of a base chain's hook, {@link Chain#USER} for a user chain
   */
  static Optional<Errno> refuse(IptRule rule, BuiltinTable table, int hook) {
    if (rule.target() == Target.Verdict.QUEUE) {
      return Optional.of(Errno.ENOENT);
    }
    boolean bad = !allowed(rule, table, hook);
    for (Match match : rule.matches()) {
      bad |= !allowed(match, rule, table, hook);
    }
    return bad ? Optional.of(Errno.EINVAL) : Optional.empty();
  }

  private static boolean in(int hook, Hook... hooks) {
    if (hook == Chain.USER) {
      return true;
    }
    for (Hook each : hooks) {
      if (each.ordinal() == hook) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(IptRule rule, int protocol) {
    return rule.ip().protocol().value() == protocol && !rule.ip().protocol().not();
  }

  private static boolean allowed(IptRule rule, BuiltinTable table, int hook) {
    return switch (rule.target()) {
      case Target.Snat t -> table == BuiltinTable.NAT && in(hook, Hook.POSTROUTING, Hook.INPUT);
      case Target.Dnat t -> table == BuiltinTable.NAT && in(hook, Hook.PREROUTING, Hook.OUTPUT);
      case Target.Masquerade t -> table == BuiltinTable.NAT && in(hook, Hook.POSTROUTING);
      case Target.Redirect t -> table == BuiltinTable.NAT && in(hook, Hook.PREROUTING, Hook.OUTPUT);
      case Target.Netmap t ->
          table == BuiltinTable.NAT
              && in(hook, Hook.PREROUTING, Hook.POSTROUTING, Hook.OUTPUT, Hook.INPUT);
      case Target.Reject t ->
          table == BuiltinTable.FILTER
              && in(hook, Hook.INPUT, Hook.FORWARD, Hook.OUTPUT)
              && (t.with() != Target.With.TCP_RESET || is(rule, Protocols.TCP));
      case Target.Ttl t -> table == BuiltinTable.MANGLE;
      case Target.Tos t -> table == BuiltinTable.MANGLE;
      case Target.Dscp t -> table == BuiltinTable.MANGLE;
      case Target.Checksum t -> table == BuiltinTable.MANGLE;
      case Target.TcpMss t ->
          is(rule, Protocols.TCP)
              && (t.mss().isPresent() || in(hook, Hook.FORWARD, Hook.OUTPUT, Hook.POSTROUTING));
      case Target.Classify t -> in(hook, Hook.OUTPUT, Hook.FORWARD, Hook.POSTROUTING);
      case Target.NoTrack t -> table == BuiltinTable.RAW;
      case Target.Ct t -> table == BuiltinTable.RAW;
      default -> true;
    };
  }

  private static boolean allowed(Match match, IptRule rule, BuiltinTable table, int hook) {
    return switch (match) {
      case Match.Tcp m -> is(rule, Protocols.TCP);
      case Match.Udp m -> is(rule, Protocols.UDP);
      case Match.Icmp m -> is(rule, Protocols.ICMP);
      case Match.TcpMss m -> is(rule, Protocols.TCP);
      case Match.Owner m -> in(hook, Hook.OUTPUT, Hook.POSTROUTING);
      case Match.MacSource m -> in(hook, Hook.PREROUTING, Hook.INPUT, Hook.FORWARD);
      case Match.AddrType m -> allowed(m, hook);
      case Match.Recent m -> m.hits() <= 255;
      case Match.Physdev m ->
          !(m.out().isPresent() || m.isOut() != Match.Wanted.EITHER)
              || m.isBridged() == Match.Wanted.YES
              || !(hook == Hook.OUTPUT.ordinal());
      default -> true;
    };
  }

  private static boolean allowed(Match.AddrType match, int hook) {
    return switch (match.limited()) {
      case NOT -> true;
      case TO_OUT -> !(hook == Hook.PREROUTING.ordinal() || hook == Hook.INPUT.ordinal());
      case TO_IN -> !(hook == Hook.POSTROUTING.ordinal() || hook == Hook.OUTPUT.ordinal());
    };
  }
}
