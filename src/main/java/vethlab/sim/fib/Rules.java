package vethlab.sim.fib;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import vethlab.op.Errno;
import vethlab.op.Route;
import vethlab.op.Rule;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.netdev.NetDevice;

/**
 * The policy rules of a namespace in order of priority: net/core/fib_rules.c, net/ipv4/fib_rules.c.
 * Not modelled: uid ranges, suppress_ifgroup, tun_id.
 */
final class Rules {
  private static final List<FibRule> STANDARD =
      List.of(
          standard(0, Route.LOCAL), standard(32766, Route.MAIN), standard(32767, Route.DEFAULT));

  private List<FibRule> rules = STANDARD;
  private boolean custom;

  Rules copy() {
    Rules copy = new Rules();
    copy.rules = rules;
    copy.custom = custom;
    return copy;
  }

  boolean areCustom() {
    return custom;
  }

  void touched() {
    custom = true;
  }

  List<FibRule> all() {
    return rules;
  }

  /** Behind those of the same priority. */
  void insert(FibRule rule) {
    List<FibRule> next = new ArrayList<>(rules);
    int at = 0;
    while (at < next.size() && next.get(at).priority() <= rule.priority()) {
      at++;
    }
    next.add(at, rule);
    rules = List.copyOf(next);
  }

  void remove(FibRule rule) {
    List<FibRule> next = new ArrayList<>(rules);
    next.remove(rule);
    rules = List.copyOf(next);
  }

  /** fib_default_rule_pref: just before the second rule. */
  long freePriority() {
    return rules.size() > 1 && rules.get(1).priority() > 0 ? rules.get(1).priority() - 1 : 0;
  }

  /** fib_rules_lookup. */
  FibResult lookup(World world, Netns netns, Flow flow, Lookup.LinkState links) {
    FibResult.Failed refused = FibResult.Failed.NO_ROUTE;
    for (int at = 0; at < rules.size(); at++) {
      FibRule rule = rules.get(at);
      if (!rule.matches(world, flow)) {
        continue;
      }
      switch (rule.rule().action()) {
        case Rule.Action.Goto jump -> {
          int target = indexOf(jump.priority());
          if (target > at) {
            at = target - 1;
          }
        }
        case Rule.Action.Nop nop -> {}
        case Rule.Action.Blackhole blackhole -> {
          return FibResult.Failed.RULE_BLACKHOLE;
        }
        case Rule.Action.Unreachable unreachable -> {
          return FibResult.Failed.RULE_UNREACHABLE;
        }
        case Rule.Action.Prohibit prohibit -> {
          return FibResult.Failed.RULE_PROHIBIT;
        }
        case Rule.Action.Lookup look -> {
          int table = rule.table(world, flow);
          FibResult result = Lookup.inTable(world, netns, table, flow, links);
          if (result instanceof FibResult.Failed failed && failed.errno() == Errno.EAGAIN) {
            continue;
          }
          if (!rule.suppresses(result)) {
            return result;
          }
        }
      }
    }
    return refused;
  }

  private int indexOf(long priority) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).priority() == priority) {
        return i;
      }
    }
    return -1;
  }

  private static FibRule standard(long priority, int table) {
    return new FibRule(
        new Rule(
            OptionalLong.of(priority),
            false,
            Optional.empty(),
            Optional.empty(),
            0,
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            new Rule.Action.Lookup(table),
            Route.PROTO_KERNEL,
            OptionalInt.empty(),
            false));
  }

  /** One rule with its priority set. */
  record FibRule(Rule rule) {
    private static final String LOOPBACK = "lo";

    long priority() {
      return rule.priority().orElse(0);
    }

    /** fib_rule_match. */
    boolean matches(World world, Flow flow) {
      return matchesAll(world, flow) != rule.not();
    }

    private boolean matchesAll(World world, Flow flow) {
      return isDevice(world, rule.iif(), flow.iif, LOOPBACK)
          && isDevice(world, rule.oif(), flow.oif, "")
          && (((int) rule.fwmark().orElse(0) ^ flow.mark) & mask()) == 0
          && (!rule.l3mdev() || flow.l3mdev != 0)
          && (rule.from().isEmpty() || holds(rule.from().get(), flow.src))
          && (rule.to().isEmpty() || holds(rule.to().get(), flow.dst))
          && (rule.tos() == 0 || rule.tos() == (flow.tos & 0xfc))
          && (rule.ipProtocol().isEmpty() || rule.ipProtocol().getAsInt() == flow.protocol)
          && inRange(rule.sourcePorts(), flow.sourcePort)
          && inRange(rule.destinationPorts(), flow.destinationPort);
    }

    private int mask() {
      return rule.fwmark().isEmpty() ? 0 : (int) rule.fwmask().orElse(0xffffffffL);
    }

    /** A packet made here comes by "lo" as far as rules are concerned. */
    private static boolean isDevice(
        World world, Optional<String> name, int dev, String nameOfNone) {
      if (name.isEmpty()) {
        return true;
      }
      return name.get().equals(dev == 0 ? nameOfNone : world.device(dev).name);
    }

    private static boolean holds(vethlab.wire.Prefix prefix, int address) {
      return ((prefix.address().bits() ^ address) & prefix.mask().bits()) == 0;
    }

    private static boolean inRange(Optional<Rule.Ports> ports, int port) {
      return ports.isEmpty() || (port >= ports.get().first() && port <= ports.get().last());
    }

    int table(World world, Flow flow) {
      if (rule.l3mdev()) {
        return world.device(flow.l3mdev).driver.routingTable();
      }
      return rule.action() instanceof Rule.Action.Lookup look ? look.table() : 0;
    }

    /** suppress_prefixlength: a route no longer than that does not count. */
    boolean suppresses(FibResult result) {
      return result instanceof FibResult.Found found
          && rule.suppressPrefixLength().isPresent()
          && found.route().to.length() <= rule.suppressPrefixLength().getAsInt();
    }

    boolean namesDevice(NetDevice dev) {
      return rule.iif().filter(dev.name::equals).isPresent()
          || rule.oif().filter(dev.name::equals).isPresent();
    }
  }
}
