package vethlab.shell.iproute;

import java.util.List;
import java.util.Optional;
import vethlab.op.LinkFlags;
import vethlab.op.LinkKind;
import vethlab.op.OperState;
import vethlab.op.view.LinkView;
import vethlab.shell.iproute.Options.Family;
import vethlab.shell.iproute.Printer.Color;

/** Prints a link as {@code ip link} and {@code ip addr} begin it. */
final class LinkPrinter {

  /** Whether the command lists links or addresses. */
  enum Style {
    LINK,
    ADDRESS
  }

  /** What came of printing a link. */
  enum Shown {
    YES,
    /** Left out, but its addresses are listed: a label was asked for. */
    HEADLESS,
    NO
  }

  private record FlagName(int flag, String name) {}

  private static final int DEBUG = 4;
  private static final int NOTRAILERS = 0x20;
  private static final int PORTSEL = 0x2000;
  private static final int AUTOMEDIA = 0x4000;
  private static final int DYNAMIC = 0x8000;
  private static final int DORMANT = 0x20000;
  private static final int ECHO = 0x40000;

  private static final List<FlagName> FLAGS =
      List.of(
          new FlagName(LinkFlags.LOOPBACK, "LOOPBACK"),
          new FlagName(LinkFlags.BROADCAST, "BROADCAST"),
          new FlagName(LinkFlags.POINTOPOINT, "POINTOPOINT"),
          new FlagName(LinkFlags.MULTICAST, "MULTICAST"),
          new FlagName(LinkFlags.NOARP, "NOARP"),
          new FlagName(LinkFlags.ALLMULTI, "ALLMULTI"),
          new FlagName(LinkFlags.PROMISC, "PROMISC"),
          new FlagName(LinkFlags.MASTER, "MASTER"),
          new FlagName(LinkFlags.SLAVE, "SLAVE"),
          new FlagName(DEBUG, "DEBUG"),
          new FlagName(DYNAMIC, "DYNAMIC"),
          new FlagName(AUTOMEDIA, "AUTOMEDIA"),
          new FlagName(PORTSEL, "PORTSEL"),
          new FlagName(NOTRAILERS, "NOTRAILERS"),
          new FlagName(LinkFlags.UP, "UP"),
          new FlagName(LinkFlags.LOWER_UP, "LOWER_UP"),
          new FlagName(DORMANT, "DORMANT"),
          new FlagName(ECHO, "ECHO"));

  private final Host host;
  private final Printer printer;
  private final LinkFilter filter;
  private final Style style;

  LinkPrinter(Host host, Printer printer, LinkFilter filter, Style style) {
    this.host = host;
    this.printer = printer;
    this.filter = filter;
    this.style = style;
  }

  Shown print(LinkView link) {
    boolean beforeLabel =
        (filter.dev.isEmpty() || filter.dev.get().index() == link.index())
            && (!filter.up || link.has(LinkFlags.UP));
    if (beforeLabel && filter.label.isPresent()) {
      return Shown.HEADLESS;
    }
    if (!filter.shows(link)) {
      return Shown.NO;
    }
    if (host.options().isBrief()) {
      printBrief(link);
      return Shown.HEADLESS;
    }
    printLine(link);
    if (filter.family == Family.ANY || filter.family == Family.LINK || host.options().detailed()) {
      printAddress(link);
    }
    printNetns(link);
    if (host.options().detailed()) {
      new LinkDetails(host, printer, filter).print(link, style);
    }
    printAlias(link);
    if (style == Style.LINK && host.options().stats()) {
      printer.newLine();
      new StatsPrinter(host.options(), printer).print(link);
    }
    printer.text("\n");
    return Shown.YES;
  }

  private void printBrief(LinkView link) {
    boolean linkDown = printName(host, printer, "%-16s ", link);
    printer.colored(color(link.state()), "operstate", "%-14s ", link.state().name());
    if (filter.family == Family.LINK) {
      printer.colored(Color.MAC, "address", "%s ", link.address().toString());
      printFlags(printer, link, linkDown);
      printer.text("\n");
    }
  }

