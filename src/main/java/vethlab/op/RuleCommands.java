package vethlab.op;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import vethlab.wire.Prefix;

/** {@code ip rule}. */
final class RuleCommands {

  enum Verb {
    ADD,
    DEL
  }

  private RuleCommands() {}

  static List<String> words(Ns ns, Verb verb, Rule rule) {
    Argv argv = Argv.in(ns, "ip").add("rule", Commands.word(verb));
    argv.addIf(rule.not(), "not");
    boolean nothing =
        rule.from().isEmpty()
            && rule.to().isEmpty()
            && rule.tos() == 0
            && rule.fwmark().isEmpty()
            && rule.iif().isEmpty()
            && rule.oif().isEmpty();
    argv.add("from", rule.from().map(RuleCommands::prefix))
        .addIf(nothing, "from", "all")
        .add("to", rule.to().map(RuleCommands::prefix))
        .addIf(rule.tos() != 0, "tos", String.format(Locale.ROOT, "0x%02x", rule.tos()))
        .addIf(rule.fwmark().isPresent(), "fwmark", mark(rule))
        .add("iif", rule.iif())
        .add("oif", rule.oif())
        .addIf(rule.ipProtocol().isPresent(), "ipproto", "" + rule.ipProtocol().orElse(0))
        .add("sport", rule.sourcePorts().map(RuleCommands::ports))
        .add("dport", rule.destinationPorts().map(RuleCommands::ports))
        .addIf(rule.l3mdev(), "l3mdev");
    action(argv, verb, rule);
    return argv.addIf(rule.protocol() != 0, "proto", RouteCommands.protocol(rule.protocol()))
        .addIf(
            rule.suppressPrefixLength().isPresent(),
            "suppress_prefixlength",
            "" + rule.suppressPrefixLength().orElse(0))
        .add("priority", boxed(rule.priority()))
        .words();
  }

  private static Optional<Long> boxed(OptionalLong number) {
    return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
  }

  private static String prefix(Prefix prefix) {
    return prefix.length() == 32
        ? prefix.address().toString()
        : prefix.address() + "/" + prefix.length();
  }

  private static String mark(Rule rule) {
    String mark = String.format(Locale.ROOT, "0x%x", rule.fwmark().orElse(0));
    return rule.fwmask().isPresent()
        ? mark + String.format(Locale.ROOT, "/0x%x", rule.fwmask().getAsLong())
        : mark;
  }

  private static String ports(Rule.Ports ports) {
    return ports.first() == ports.last() ? "" + ports.first() : ports.first() + "-" + ports.last();
  }

  private static void action(Argv argv, Verb verb, Rule rule) {
    switch (rule.action()) {
      case Rule.Action.Lookup lookup -> {
        boolean anything = verb == Verb.DEL || rule.l3mdev();
        int usual = anything ? 0 : Route.MAIN;
        boolean main = lookup.table() == Route.MAIN;
        argv.addIf(
            lookup.table() != usual || main && !rule.l3mdev(),
            "table",
            main ? "main" : "" + lookup.table());
      }
      case Rule.Action.Goto jump -> argv.add("goto", "" + jump.priority());
      case Rule.Action.Nop nop -> argv.add("nop");
      case Rule.Action.Blackhole drop -> argv.add("blackhole");
      case Rule.Action.Unreachable unreachable -> argv.add("unreachable");
      case Rule.Action.Prohibit prohibit -> argv.add("prohibit");
    }
  }
}
