package vethlab.sim.fib;

import java.util.Optional;
import java.util.OptionalLong;
import vethlab.op.Errno;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.op.Route;
import vethlab.op.Rule;
import vethlab.sim.Netns;
import vethlab.sim.World;

/** {@code ip rule}: fib_rules.c fib_nl_newrule, fib_nl_delrule. */
public final class RuleControl {
  private RuleControl() {}

  public static Result add(World world, Netns netns, Op.RuleAdd op) {
    Rules rules = netns.fib.rules();
    Rule rule = normalized(op.rule());
    if ((rule.tos() & 3) != 0) {
      return Result.refused(Errno.EINVAL, "Invalid dsfield (tos): ECN bits must be 0");
    }
    long priority = rule.priority().orElse(rules.freePriority());
    if (rule.action() instanceof Rule.Action.Goto jump && jump.priority() <= priority) {
      return Result.refused(Errno.EINVAL, "Backward goto not supported");
    }
    Rule complete = withPriority(rule, OptionalLong.of(priority));
    for (Rules.FibRule each : rules.all()) {
      if (compared(each.rule()).equals(compared(complete))) {
        return Result.refused(Errno.EEXIST);
      }
    }
    split(netns);
    rules.insert(new Rules.FibRule(complete));
    return Result.OK;
  }

  public static Result delete(World world, Netns netns, Op.RuleDel op) {
    Rules rules = netns.fib.rules();
    Rule wanted = normalized(op.rule());
    for (Rules.FibRule each : rules.all()) {
      if (isMeant(each.rule(), wanted)) {
        split(netns);
        rules.remove(each);
        return Result.OK;
      }
    }
    return Result.refused(Errno.ENOENT);
  }

  /** The rule of vrfs, made with the first one: vrf.c vrf_add_fib_rules. */
  public static void addL3mdev(Netns netns) {
    for (Rules.FibRule each : netns.fib.rules().all()) {
      if (each.rule().l3mdev()) {
        return;
      }
    }
    split(netns);
    Rule local = netns.fib.rules().all().get(0).rule();
    Rule rule =
        new Rule(
            OptionalLong.of(1000),
            false,
            Optional.empty(),
            Optional.empty(),
            0,
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            local.ipProtocol(),
            Optional.empty(),
            Optional.empty(),
            new Rule.Action.Lookup(0),
            Route.PROTO_KERNEL,
            java.util.OptionalInt.empty(),
            true);
    netns.fib.rules().insert(new Rules.FibRule(rule));
  }

  /** fib_unmerge: from now on local and main are asked one after the other. */
  private static void split(Netns netns) {
    netns.fib.rules().touched();
  }

  /** rule_find: what the request does not name may be anything. */
  private static boolean isMeant(Rule rule, Rule wanted) {
    return (wanted.priority().isEmpty() || wanted.priority().equals(rule.priority()))
        && (isAnyAction(wanted) || wanted.action().equals(rule.action()))
        && (wanted.not() == rule.not() || !wanted.not())
        && same(wanted.from(), rule.from())
        && same(wanted.to(), rule.to())
        && (wanted.tos() == 0 || wanted.tos() == rule.tos())
        && (wanted.fwmark().isEmpty() || wanted.fwmark().equals(rule.fwmark()))
        && (wanted.fwmask().isEmpty() || wanted.fwmask().equals(rule.fwmask()))
        && same(wanted.iif(), rule.iif())
        && same(wanted.oif(), rule.oif())
        && (wanted.ipProtocol().isEmpty() || wanted.ipProtocol().equals(rule.ipProtocol()))
        && same(wanted.sourcePorts(), rule.sourcePorts())
        && same(wanted.destinationPorts(), rule.destinationPorts())
        && (wanted.suppressPrefixLength().isEmpty()
            || wanted.suppressPrefixLength().equals(rule.suppressPrefixLength()))
        && (!wanted.l3mdev() || rule.l3mdev());
  }

  /** A request to delete that names no table carries table 0. */
  private static boolean isAnyAction(Rule wanted) {
    return wanted.action() instanceof Rule.Action.Lookup look && look.table() == 0;
  }

  private static <T> boolean same(Optional<T> wanted, Optional<T> has) {
    return wanted.isEmpty() || wanted.equals(has);
  }

  /** "from all" is no criterion; a mark without a mask has a full one. */
  private static Rule normalized(Rule rule) {
    return new Rule(
        rule.priority(),
        rule.not(),
        rule.from().filter(p -> p.length() > 0),
        rule.to().filter(p -> p.length() > 0),
        rule.tos(),
        rule.fwmark(),
        rule.fwmask(),
        rule.iif(),
        rule.oif(),
        rule.ipProtocol(),
        rule.sourcePorts(),
        rule.destinationPorts(),
        rule.action(),
        rule.protocol(),
        rule.suppressPrefixLength(),
        rule.l3mdev());
  }

  private static Rule withPriority(Rule rule, OptionalLong priority) {
    return new Rule(
        priority,
        rule.not(),
        rule.from(),
        rule.to(),
        rule.tos(),
        rule.fwmark(),
        rule.fwmask(),
        rule.iif(),
        rule.oif(),
        rule.ipProtocol(),
        rule.sourcePorts(),
        rule.destinationPorts(),
        rule.action(),
        rule.protocol(),
        rule.suppressPrefixLength(),
        rule.l3mdev());
  }

  /** What rule_exists compares: not whose rule it is, nor where a goto goes. */
  private static Rule compared(Rule rule) {
    Rule anyone = withProtocol(rule, 0);
    return rule.action() instanceof Rule.Action.Goto
        ? withAction(anyone, new Rule.Action.Goto(0))
        : anyone;
  }

  private static Rule withAction(Rule rule, Rule.Action action) {
    return new Rule(
        rule.priority(),
        rule.not(),
        rule.from(),
        rule.to(),
        rule.tos(),
        rule.fwmark(),
        rule.fwmask(),
        rule.iif(),
        rule.oif(),
        rule.ipProtocol(),
        rule.sourcePorts(),
        rule.destinationPorts(),
        action,
        rule.protocol(),
        rule.suppressPrefixLength(),
        rule.l3mdev());
  }

  private static Rule withProtocol(Rule rule, int protocol) {
    return new Rule(
        rule.priority(),
        rule.not(),
        rule.from(),
        rule.to(),
        rule.tos(),
        rule.fwmark(),
        rule.fwmask(),
        rule.iif(),
        rule.oif(),
        rule.ipProtocol(),
        rule.sourcePorts(),
        rule.destinationPorts(),
        rule.action(),
        protocol,
        rule.suppressPrefixLength(),
        rule.l3mdev());
  }
}
