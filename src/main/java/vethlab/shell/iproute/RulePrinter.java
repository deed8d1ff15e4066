package vethlab.shell.iproute;

import java.util.Optional;
import vethlab.op.Rule;
import vethlab.shell.iproute.Printer.Color;
import vethlab.wire.Prefix;

/** Prints rules as {@code ip rule} does. */
final class RulePrinter {
  private static final int PROTO_KERNEL = 2;

  private final Host host;
  private final Printer printer;

  RulePrinter(Host host, Printer printer) {
    this.host = host;
    this.printer = printer;
  }

  /** The table a rule looks in, 0 where it does something else. */
  static int table(Rule rule) {
    return rule.action() instanceof Rule.Action.Lookup lookup && !rule.l3mdev()
        ? lookup.table()
        : 0;
  }

  /** The rules of a machine without IPv6 addresses: those every kernel has. */
  void printIp6Defaults() {
    for (Object[] row : new Object[][] {{0L, "local"}, {32766L, "main"}}) {
      printer.open();
      printer.number("priority", "%d:\t", (Long) row[0]);
      printer.string("src", "from %s", "all");
      printer.string("table", " lookup %s", (String) row[1]);
      printer.text("\n");
      printer.close();
    }
  }

  void print(Rule rule) {
    printer.open();
    printer.number("priority", "%d:\t", rule.priority().orElse(0));
    if (rule.not()) {
      printer.mark("not", "not ");
    }
    printFrom(rule.from());
    rule.to().ifPresent(this::printTo);
    if (rule.tos() != 0) {
      printer.string("tos", " tos %s", Names.dsfield(rule.tos()));
    }
    printMark(rule);
    rule.iif().ifPresent(name -> device("iif", name));
    rule.oif().ifPresent(name -> device("oif", name));
    if (rule.l3mdev()) {
      printer.mark("l3mdev", " lookup [l3mdev-table]");
    }
    rule.ipProtocol().ifPresent(p -> printer.string("ipproto", " ipproto %s", Names.ipProtocol(p)));
    rule.sourcePorts().ifPresent(ports -> ports("sport", ports));
    rule.destinationPorts().ifPresent(ports -> ports("dport", ports));
    printTable(rule);
    printAction(rule);
    if (rule.protocol() != 0 && rule.protocol() != PROTO_KERNEL || host.options().detailed()) {
      printer.string("protocol", " proto %s", host.names().protocol(rule.protocol()));
    }
    printer.text("\n");
    printer.close();
  }

  private void printFrom(Optional<Prefix> from) {
    if (from.isEmpty() || from.get().length() == 0) {
      printer.string("src", "from %s", "all");
      return;
    }
    printer.text("from ");
    printer.colored(Color.INET, "src", "%s", from.get().address().toString());
    if (from.get().length() != 32) {
      printer.number("srclen", "/%d", from.get().length());
    }
  }

  private void printTo(Prefix to) {
    if (to.length() == 0) {
      return;
    }
    printer.text(" to ");
    printer.colored(Color.INET, "dst", "%s", to.address().toString());
    if (to.length() != 32) {
      printer.number("dstlen", "/%d", to.length());
    }
  }

  private void printMark(Rule rule) {
    if (rule.fwmark().isEmpty() && rule.fwmask().isEmpty()) {
      return;
    }
    printer.hex("fwmark", " fwmark %s", rule.fwmark().orElse(0));
    long mask = rule.fwmask().orElse(0xffffffffL);
    if (mask != 0xffffffffL) {
      printer.hex("fwmask", "/%s", mask);
    }
  }

  private void device(String word, String name) {
    printer.text(" " + word + " ");
    printer.colored(Color.IFNAME, word, "%s", name);
    if (host.links().find(name).isEmpty()) {
      printer.mark(word + "_detached", " [detached]");
    }
  }

  private void ports(String word, Rule.Ports ports) {
    if (ports.first() == ports.last()) {
      printer.number(word, " " + word + " %d", ports.first());
    } else {
      printer.number(word + "_start", " " + word + " %d", ports.first());
      printer.number(word + "_end", "-%d", ports.last());
    }
  }

  private void printTable(Rule rule) {
    int table = table(rule);
    if (table == 0) {
      return;
    }
    printer.string("table", " lookup %s", host.names().table(Integer.toUnsignedLong(table)));
    rule.suppressPrefixLength()
        .ifPresent(n -> printer.number("suppress_prefixlen", " suppress_prefixlength %d", n));
  }

  private void printAction(Rule rule) {
    switch (rule.action()) {
      case Rule.Action.Lookup lookup -> {}
      case Rule.Action.Goto jump -> {
        printer.number("goto", " goto %d", jump.priority());
        boolean resolved =
            host.kernel().rules(host.ns()).stream()
                .anyMatch(r -> r.priority().orElse(0) == jump.priority());
        if (!resolved) {
          printer.mark("unresolved", " [unresolved]");
        }
      }
      case Rule.Action.Nop nop -> printer.mark("nop", " nop");
      case Rule.Action.Blackhole b -> printer.string("action", " %s", "blackhole");
      case Rule.Action.Unreachable u -> printer.string("action", " %s", "unreachable");
      case Rule.Action.Prohibit p -> printer.string("action", " %s", "prohibit");
    }
  }
}
