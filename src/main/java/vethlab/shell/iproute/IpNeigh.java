package vethlab.shell.iproute;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import vethlab.op.LinkKind;
import vethlab.op.NeighSpec;
import vethlab.op.NudState;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.op.view.NeighView;
import vethlab.shell.iproute.Addresses.Typed;
import vethlab.shell.iproute.Options.Family;
import vethlab.shell.iproute.Printer.Color;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;

/** {@code ip neigh}. */
final class IpNeigh {
  private static final int NONE_BIT = 0x100;
  private static final int MAX_ROUNDS = 10;

  private final Host host;

  IpNeigh(Host host) {
    this.host = host;
  }

  void run(Args args) {
    if (!args.more()) {
      show(args);
      return;
    }
    String command = args.take();
    if (Args.matches(command, "add")) {
      host.talk(new Op.NeighAdd(host.ns(), read(args), Op.NeighVerb.ADD));
    } else if (Args.matches(command, "change") || command.equals("chg")) {
      host.talk(new Op.NeighAdd(host.ns(), read(args), Op.NeighVerb.CHANGE));
    } else if (Args.matches(command, "replace")) {
      host.talk(new Op.NeighAdd(host.ns(), read(args), Op.NeighVerb.REPLACE));
    } else if (Args.matches(command, "delete")) {
      host.talk(new Op.NeighDel(host.ns(), read(args)));
    } else if (Args.matches(command, "get")) {
      get(args);
    } else if (IpLink.isList(command)) {
      show(args);
    } else if (Args.matches(command, "flush")) {
      flush(args);
    } else if (Args.matches(command, "help")) {
      throw Help.of("ip-neigh");
    } else {
      throw IpError.unknownCommand(command, "ip neigh");
    }
  }

  static Optional<Integer> stateBit(String text) {
    if (Args.matches(text, "permanent")) {
      return Optional.of(NudState.PERMANENT.bit());
    }
    if (Args.matches(text, "reachable")) {
      return Optional.of(NudState.REACHABLE.bit());
    }
    if (Args.matches(text, "failed")) {
      return Optional.of(NudState.FAILED.bit());
    }
    for (NudState state : NudState.values()) {
      if (state.name().toLowerCase(Locale.ROOT).equals(text)) {
        return Optional.of(state.bit());
      }
    }
    OptionalInt number =
        Numbers.u8(text).isPresent()
            ? OptionalInt.of((int) Numbers.u8(text).getAsLong())
            : OptionalInt.empty();
    return number.isPresent() && Integer.bitCount(number.getAsInt()) <= 1
        ? Optional.of(number.getAsInt())
        : Optional.empty();
  }

  private static NudState state(int bit) {
    for (NudState state : NudState.values()) {
      if (state.bit() == bit) {
        return state;
      }
    }
    return NudState.NONE;
  }

  /** What has been read of an entry. */
  private static final class Request {
    private final Host host;
    private Optional<Typed> to = Optional.empty();
    private Optional<String> dev = Optional.empty();
    private boolean anyDevice;
    private Optional<String> lladdr = Optional.empty();
    private NudState state = NudState.PERMANENT;
    private boolean proxy;

    Request(Host host) {
      this.host = host;
    }
  }

  private static final Words<Request> WORDS =
      new Words<Request>()
          .word("lladdr", IpNeigh::readLladdr)
          .full("nud", IpNeigh::readState)
          .word("proxy", IpNeigh::readProxy)
          .full("router", (r, a) -> notModelled("router"))
          .full("use", (r, a) -> notModelled("use"))
          .full("managed", (r, a) -> notModelled("managed"))
          .word("extern_learn", (r, a) -> notModelled("extern_learn"))
          .full("dev", (r, a) -> r.dev = Optional.of(a.value()))
          .word("protocol", (r, a) -> notModelled("protocol"))
          .other(IpNeigh::readTo);

