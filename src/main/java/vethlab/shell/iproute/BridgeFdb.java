package vethlab.shell.iproute;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import vethlab.op.FdbSpec;
import vethlab.op.Op;
import vethlab.op.view.FdbView;
import vethlab.op.view.LinkView;
import vethlab.shell.iproute.Addresses.Typed;
import vethlab.shell.iproute.Options.Family;
import vethlab.shell.iproute.Printer.Color;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;

/** {@code bridge fdb}. */
final class BridgeFdb {
  private static final int PERMANENT = 0x80;
  private static final int NOARP = 0x40;
  private static final int STALE = 4;
  private static final int REACHABLE = 2;
  private static final int VNI_LIMIT = (1 << 24) - 1;

  private final Host host;

  BridgeFdb(Host host) {
    this.host = host;
  }

  void run(Args args) {
    if (!args.more()) {
      show(args);
      return;
    }
    String command = args.take();
    if (Args.matches(command, "add")) {
      host.talk(new Op.FdbAdd(host.ns(), read(args), Op.FdbVerb.ADD));
    } else if (Args.matches(command, "append")) {
      host.talk(new Op.FdbAdd(host.ns(), read(args), Op.FdbVerb.APPEND));
    } else if (Args.matches(command, "replace")) {
      host.talk(new Op.FdbAdd(host.ns(), read(args), Op.FdbVerb.REPLACE));
    } else if (Args.matches(command, "delete")) {
      host.talk(new Op.FdbDel(host.ns(), read(args)));
    } else if (Args.matches(command, "get")) {
      get(args);
    } else if (IpLink.isList(command)) {
      show(args);
    } else if (command.equals("flush")) {
      throw IpError.notModelled("bridge fdb flush");
    } else if (Args.matches(command, "help")) {
      throw Help.of("bridge-fdb");
    } else {
      throw IpError.unknownCommand(command, "bridge fdb");
    }
  }

  private enum Kind {
    UNSAID,
    PERMANENT,
    STATIC,
    DYNAMIC
  }

  /** What has been read of an entry. */
  private static final class Request {
    private final Host host;
    private Optional<String> dev = Optional.empty();
    private Optional<String> address = Optional.empty();
    private Optional<Typed> dst = Optional.empty();
    private OptionalInt port = OptionalInt.empty();
    private OptionalInt vni = OptionalInt.empty();
    private Optional<String> via = Optional.empty();
    private OptionalInt vlan = OptionalInt.empty();
    private boolean self;
    private boolean master;
    private Kind kind = Kind.UNSAID;

    Request(Host host) {
      this.host = host;
    }
  }

  private static final Words<Request> WORDS =
      new Words<Request>()
          .full("dev", (r, a) -> r.dev = Optional.of(a.value()))
          .full("dst", BridgeFdb::readDst)
          .full("nhid", (r, a) -> notModelled("nhid"))
          .full("port", BridgeFdb::readPort)
          .full("vni", BridgeFdb::readVni)
          .full("src_vni", (r, a) -> notModelled("src_vni"))
          .full("via", BridgeFdb::readVia)
          .full("self", (r, a) -> r.self = true)
          .word("master", (r, a) -> r.master = true)
          .word("router", (r, a) -> notModelled("router"))
          .word("local", (r, a) -> r.kind = Kind.PERMANENT)
          .word("permanent", (r, a) -> r.kind = Kind.PERMANENT)
          .word("temp", (r, a) -> r.kind = Kind.STATIC)
          .word("static", (r, a) -> r.kind = Kind.STATIC)
          .word("dynamic", (r, a) -> r.kind = Kind.DYNAMIC)
          .word("vlan", BridgeFdb::readVlan)
          .word("use", (r, a) -> notModelled("use"))
          .word("extern_learn", (r, a) -> notModelled("extern_learn"))
          .word("sticky", (r, a) -> notModelled("sticky"))
          .other(BridgeFdb::readAddress);

  private static void notModelled(String word) {
    throw IpError.notModelled("bridge fdb: \"" + word + "\"");
  }

  private static void readDst(Request r, Args args) {
    String text = args.value();
    if (r.dst.isPresent()) {
      throw IpError.garbage("dst", text);
    }
    r.dst = Optional.of(Addresses.address(text, r.host.options().family));
  }

  private static void readPort(Request r, Args args) {
    String text = args.value();
    r.port =
        OptionalInt.of(
            (int) Numbers.u16(text).orElseThrow(() -> IpError.wrong("invalid port\n", text)));
  }

  private static void readVni(Request r, Args args) {
    String text = args.value();
    r.vni =
        OptionalInt.of(
            (int)
                Numbers.unsigned(text, VNI_LIMIT)
                    .orElseThrow(() -> IpError.wrong("invalid VNI\n", text)));
  }

  private static void readVia(Request r, Args args) {
    String text = args.value();
    r.via =
        Optional.of(
            r.host
                .links()
                .find(text)
                .orElseThrow(() -> IpError.exit("Cannot find device \"" + text + "\"\n"))
                .name());
  }

