package vethlab.shell.iproute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vethlab.op.LinkChange;
import vethlab.op.Op;
import vethlab.op.PortAttr;
import vethlab.op.view.LinkView;
import vethlab.op.view.PortView;

/** {@code bridge link}. */
final class BridgeLink {
  private final Host host;

  BridgeLink(Host host) {
    this.host = host;
  }

  void run(Args args) {
    if (!args.more()) {
      show(args);
      return;
    }
    String command = args.take();
    if (Args.matches(command, "set") || Args.matches(command, "change")) {
      set(args);
    } else if (IpLink.isList(command)) {
      show(args);
    } else if (Args.matches(command, "help")) {
      throw Help.of("bridge-link");
    } else {
      throw IpError.unknownCommand(command, "bridge link");
    }
  }

  /** What has been read of a change. */
  private static final class Request {
    private final List<LinkChange> changes = new ArrayList<>();
    private Optional<String> dev = Optional.empty();
    private boolean self;

    private void set(PortAttr attr, long value) {
      changes.add(new LinkChange.PortSetting(attr, value));
    }
  }

  private static final Words<Request> WORDS = words();

  private static Words<Request> words() {
    Words<Request> words = new Words<>();
    words.full("dev", (r, a) -> r.dev = Optional.of(a.value()));
    for (PortAttr attr :
        new PortAttr[] {
          PortAttr.GUARD, PortAttr.HAIRPIN, PortAttr.FASTLEAVE, PortAttr.ROOT_BLOCK,
          PortAttr.LEARNING, PortAttr.FLOOD, PortAttr.MCAST_FLOOD, PortAttr.BCAST_FLOOD,
          PortAttr.NEIGH_SUPPRESS, PortAttr.VLAN_TUNNEL, PortAttr.ISOLATED, PortAttr.LOCKED
        }) {
      words.full(
          attr.word(),
          (r, a) -> r.set(attr, LinkParser.oneOfOnOff(attr.word(), a.value(), 256 - 22) ? 1 : 0));
    }
    words.full("mcast_router", (r, a) -> r.set(PortAttr.MCAST_ROUTER, Numbers.atoi(a.value())));
    words.full("cost", BridgeLink::cost);
    words.full("priority", (r, a) -> r.set(PortAttr.PRIORITY, Numbers.atoi(a.value())));
    words.full("state", BridgeLink::state);
    words.full("self", (r, a) -> r.self = true);
    words.full("master", (r, a) -> {});
    for (String word :
        new String[] {
          "learning_sync", "mcast_to_unicast", "hwmode", "backup_port", "nobackup_port"
        }) {
      words.full(
          word,
          (r, a) -> {
            throw IpError.notModelled("bridge link: \"" + word + "\"");
          });
    }
    return words.other((r, a) -> {
      throw Help.of("bridge-link");
    });
  }

  private static void cost(Request r, Args args) {
    int cost = Numbers.atoi(args.value());
    if (cost > 0) {
      r.set(PortAttr.COST, cost);
    }
  }

  private static void state(Request r, Args args) {
    String text = args.value();
    if (text.matches("-?[0-9]+")) {
      r.set(PortAttr.STATE, Numbers.atoi(text));
      return;
    }
    int state = List.of(LinkDetails.PORT_STATES).indexOf(text);
    if (state < 0) {
      throw new IpError("Error: invalid STP port state\n", 255);
    }
    r.set(PortAttr.STATE, state);
  }

  private void set(Args args) {
    Request request = WORDS.read(new Request(), args);
    String dev = request.dev.orElseThrow(() -> host.failed("Device is a required argument.\n"));
    LinkView link =
        host.links()
            .find(dev)
            .orElseThrow(() -> host.failed("Cannot find bridge device \"" + dev + "\"\n"));
    if (request.self) {
      throw host.refused("RTNETLINK answers: Operation not supported\n");
    }
    host.talk(new Op.LinkSet(host.ns(), link.name(), List.copyOf(request.changes)));
  }

  private void show(Args args) {
    Optional<String> dev = Optional.empty();
    while (args.more()) {
      if (args.take().equals("dev")) {
        String name = args.value();
        if (dev.isPresent()) {
          throw IpError.duplicate("dev", name);
        }
        dev = Optional.of(name);
      }
    }
    Optional<String> only = dev.map(name -> host.device(name).name());
    Printer printer = host.printer();
    printer.start();
    for (LinkView link : host.links().all()) {
      if (link.port().isPresent() && (only.isEmpty() || only.get().equals(link.name()))) {
        print(printer, link, link.port().get());
      }
    }
    printer.finish();
  }

  private void print(Printer printer, LinkView link, PortView port) {
    printer.open();
    printer.number("ifindex", "%d: ", link.index());
    boolean linkDown = printName(printer, link);
    LinkPrinter.printFlags(printer, link, linkDown);
    printer.number("mtu", "mtu %d ", link.mtu());
    printer.string("master", "master %s ", link.master());
    printer.string("state", "state %s ", LinkDetails.PORT_STATES[port.state()]);
    Map<PortAttr, Long> settings = port.settings();
    printer.number("priority", "priority %d ", settings.getOrDefault(PortAttr.PRIORITY, 32L));
    printer.number("cost", "cost %d ", settings.getOrDefault(PortAttr.COST, 0L));
    if (host.options().detailed()) {
      details(printer, settings);
    }
    printer.text("\n");
    printer.close();
  }

  /** A peer in another namespace is not told apart here: its index is looked up in this one. */
  private boolean printName(Printer printer, LinkView link) {
    if (link.linkNetns().isPresent() && link.link() == link.index()) {
      printer.colored(Printer.Color.IFNAME, "ifname", "%s: ", link.name());
      return false; // the kernel leaves out the index of a peer that is the port's own
    }
    if (link.linkNetns().isEmpty()) {
      return LinkPrinter.printName(host, printer, "%s: ", link);
    }
    String other = host.links().nameAt(link.link());
    printer.jsonOnly("link", other);
    printer.colored(
        Printer.Color.IFNAME,
        "ifname",
        "%s: ",
        printer.json() ? link.name() : link.name() + "@" + other);
    return host.links().at(link.link()).filter(l -> !l.has(vethlab.op.LinkFlags.UP)).isPresent();
  }

  private void details(Printer printer, Map<PortAttr, Long> settings) {
    printer.text(host.options().lineEnd() + "    ");
    flag(printer, settings, PortAttr.HAIRPIN);
    flag(printer, settings, PortAttr.GUARD);
    flag(printer, settings, PortAttr.ROOT_BLOCK);
    flag(printer, settings, PortAttr.FASTLEAVE);
    flag(printer, settings, PortAttr.LEARNING);
    flag(printer, settings, PortAttr.FLOOD);
    flag(printer, settings, PortAttr.MCAST_FLOOD);
    flag(printer, settings, PortAttr.BCAST_FLOOD);
    printer.number(
        "mcast_router", "mcast_router %d ", settings.getOrDefault(PortAttr.MCAST_ROUTER, 1L));
    printer.onOff("mcast_to_unicast", "mcast_to_unicast %s ", false);
    flag(printer, settings, PortAttr.NEIGH_SUPPRESS);
    flag(printer, settings, PortAttr.VLAN_TUNNEL);
    flag(printer, settings, PortAttr.ISOLATED);
    flag(printer, settings, PortAttr.LOCKED);
  }

  private static void flag(Printer printer, Map<PortAttr, Long> settings, PortAttr attr) {
    printer.onOff(attr.word(), attr.word() + " %s ", settings.getOrDefault(attr, 0L) != 0);
  }
}
