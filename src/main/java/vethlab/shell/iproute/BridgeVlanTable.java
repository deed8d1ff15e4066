package vethlab.shell.iproute;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vethlab.op.BridgeAttr;
import vethlab.op.Op;
import vethlab.op.view.BridgeVlanView;
import vethlab.op.view.LinkView;

/** {@code bridge vlan}. */
final class BridgeVlanTable {
  private static final int LIMIT = 4096;

  private final Host host;

  BridgeVlanTable(Host host) {
    this.host = host;
  }

  void run(Args args) {
    if (!args.more()) {
      show(args);
      return;
    }
    String command = args.take();
    if (Args.matches(command, "add")) {
      Request r = read(args);
      host.talk(new Op.BridgeVlanAdd(host.ns(), device(r), vlan(r)));
    } else if (Args.matches(command, "delete")) {
      Request r = read(args);
      host.talk(new Op.BridgeVlanDel(host.ns(), device(r), vlan(r)));
    } else if (IpLink.isList(command)) {
      show(args);
    } else if (Args.matches(command, "tunnelshow")
        || Args.matches(command, "set")
        || command.equals("global")) {
      throw IpError.notModelled("bridge vlan " + command);
    } else if (Args.matches(command, "help")) {
      throw Help.of("bridge-vlan");
    } else {
      throw IpError.unknownCommand(command, "bridge vlan");
    }
  }

  /** What has been read of a change. */
  private static final class Request {
    private Optional<String> dev = Optional.empty();
    private int first = -1;
    private int last = -1;
    private boolean range;
    private boolean self;
    private boolean pvid;
    private boolean untagged;
  }

  private static final Words<Request> WORDS =
      new Words<Request>()
          .full("dev", (r, a) -> r.dev = Optional.of(a.value()))
          .full("vid", BridgeVlanTable::readVid)
          .full("self", (r, a) -> r.self = true)
          .full("master", (r, a) -> {})
          .full("pvid", (r, a) -> r.pvid = true)
          .full("untagged", (r, a) -> r.untagged = true)
          .full(
              "tunnel_info",
              (r, a) -> {
                throw IpError.notModelled("bridge vlan: \"tunnel_info\"");
              })
          .other((r, a) -> {
            if (Args.matches(a.take(), "help") && !a.more()) {
              throw IpError.incomplete();
            }
          });

  private static void readVid(Request r, Args args) {
    String text = args.value();
    int dash = text.indexOf('-');
    r.range = dash >= 0;
    r.first = (short) Numbers.atoi(dash < 0 ? text : text.substring(0, dash));
    r.last = dash < 0 ? -1 : (short) Numbers.atoi(text.substring(dash + 1));
  }

  private Request read(Args args) {
    Request r = WORDS.read(new Request(), args);
    if (r.dev.isEmpty() || r.first == -1) {
      throw host.failed("Device and VLAN ID are required arguments.\n");
    }
    device(r);
    if (r.first >= LIMIT) {
      throw host.failed("Invalid VLAN ID \"" + (r.first & 0xffff) + "\"\n");
    }
    if (r.range) {
      if (r.last == -1 || r.last >= LIMIT || r.first >= r.last) {
        throw host.failed(
            "Invalid VLAN range \"" + (r.first & 0xffff) + "-" + (r.last & 0xffff) + "\"\n");
      }
      if (r.pvid) {
        throw host.failed("pvid cannot be configured for a vlan range\n");
      }
    }
    return r;
  }

  private String device(Request r) {
    String name = r.dev.get();
    return host.links()
        .find(name)
        .map(LinkView::name)
        .orElseThrow(() -> host.failed("Cannot find bridge device \"" + name + "\"\n"));
  }

  private static Op.BridgeVlan vlan(Request r) {
    return new Op.BridgeVlan(r.first, r.range ? r.last : r.first, r.pvid, r.untagged, r.self);
  }

  /** A run of VLANs that are printed as one. */
  private record Run(int first, int last, boolean pvid, boolean untagged) {
    boolean goesOn(BridgeVlanView.Entry next) {
      return !next.pvid() && !pvid && untagged == next.untagged() && last == next.id() - 1;
    }
  }

