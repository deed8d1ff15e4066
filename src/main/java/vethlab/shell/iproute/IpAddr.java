package vethlab.shell.iproute;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import vethlab.op.Errno;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.op.view.AddrView;
import vethlab.op.view.LinkView;
import vethlab.shell.iproute.Addresses.Typed;
import vethlab.shell.iproute.Options.Family;
import vethlab.wire.Ip4;
import vethlab.wire.Prefix;

/** {@code ip addr}. */
final class IpAddr {
  private static final int MAX_FLUSH_ROUNDS = 10;
  private static final int LABEL_MAX = 15;

  private final Host host;

  IpAddr(Host host) {
    this.host = host;
  }

  void run(Args args) {
    if (!args.more()) {
      LinkLister.addresses(host, args);
      return;
    }
    String command = args.take();
    if (Args.matches(command, "add")) {
      add(Op.AddrVerb.ADD, args);
    } else if (Args.matches(command, "change") || command.equals("chg")) {
      add(Op.AddrVerb.CHANGE, args);
    } else if (Args.matches(command, "replace")) {
      add(Op.AddrVerb.REPLACE, args);
    } else if (Args.matches(command, "delete")) {
      delete(args);
    } else if (IpLink.isList(command)) {
      LinkLister.addresses(host, args);
    } else if (Args.matches(command, "flush")) {
      flush(args);
    } else if (Args.matches(command, "save")
        || Args.matches(command, "showdump")
        || Args.matches(command, "restore")) {
      throw IpError.notModelled("ip address " + command);
    } else if (Args.matches(command, "help")) {
      throw Help.of("ip-address");
    } else {
      throw IpError.unknownCommand(command, "ip address");
    }
  }

  private enum Broadcast {
    NONE,
    GIVEN,
    ALL_ONES,
    ALL_ZEROS
  }

  /** What has been read of an address. */
  private static final class Request {
    private final Host host;
    private Family family;
    private Optional<Typed> local = Optional.empty();
    private String localText = "";
    private Optional<Typed> peer = Optional.empty();
    private Broadcast broadcastForm = Broadcast.NONE;
    private Optional<Ip4> broadcast = Optional.empty();
    private OptionalInt scope = OptionalInt.empty();
    private Optional<String> dev = Optional.empty();
    private String label = "";
    private long metric;
    private OptionalLong valid = OptionalLong.empty();
    private OptionalLong preferred = OptionalLong.empty();
    private boolean noPrefixRoute;
    private boolean autojoin;

    Request(Host host) {
      this.host = host;
      this.family = host.options().family;
    }

    private void family(Typed typed) {
      if (family == Family.ANY) {
        family = typed.family();
      }
    }
  }

  private static final Words<Request> WORDS =
      new Words<Request>()
          .full("peer", IpAddr::readPeer)
          .full("remote", IpAddr::readPeer)
          .word("broadcast", IpAddr::readBroadcast)
          .full("brd", IpAddr::readBroadcast)
          .full("anycast", (r, a) -> r.family(Addresses.address(a.value(), r.family)))
          .full("scope", IpAddr::readScope)
          .full("dev", (r, a) -> r.dev = Optional.of(a.value()))
          .full("label", (r, a) -> r.label = a.value())
          .word("metric", IpAddr::readMetric)
          .word("priority", IpAddr::readMetric)
          .word("preference", IpAddr::readMetric)
          .word("valid_lft", IpAddr::readValid)
          .word("preferred_lft", IpAddr::readPreferred)
          .full("noprefixroute", (r, a) -> r.noPrefixRoute = true)
          .full("autojoin", (r, a) -> r.autojoin = true)
          .full("secondary", (r, a) -> notMutable(r, "secondary"))
          .full("temporary", (r, a) -> notMutable(r, "temporary"))
          .full("dadfailed", (r, a) -> notMutable(r, "dadfailed"))
          .full("deprecated", (r, a) -> notMutable(r, "deprecated"))
          .full("tentative", (r, a) -> notMutable(r, "tentative"))
          .full("permanent", (r, a) -> notMutable(r, "permanent"))
          .full("stable-privacy", (r, a) -> notMutable(r, "stable-privacy"))
          .full("nodad", (r, a) -> onlyIp6(r, "nodad"))
          .full("optimistic", (r, a) -> onlyIp6(r, "optimistic"))
          .full("home", (r, a) -> onlyIp6(r, "home"))
          .full("mngtmpaddr", (r, a) -> onlyIp6(r, "mngtmpaddr"))
          .other(IpAddr::readLocal);