  private static final Words<Request> GET_WORDS =
      new Words<Request>()
          .full("dev", (r, a) -> r.dev = Optional.of(a.value()))
          .word("proxy", IpNeigh::readProxy)
          .other(IpNeigh::readTo);

  private static void notModelled(String word) {
    throw IpError.notModelled("ip neigh: \"" + word + "\"");
  }

  private static void readLladdr(Request r, Args args) {
    String text = args.value();
    if (r.lladdr.isPresent()) {
      throw IpError.duplicate("lladdr", text);
    }
    r.lladdr = Optional.of(text);
  }

  private static void readState(Request r, Args args) {
    String text = args.value();
    r.state = state(stateBit(text).orElseThrow(() -> IpError.wrong("nud state is bad", text)));
  }

  private static void readProxy(Request r, Args args) {
    String text = args.value();
    if (Args.matches(text, "help")) {
      throw Help.of("ip-neigh");
    }
    if (r.to.isPresent()) {
      throw IpError.duplicate("address", text);
    }
    r.to = Optional.of(Addresses.address(text, r.host.options().family));
    r.anyDevice = true;
    r.proxy = true;
  }

  private static void readTo(Request r, Args args) {
    args.skip("to");
    String text = args.take();
    if (Args.matches(text, "help")) {
      throw Help.of("ip-neigh");
    }
    if (r.to.isPresent()) {
      throw IpError.garbage("to", text);
    }
    r.to = Optional.of(Addresses.address(text, r.host.options().family));
  }

  private NeighSpec read(Args args) {
    Request r = WORDS.read(new Request(host), args);
    boolean complete =
        r.to.isPresent() && (r.dev.isPresent() || r.anyDevice) && r.to.get().family() != Family.ANY;
    if (!complete) {
      throw IpError.exit("Device and destination are required arguments.\n");
    }
    Optional<Mac> mac = r.lladdr.filter(text -> !text.equals("null")).map(this::mac);
    String dev = r.dev.map(name -> host.device(name).name()).orElse("");
    if (r.to.get().family() == Family.INET6) {
      throw IpError.notModelled("ip neigh: IPv6");
    }
    return new NeighSpec(r.to.get().ip(), dev, mac, r.state, r.proxy);
  }

  private Mac mac(String text) {
    return Addresses.mac(Addresses.linkLayer(text, host))
        .orElseThrow(() -> host.refused("Error: Invalid link address.\n"));
  }

  private void get(Args args) {
    Request r = GET_WORDS.read(new Request(host), args);
    boolean complete =
        r.to.isPresent() && (r.dev.isPresent() || r.anyDevice) && r.to.get().family() != Family.ANY;
    if (!complete) {
      throw host.failed("Device and address are required arguments.\n");
    }
    Optional<String> dev = r.dev.map(name -> host.device(name).name());
    Ip4 to = r.to.get().ip();
    NeighView found =
        host.kernel().neighbours(host.ns()).stream()
            .filter(n -> n.to().equals(to) && n.proxy() == r.proxy)
            .filter(n -> dev.isEmpty() || dev.get().equals(n.dev()))
            .findFirst()
            .orElseThrow(() ->
                host.refused(
                    r.proxy
                        ? "Error: Proxy neighbour entry not found.\n"
                        : "Error: Neighbour entry not found.\n"));
    Printer printer = host.printer();
    print(printer, Optional.empty(), found);
  }

  /** Which entries {@code show} and {@code flush} are about. */
  private static final class Filter {
    private final Host host;
    private Family family;
    private Optional<String> dev = Optional.empty();
    private Optional<String> master = Optional.empty();
    private boolean noMaster;
    private boolean unused;
    private int states;
    private boolean statesGiven;
    private int allStates = -1;
    private boolean proxy;
    private boolean protocol;
    private Optional<Typed> to = Optional.empty();

    Filter(Host host, int states) {
      this.host = host;
      this.states = states;
      this.family = host.options().family;
    }