  private void printLine(LinkView link) {
    printer.number("ifindex", "%d: ", link.index());
    boolean linkDown = printName(host, printer, "%s: ", link);
    printFlags(printer, link, linkDown);
    printer.number("mtu", "mtu %d ", link.mtu());
    printer.string("qdisc", "qdisc %s ", link.qdisc());
    if (!link.master().isEmpty()) {
      printer.string("master", "master %s ", link.master());
    }
    printer.text("state ");
    printer.colored(color(link.state()), "operstate", "%s ", link.state().name());
    if (style == Style.LINK) {
      printer.string("linkmode", "mode %s ", "DEFAULT");
    }
    printer.string("group", "group %s ", host.names().group(link.group()));
    if (link.txQueueLength() != 0) {
      printer.number("txqlen", "qlen %d", link.txQueueLength());
    }
  }

  private void printAddress(LinkView link) {
    printer.newLine();
    boolean loopback = link.kind() instanceof LinkKind.Loopback;
    printer.string("link_type", "    link/%s ", loopback ? "loopback" : "ether");
    printer.colored(Color.MAC, "address", "%s", link.address().toString());
    if (link.has(LinkFlags.POINTOPOINT)) {
      printer.text(" peer ");
      printer.jsonLiteral("link_pointtopoint", "true");
    } else {
      printer.text(" brd ");
    }
    printer.colored(Color.MAC, "broadcast", "%s", link.broadcast().toString());
  }

  private void printNetns(LinkView link) {
    link.linkNetns()
        .ifPresent(netns -> {
          printer.jsonLiteral("link_netnsid", Integer.toString(netns.nsid()));
          if (netns.nsid() < 0) {
            printer.text(" link-netnsid unknown");
          } else if (netns.name().isEmpty()) {
            printer.text(" link-netnsid " + netns.nsid());
          } else {
            printer.text(" link-netns " + netns.name());
          }
        });
  }

  private void printAlias(LinkView link) {
    if (link.alias().isEmpty() || style != Style.LINK && !host.options().detailed()) {
      return;
    }
    printer.text(host.options().lineEnd() + "    ");
    printer.string("ifalias", "alias %s", link.alias());
  }

  private static Color color(OperState state) {
    return switch (state) {
      case UP -> Color.OPERSTATE_UP;
      case DOWN -> Color.OPERSTATE_DOWN;
      default -> Color.NONE;
    };
  }

  /**
   * The name, with the link below or the peer after an {@code @}.
   *
   * @return whether that link is known to be down
   */
  static boolean printName(Host host, Printer printer, String format, LinkView link) {
    String shown = link.name();
    boolean down = false;
    if (link.link() != 0) {
      if (link.linkNetns().isPresent()) {
        printer.jsonLiteral("link_index", Integer.toString(link.link()));
        shown = printer.json() ? shown : shown + "@if" + link.link();
      } else {
        Optional<LinkView> other = host.links().at(link.link());
        String name = host.links().nameAt(link.link());
        printer.jsonOnly("link", name);
        shown = printer.json() ? shown : shown + "@" + name;
        down = other.filter(l -> !l.has(LinkFlags.UP)).isPresent();
      }
    }
    printer.colored(Color.IFNAME, "ifname", format, shown);
    return down;
  }

  static void printFlags(Printer printer, LinkView link, boolean linkDown) {
    printer.list("flags", "<");
    int flags = link.flags();
    if (link.has(LinkFlags.UP) && !link.has(LinkFlags.RUNNING)) {
      printer.item("%s,", "NO-CARRIER");
    }
    flags &= ~LinkFlags.RUNNING;
    for (FlagName flag : FLAGS) {
      if ((flags & flag.flag()) != 0) {
        flags &= ~flag.flag();
        printer.item(flags != 0 ? "%s," : "%s", flag.name());
      }
    }
    if (flags != 0) {
      printer.item("%s", Integer.toHexString(flags));
    }
    if (linkDown) {
      printer.item(",%s", "M-DOWN");
    }
    printer.endList("> ");
  }
}