  private static void readVlan(Request r, Args args) {
    if (r.vlan.isPresent()) {
      throw IpError.garbage("vlan", "vlan");
    }
    r.vlan = OptionalInt.of(Numbers.atoi(args.value()));
  }

  private static void readAddress(Request r, Args args) {
    args.skip("to");
    String text = args.take();
    if (Args.matches(text, "help")) {
      throw Help.of("bridge-fdb");
    }
    if (r.address.isPresent()) {
      throw IpError.garbage("to", text);
    }
    r.address = Optional.of(text);
  }

  private FdbSpec read(Args args) {
    Request r = WORDS.read(new Request(host), args);
    if (r.dev.isEmpty() || r.address.isEmpty()) {
      throw host.failed("Device and address are required arguments.\n");
    }
    Mac mac = mac(r.address.get());
    LinkView dev = host.device(r.dev.get());
    FdbSpec.Target target = r.master && !r.self ? FdbSpec.Target.MASTER : FdbSpec.Target.SELF;
    FdbSpec.State state =
        switch (r.kind) {
          case UNSAID, PERMANENT -> FdbSpec.State.PERMANENT;
          case STATIC -> FdbSpec.State.STATIC;
          case DYNAMIC -> FdbSpec.State.DYNAMIC;
        };
    if (r.dst.filter(d -> d.family() == Family.INET6).isPresent()) {
      throw IpError.notModelled("bridge fdb: IPv6");
    }
    return new FdbSpec(
        mac,
        dev.name(),
        target,
        r.vlan.orElse(0),
        state,
        r.dst.map(Typed::ip),
        r.port,
        r.vni,
        r.via);
  }

  private Mac mac(String text) {
    try {
      return Mac.parse(text);
    } catch (IllegalArgumentException e) {
      throw host.failed("Invalid mac address " + text + "\n");
    }
  }

  /** What {@code show} selects by. */
  private static final class Filter {
    private Optional<String> dev = Optional.empty();
    private Optional<String> bridge = Optional.empty();
    private int vlan;
    private int states;
    private boolean dynamic;
  }

  private static final Words<Filter> FILTER =
      new Words<Filter>()
          .full("brport", (f, a) -> f.dev = Optional.of(a.value()))
          .full("dev", (f, a) -> f.dev = Optional.of(a.value()))
          .full("br", (f, a) -> f.bridge = Optional.of(a.value()))
          .full("vlan", BridgeFdb::filterVlan)
          .full("state", (f, a) -> f.states |= stateBits(a.value()))
          .full("dynamic", (f, a) -> f.dynamic = true)
          .other((f, a) -> {
            if (Args.matches(a.take(), "help")) {
              throw Help.of("bridge-fdb");
            }
          });

  private static void filterVlan(Filter f, Args args) {
    String text = args.value();
    if (f.vlan != 0) {
      throw IpError.duplicate("vlan", text);
    }
    f.vlan = Numbers.atoi(text);
  }

  private static int stateBits(String text) {
    if (Args.matches(text, "permanent")) {
      return PERMANENT;
    }
    if (Args.matches(text, "static") || Args.matches(text, "temp")) {
      return NOARP;
    }
    if (Args.matches(text, "stale")) {
      return STALE;
    }
    if (Args.matches(text, "reachable") || Args.matches(text, "dynamic")) {
      return REACHABLE;
    }
    if (text.equals("all")) {
      return -1;
    }
    OptionalLong number = Numbers.u32(text);
    return (int) number.orElseThrow(() -> IpError.wrong("invalid state", text));
  }

  private static int stateBit(FdbView entry) {
    return switch (entry.entry().state()) {
      case PERMANENT -> PERMANENT;
      case STATIC -> NOARP;
      case DYNAMIC -> REACHABLE;
      case STALE -> STALE;
    };
  }

  private void show(Args args) {
    Filter filter = FILTER.read(new Filter(), args);
    Optional<LinkView> bridge =
        filter.bridge.map(name ->
            host.links()
                .find(name)
                .orElseThrow(() -> host.failed("Cannot find bridge device \"" + name + "\"\n")));
    Optional<LinkView> dev = filter.dev.map(host::device);
    Printer printer = host.printer();
    printer.start();
    host.kernel().fdb(host.ns()).stream()
        .filter(e -> bridge.isEmpty() || ofBridge(e, bridge.get().name()))
        .filter(e -> dev.isEmpty() || dev.get().name().equals(e.entry().dev()))
        .filter(e -> filter.states == 0 || (filter.states & stateBit(e)) != 0)
        .filter(e -> filter.vlan == 0 || filter.vlan == e.entry().vlan())
        .filter(e -> !(filter.dynamic && stateBit(e) == PERMANENT))
        .forEach(e -> print(printer, dev.isPresent(), e));
    printer.finish();
  }

  /** A bridge's table holds the entries of its ports and of the bridge itself. */
  private boolean ofBridge(FdbView entry, String bridge) {
    String dev = entry.entry().dev();
    return dev.equals(bridge)
        || entry.master().equals(bridge)
        || host.links().find(dev).filter(l -> l.master().equals(bridge)).isPresent();
  }