    boolean shows(NeighView entry) {
      boolean stateFits =
          entry.proxy()
              || (states & entry.state().bit()) != 0
              || entry.state() == NudState.NONE && (states & NONE_BIT) != 0;
      return stateFits
          && entry.proxy() == proxy
          && (family == Family.ANY || family == Family.INET)
          && (dev.isEmpty() || dev.get().equals(entry.dev()))
          && (master.isEmpty() && !noMaster || masterFits(entry))
          && !(unused && entry.references() > 0)
          && !protocol
          && (to.isEmpty() || to.get().length() == 0 || to.get().prefix().contains(entry.to()));
    }

    private boolean masterFits(NeighView entry) {
      String of = host.links().find(entry.dev()).map(l -> l.master()).orElse("");
      return master.map(of::equals).orElse(of.isEmpty());
    }
  }

  private static final Words<Filter> FILTER =
      new Words<Filter>()
          .full("dev", IpNeigh::filterDev)
          .full("master", IpNeigh::filterMaster)
          .full("vrf", IpNeigh::filterVrf)
          .full("nomaster", (f, a) -> f.noMaster = true)
          .full("unused", (f, a) -> f.unused = true)
          .full("nud", IpNeigh::filterState)
          .full("proxy", (f, a) -> f.proxy = true)
          .word("protocol", IpNeigh::filterProtocol)
          .other(IpNeigh::filterTo);

  private static void filterDev(Filter f, Args args) {
    String text = args.value();
    if (f.dev.isPresent()) {
      throw IpError.duplicate("dev", text);
    }
    f.dev = Optional.of(text);
  }

  private static void filterMaster(Filter f, Args args) {
    String text = args.value();
    f.master =
        Optional.of(
            f.host
                .links()
                .find(text)
                .orElseThrow(() -> IpError.wrong("Device does not exist\n", text))
                .name());
  }

  private static void filterVrf(Filter f, Args args) {
    String text = args.value();
    f.master =
        Optional.of(
            f.host
                .links()
                .vrf(text)
                .orElseThrow(() -> IpError.wrong("Not a valid VRF name\n", text))
                .name());
  }

  private static void filterState(Filter f, Args args) {
    String text = args.value();
    if (!f.statesGiven) {
      f.statesGiven = true;
      f.states = 0;
    }
    Optional<Integer> bit = stateBit(text);
    if (bit.isEmpty() && !text.equals("all")) {
      throw IpError.wrong("nud state is bad", text);
    }
    f.states |= bit.map(b -> b == 0 ? NONE_BIT : b).orElse(f.allStates);
  }

  private static void filterProtocol(Filter f, Args args) {
    String text = args.value();
    if (text.equals("all")) {
      return;
    }
    long id =
        f.host
            .names()
            .protocol(text)
            .orElseThrow(() -> IpError.wrong("invalid \"protocol\"\n", text));
    f.protocol = id != 0;
  }

  private static void filterTo(Filter f, Args args) {
    args.skip("to");
    String text = args.take();
    if (Args.matches(text, "help")) {
      throw Help.of("ip-neigh");
    }
    Typed typed = Addresses.prefix(text, f.family);
    f.to = Optional.of(typed);
    if (f.family == Family.ANY) {
      f.family = typed.family();
    }
  }

  private Filter readFilter(Filter filter, Args args) {
    FILTER.read(filter, args);
    filter.dev = filter.dev.map(name -> host.device(name).name());
    return filter;
  }

  private void show(Args args) {
    Filter filter = readFilter(new Filter(host, 0xff & ~NudState.NOARP.bit()), args);
    Printer printer = host.printer();
    printer.start();
    host.kernel().neighbours(host.ns()).stream()
        .filter(filter::shows)
        .forEach(entry -> print(printer, filter.dev, entry));
    printer.finish();
  }