  private void show(Args args) {
    Optional<String> dev = Optional.empty();
    int vid = 0;
    while (args.more()) {
      String word = args.take();
      if (word.equals("dev")) {
        String name = args.value();
        if (dev.isPresent()) {
          throw IpError.duplicate("dev", name);
        }
        dev = Optional.of(name);
      } else if (word.equals("vid")) {
        vid = Numbers.atoi(args.value());
      }
    }
    Optional<String> only = dev.map(name -> host.device(name).name());
    boolean details = host.options().detailed();
    boolean stats = host.options().stats() && !details;
    Printer printer = host.printer();
    printer.start();
    printer.text(
        String.format(Locale.ROOT, "%-16s  %s\n", "port", stats ? "vlan-id" : "vlan-id  "));
    for (BridgeVlanView port : host.kernel().bridgeVlans(host.ns())) {
      if (only.isEmpty() || only.get().equals(port.dev())) {
        print(printer, port, vid);
      }
    }
    printer.finish();
  }

  private void print(Printer printer, BridgeVlanView port, int vid) {
    boolean joined = host.options().compressVlans > 0 || host.options().detailed();
    List<Run> runs =
        runs(port, joined).stream()
            .filter(run -> vid == 0 || run.first() <= vid && vid <= run.last())
            .toList();
    if (runs.isEmpty()) {
      return;
    }
    printer.open();
    printer.colored(Printer.Color.IFNAME, "ifname", "%-16s  ", port.dev());
    printer.list("vlans", "");
    boolean first = true;
    for (Run run : runs) {
      printer.text(first ? "" : " ".repeat(18));
      printer.open();
      print(printer, port, run);
      printer.close();
      first = false;
    }
    printer.endList("");
    printer.close();
  }

  private void print(Printer printer, BridgeVlanView port, Run run) {
    boolean stats = host.options().stats() && !host.options().detailed();
    printer.number(stats ? "vid" : "vlan", "%d", run.first());
    if (run.last() != run.first()) {
      printer.number("vlanEnd", "-%d", run.last());
    }
    if (run.pvid() || run.untagged()) {
      printer.list("flags", "");
      if (run.pvid()) {
        printer.item(" %s", "PVID");
      }
      if (run.untagged()) {
        printer.item(" %s", "Egress Untagged");
      }
      printer.endList("");
    }
    printer.newLine();
    String indent = " ".repeat(20);
    if (host.options().detailed()) {
      printer.text(indent);
      printer.string("state", "state %s ", LinkDetails.PORT_STATES[state(port)]);
      printer.number("mcast_router", "mcast_router %d ", 1);
      printer.newLine();
    }
    if (stats) {
      printStats(printer, port);
    } else if (host.options().stats()) {
      throw IpError.notModelled("bridge -statistics -details vlan");
    }
  }

  /** Frames are counted per VLAN only where vlan_stats_enabled says so. */
  private void printStats(Printer printer, BridgeVlanView port) {
    if (counts(port)) {
      throw IpError.notModelled("bridge -statistics vlan with vlan_stats_enabled");
    }
    for (String way : new String[] {"rx", "tx"}) {
      String title = " ".repeat(20) + way.toUpperCase(Locale.ROOT);
      printer.number(way + "_bytes", title + ": %d bytes", 0);
      printer.number(way + "_packets", " %d packets\n", 0);
    }
  }

  private boolean counts(BridgeVlanView port) {
    return host.links()
        .find(port.dev())
        .flatMap(link ->
            link.bridge().isPresent() ? Optional.of(link) : host.links().find(link.master()))
        .flatMap(LinkView::bridge)
        .filter(b -> b.settings().getOrDefault(BridgeAttr.VLAN_STATS_ENABLED, 0L) != 0)
        .isPresent();
  }

  /** A port's state; a bridge always forwards to itself. */
  private int state(BridgeVlanView port) {
    return host.links().find(port.dev()).flatMap(LinkView::port).map(p -> p.state()).orElse(3);
  }

  private static List<Run> runs(BridgeVlanView port, boolean joined) {
    List<Run> runs = new ArrayList<>();
    for (BridgeVlanView.Entry entry : port.vlans()) {
      if (joined && !runs.isEmpty() && runs.getLast().goesOn(entry)) {
        Run last = runs.removeLast();
        runs.add(new Run(last.first(), entry.id(), false, entry.untagged()));
      } else {
        runs.add(new Run(entry.id(), entry.id(), entry.pvid(), entry.untagged()));
      }
    }
    return runs;
  }
}