  private static void notMutable(Request r, String flag) {
    r.host.warn("Warning: " + flag + " option is not mutable from userspace\n");
  }

  private static void onlyIp6(Request r, String flag) {
    if (r.family != Family.INET6) {
      r.host.warn("Warning: " + flag + " option can be set only for IPv6 addresses\n");
    }
  }

  private static void readPeer(Request r, Args args) {
    String text = args.value();
    if (r.peer.isPresent()) {
      throw IpError.duplicate("peer", text);
    }
    Typed typed = Addresses.prefix(text, r.family);
    r.family(typed);
    r.peer = Optional.of(typed);
  }

  private static void readBroadcast(Request r, Args args) {
    String text = args.value();
    if (r.broadcastForm != Broadcast.NONE) {
      throw IpError.duplicate("broadcast", text);
    }
    switch (text) {
      case "+" -> r.broadcastForm = Broadcast.ALL_ONES;
      case "-" -> r.broadcastForm = Broadcast.ALL_ZEROS;
      default -> {
        Typed typed = Addresses.address(text, r.family);
        r.family(typed);
        r.broadcastForm = Broadcast.GIVEN;
        r.broadcast = Optional.of(typed.ip());
      }
    }
  }

  private static void readScope(Request r, Args args) {
    String text = args.value();
    r.scope =
        OptionalInt.of(
            (int)
                r.host
                    .names()
                    .scope(text)
                    .orElseThrow(() -> IpError.wrong("invalid scope value.", text)));
  }

  private static void readMetric(Request r, Args args) {
    String text = args.value();
    r.metric =
        Numbers.u32(text).orElseThrow(() -> IpError.wrong("\"metric\" value is invalid\n", text));
  }

  private static void readValid(Request r, Args args) {
    if (r.valid.isPresent()) {
      throw IpError.duplicate("valid_lft", "valid_lft");
    }
    r.valid = OptionalLong.of(lifetime("valid_lft value", args.value()));
  }

  private static void readPreferred(Request r, Args args) {
    if (r.preferred.isPresent()) {
      throw IpError.duplicate("preferred_lft", "preferred_lft");
    }
    r.preferred = OptionalLong.of(lifetime("preferred_lft value", args.value()));
  }

  private static long lifetime(String complaint, String text) {
    return text.equals("forever")
        ? Op.AddrAdd.FOREVER
        : Numbers.u32(text).orElseThrow(() -> IpError.wrong(complaint, text));
  }

  private static void readLocal(Request r, Args args) {
    args.skip("local");
    String text = args.take();
    if (Args.matches(text, "help")) {
      throw Help.of("ip-address");
    }
    if (r.local.isPresent()) {
      throw IpError.garbage("local", text);
    }
    Typed typed = Addresses.prefix(text, r.family);
    r.family(typed);
    r.localText = text;
    r.local = Optional.of(typed);
  }

  private Request read(Args args) {
    Request request = WORDS.read(new Request(host), args);
    if (request.dev.isEmpty()) {
      throw host.failed("Not enough information: \"dev\" argument is required.\n");
    }
    return request;
  }

  /** The device, once everything else about the request is known to be IPv4. */
  private LinkView device(Request request) {
    LinkView device = host.device(request.dev.get());
    if (request.family == Family.INET6) {
      throw host.refused("Error: ipv6: IPv6 is disabled on this device.\n");
    }
    if (request.local.isEmpty() || request.family != Family.INET) {
      throw host.refused("RTNETLINK answers: Operation not supported\n");
    }
    return device;
  }

  /** The address with the length that goes with it: the peer's where there is one. */
  private static Prefix prefix(Request request) {
    Typed local = request.local.get();
    return new Prefix(local.ip(), request.peer.map(Typed::length).orElse(local.length()));
  }

  private void add(Op.AddrVerb verb, Args args) {
    Request request = read(args);
    checkBroadcast(request);
    LinkView device = device(request);
    long valid = request.valid.orElse(Op.AddrAdd.FOREVER);
    long preferred = request.preferred.orElse(Op.AddrAdd.FOREVER);
    if (request.valid.isPresent() || request.preferred.isPresent()) {
      if (valid == 0) {
        throw host.failed("valid_lft is zero\n");
      }
      if (valid < preferred) {
        throw host.failed("preferred_lft is greater than valid_lft\n");
      }
    }
    if (request.label.length() > LABEL_MAX) {
      throw host.refused("Error: Attribute failed policy validation.\n");
    }
    if (request.autojoin) {
      if (!request.local.get().ip().isMulticast()) {
        throw host.failed("autojoin needs multicast address\n");
      }
      throw IpError.notModelled("ip address: \"autojoin\"");
    }
    host.talk(
        new Op.AddrAdd(
            host.ns(),
            device.name(),
            prefix(request),
            request.peer.map(Typed::ip),
            broadcast(request),
            scope(request),
            request.label,
            verb,
            valid,
            preferred,
            request.noPrefixRoute,
            request.metric));
  }