  private void flush(Args args) {
    if (!args.more()) {
      throw host.failed("Flush requires arguments.\n");
    }
    Filter filter = new Filter(host, ~(NudState.PERMANENT.bit() | NudState.NOARP.bit()));
    filter.allStates = ~NudState.NOARP.bit();
    readFilter(filter, args);
    for (int round = 0; round < MAX_ROUNDS; round++) {
      List<NeighView> found =
          host.kernel().neighbours(host.ns()).stream().filter(filter::shows).toList();
      if (found.isEmpty()) {
        flushed(round);
        return;
      }
      flushRound(filter, found, round + 1);
      filter.states &= ~NudState.FAILED.bit();
    }
    host.print("*** Flush not complete bailing out after " + MAX_ROUNDS + " rounds\n");
    throw new IpError("", 1);
  }

  private void flushed(int rounds) {
    if (host.options().stats()) {
      host.print(
          rounds == 0
              ? "Nothing to flush.\n"
              : "*** Flush is complete after "
                  + rounds
                  + " round"
                  + (rounds > 1 ? "s" : "")
                  + " ***\n");
    }
  }

  private void flushRound(Filter filter, List<NeighView> found, int round) {
    Printer printer = host.printer();
    for (NeighView entry : found) {
      if (host.options().statistics > 1) {
        print(printer, filter.dev, entry);
      }
      NeighSpec spec =
          new NeighSpec(entry.to(), entry.dev(), Optional.empty(), NudState.NONE, entry.proxy());
      Result result = host.kernel().apply(new Op.NeighDel(host.ns(), spec));
      if (result instanceof Result.Refused refused) {
        host.warn(Host.answer(refused));
        throw new IpError("Failed to send flush request: " + refused.errno().text() + "\n", 1);
      }
    }
    if (host.options().stats()) {
      host.print("\n*** Round " + round + ", deleting " + found.size() + " entries ***\n");
    }
  }

  private void print(Printer printer, Optional<String> selectedDev, NeighView entry) {
    boolean brief = host.options().isBrief();
    printer.open();
    printer.colored(Color.INET, "dst", brief ? "%-39s " : "%s ", entry.to().toString());
    if (selectedDev.isEmpty() && entry.ifindex() != 0) {
      printer.text(brief ? "" : "dev ");
      printer.colored(Color.IFNAME, "dev", brief ? "%-16s " : "%s ", entry.dev());
    }
    if (hasLladdr(entry)) {
      printer.text(brief ? "" : "lladdr ");
      printer.colored(Color.MAC, "lladdr", brief ? "%s" : "%s ", entry.lladdr().toString());
    }
    if (!brief) {
      printRest(printer, entry);
    }
    printer.text("\n");
    printer.close();
  }

  /** The kernel gives an address where it is valid, be it zeros. */
  private boolean hasLladdr(NeighView entry) {
    boolean loopback =
        host.links()
            .at(entry.ifindex())
            .filter(l -> l.kind() instanceof LinkKind.Loopback)
            .isPresent();
    return !entry.proxy() && entry.state().valid() && (!entry.lladdr().isZero() || loopback);
  }

  private void printRest(Printer printer, NeighView entry) {
    if (entry.router()) {
      printer.mark("router", "router ");
    }
    if (entry.proxy()) {
      printer.mark("proxy", "proxy ");
    }
    if (host.options().stats() && !entry.proxy()) {
      if (entry.references() > 0) {
        printer.number("refcnt", " ref %d", entry.references());
      }
      printer.number("used", " used %d", entry.used());
      printer.number("confirmed", "/%d", entry.confirmed());
      printer.number("updated", "/%d", entry.updated());
      printer.number("probes", "probes %d ", entry.probes());
    }
    if (entry.state() != NudState.NONE && !entry.proxy()) {
      printer.list("state", "");
      printer.item("%s ", entry.state().name());
      printer.endList("");
    }
  }
}