  private void print(Printer printer, boolean devSelected, FdbView view) {
    FdbSpec entry = view.entry();
    printer.open();
    printer.colored(Color.MAC, "mac", "%s ", entry.mac().toString());
    if (!devSelected) {
      printer.text("dev ");
      printer.colored(Color.IFNAME, "ifname", "%s ", entry.dev());
    }
    entry.dst().ifPresent(ip -> printDst(printer, ip));
    if (entry.vlan() != 0) {
      printer.number("vlan", "vlan %d ", entry.vlan());
    }
    entry.port().ifPresent(port -> printer.number("port", "port %d ", port));
    entry.vni().ifPresent(vni -> printer.number("vni", "vni %d ", vni));
    entry.via().ifPresent(via -> printer.string("viaIf", "via %s ", via));
    if (host.options().stats() && hasTimes(view)) {
      printer.jsonLiteral("used", Long.toString(view.used()));
      printer.jsonLiteral("updated", Long.toString(view.updated()));
      printer.text(String.format(Locale.ROOT, "used %d/%d ", view.used(), view.updated()));
    }
    printFlags(printer, view);
    if (!view.master().isEmpty()) {
      printer.string("master", "master %s ", view.master());
    }
    printer.string("state", "%s\n", state(entry.state()));
    printer.close();
  }

  private static void printDst(Printer printer, Ip4 ip) {
    printer.text("dst ");
    printer.colored(Color.INET, "dst", "%s ", ip.toString());
  }

  /** Plain addresses of a device's own list have no times. */
  private static boolean hasTimes(FdbView view) {
    return !view.master().isEmpty() || view.entry().dst().isPresent();
  }

  private static void printFlags(Printer printer, FdbView view) {
    printer.list("flags", "");
    if (view.entry().target() == FdbSpec.Target.SELF) {
      printer.item("%s ", "self");
    }
    if (view.externLearn()) {
      printer.item("%s ", "extern_learn");
    }
    if (view.offload()) {
      printer.item("%s ", "offload");
    }
    if (view.sticky()) {
      printer.item("%s ", "sticky");
    }
    printer.endList("");
  }

  private static String state(FdbSpec.State state) {
    return switch (state) {
      case PERMANENT -> "permanent";
      case STATIC -> "static";
      case DYNAMIC -> "";
      case STALE -> "stale";
    };
  }

  /** What {@code get} asks. */
  private static final class Question {
    private Optional<String> dev = Optional.empty();
    private Optional<String> bridge = Optional.empty();
    private Optional<String> address = Optional.empty();
    private boolean self;
    private int vlan;
  }

  private static final Words<Question> QUESTION =
      new Words<Question>()
          .full("brport", (q, a) -> q.dev = Optional.of(a.value()))
          .full("dev", (q, a) -> q.dev = Optional.of(a.value()))
          .full("br", (q, a) -> q.bridge = Optional.of(a.value()))
          .full("vni", (q, a) -> notModelled("get vni"))
          .full("self", (q, a) -> q.self = true)
          .word("master", (q, a) -> {})
          .word("vlan", (q, a) -> q.vlan = Numbers.atoi(a.value()))
          .word("dynamic", (q, a) -> {})
          .other(BridgeFdb::readQuestioned);

  private static void readQuestioned(Question q, Args args) {
    args.skip("to");
    String text = args.take();
    if (Args.matches(text, "help")) {
      throw Help.of("bridge-fdb");
    }
    if (q.address.isPresent()) {
      throw IpError.garbage("to", text);
    }
    q.address = Optional.of(text);
  }

  private void get(Args args) {
    Question q = QUESTION.read(new Question(), args);
    if (q.dev.isEmpty() && q.bridge.isEmpty() || q.address.isEmpty()) {
      throw host.failed("Device or master and address are required arguments.\n");
    }
    Mac mac = mac(q.address.get());
    Optional<LinkView> dev = q.dev.map(host::device);
    Optional<String> bridge = q.bridge.map(name -> bridge(name).name());
    FdbView found =
        host.kernel().fdb(host.ns()).stream()
            .filter(e -> e.entry().mac().equals(mac) && e.entry().vlan() == q.vlan)
            .filter(e -> q.self == (e.entry().target() == FdbSpec.Target.SELF))
            .filter(
                e -> dev.isEmpty() || q.self == false || dev.get().name().equals(e.entry().dev()))
            .filter(e -> bridge.isEmpty() || bridge.get().equals(e.master()))
            .filter(e -> dev.isEmpty() || sameBridge(e, dev.get()))
            .findFirst()
            .orElseThrow(() -> new IpError("Error: Fdb entry not found.\n", 254));
    Printer printer = host.printer();
    printer.start();
    print(printer, false, found);
    printer.finish();
  }

  private LinkView bridge(String name) {
    return host.links()
        .find(name)
        .orElseThrow(() -> host.failed("Cannot find bridge device \"" + name + "\"\n"));
  }

  private static boolean sameBridge(FdbView entry, LinkView dev) {
    return entry.entry().dev().equals(dev.name())
        || entry.master().equals(dev.master())
        || entry.master().equals(dev.name());
  }
}