  private void checkBroadcast(Request request) {
    boolean computed =
        request.broadcastForm == Broadcast.ALL_ONES || request.broadcastForm == Broadcast.ALL_ZEROS;
    if (computed && request.family != Family.INET) {
      throw host.failed("Broadcast can be set only for IPv4 addresses\n");
    }
  }

  private static Optional<Ip4> broadcast(Request request) {
    Typed net = request.peer.orElse(request.local.get());
    Prefix prefix = new Prefix(net.ip(), net.length());
    return switch (request.broadcastForm) {
      case NONE -> Optional.empty();
      case GIVEN -> request.broadcast;
      case ALL_ONES -> prefix.length() <= 30 ? Optional.of(prefix.broadcast()) : Optional.empty();
      case ALL_ZEROS ->
          prefix.length() <= 30 ? Optional.of(prefix.network().address()) : Optional.empty();
    };
  }

  private static int scope(Request request) {
    boolean loopback = request.local.get().ip().isLoopback();
    return request.scope.orElse(loopback ? vethlab.op.Route.SCOPE_HOST : 0);
  }

  private void delete(Args args) {
    Request request = read(args);
    boolean wildcard =
        request.peer.isEmpty()
            && request.local.filter(l -> l.family() == Family.INET && !l.lengthTyped()).isPresent();
    if (wildcard) {
      host.warn(
          "Warning: Executing wildcard deletion to stay compatible with old scripts.\n"
              + "         Explicitly specify the prefix length ("
              + request.localText
              + "/32) to avoid this warning.\n"
              + "         This special behaviour is likely to disappear in further releases,\n"
              + "         fix your scripts!\n");
    }
    LinkView device = device(request);
    Prefix prefix = prefix(request);
    Optional<Ip4> peer = request.peer.map(Typed::ip);
    if (peer.isEmpty() && !wildcard && prefix.length() == 32) {
      peer = Optional.of(prefix.address());
    }
    host.talk(new Op.AddrDel(host.ns(), device.name(), prefix, peer, request.label));
  }

  private void flush(Args args) {
    if (!args.more()) {
      throw host.failed("Flush requires arguments.\n");
    }
    if (host.options().family == Family.LINK) {
      throw host.failed("Cannot flush link addresses.\n");
    }
    LinkFilter filter = LinkFilter.read(host, host.options().family, "ip-address", args);
    for (int round = 0; round < MAX_FLUSH_ROUNDS; round++) {
      List<AddrView> found =
          host.kernel().addresses(host.ns()).stream().filter(filter::shows).toList();
      boolean done = round > 0 && filter.onlyPrimary();
      if (found.isEmpty() || done) {
        flushed(round);
        return;
      }
      flushRound(found, round + 1);
    }
    host.warn("*** Flush remains incomplete after " + MAX_FLUSH_ROUNDS + " rounds. ***\n");
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

  private void flushRound(List<AddrView> found, int round) {
    Printer printer = host.printer();
    for (AddrView address : found) {
      if (host.options().statistics > 1) {
        new AddrPrinter(host, printer, AddrPrinter.Lead.DEVICE).print(address);
      }
      Result result = host.kernel().apply(delete(address));
      if (result instanceof Result.Refused refused && refused.errno() != Errno.EADDRNOTAVAIL) {
        host.warn(Host.answer(refused));
        throw new IpError("Failed to send flush request: " + refused.errno().text() + "\n", 1);
      }
    }
    if (host.options().stats()) {
      host.print("\n*** Round " + round + ", deleting " + found.size() + " addresses ***\n");
    }
  }

  private Op delete(AddrView address) {
    boolean host32 = address.local().length() == 32;
    return new Op.AddrDel(
        host.ns(),
        address.dev(),
        address.local(),
        address.peer().isEmpty() && host32
            ? Optional.of(address.local().address())
            : address.peer(),
        address.label());
  }
}
