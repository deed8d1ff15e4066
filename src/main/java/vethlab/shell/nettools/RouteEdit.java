package vethlab.shell.nettools;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vethlab.op.Errno;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.op.Route;
import vethlab.op.Route.NextHop;
import vethlab.op.Route.RouteMetrics;
import vethlab.op.Route.RouteType;
import vethlab.op.RouteVerb;
import vethlab.op.view.AddrView;
import vethlab.wire.Ip4;
import vethlab.wire.Prefix;

/**
 * {@code route add|del}: reads the words into the request of SIOCADDRT and SIOCDELRT.
 *
 * <p>Mirrors rtentry_to_fib_config in net/ipv4/fib_frontend.c.
 */
final class RouteEdit {
  private static final int MISUSE = 3;
  private static final int LOOKUP_FAILED = 6;
  private static final int REFUSED = 7;
  private static final int HEADERS = 40;

  enum Action {
    ADD,
    DELETE
  }

  private final Tool tool;
  private final List<String> words;
  private int at;

  private Ip4 to = Ip4.ANY;
  private boolean host;
  private Optional<Ip4> mask = Optional.empty();
  private String maskText = "default";
  private Optional<Ip4> gateway = Optional.empty();
  private Optional<String> dev = Optional.empty();
  private boolean reject;
  private long metric;
  private int mss;
  private int window;
  private int irtt;

  private RouteEdit(Tool tool, List<String> words) {
    this.tool = tool;
    this.words = words;
  }

  static int run(Tool tool, Action action, List<String> words) {
    RouteEdit edit = new RouteEdit(tool, words);
    edit.readTarget();
    while (edit.at < words.size()) {
      edit.readWord();
    }
    edit.check();
    return edit.apply(action);
  }

  private static ToolError misuse(String text) {
    return new ToolError(text + Tool.help("inet_route"), MISUSE);
  }

  private String value() {
    if (at >= words.size()) {
      throw misuse("");
    }
    return words.get(at++);
  }

  private Inet.Resolved resolve(String text, Inet.Lookup lookup) {
    return Inet.resolve(tool, text, lookup).orElseThrow(() -> new ToolError("", LOOKUP_FAILED));
  }

  private void readTarget() {
    String word = value();
    Optional<Inet.Form> said =
        switch (word) {
          case "-net" -> Optional.of(Inet.Form.NET);
          case "-host" -> Optional.of(Inet.Form.HOST);
          default -> Optional.empty();
        };
    String target = said.isPresent() ? value() : word;
    int slash = target.indexOf('/');
    if (slash >= 0) {
      String length = target.substring(slash + 1);
      if (!length.matches("[0-9]{1,9}")) {
        throw misuse("");
      }
      maskText = "/" + length;
      mask = Optional.of(Inet.shiftedMask(Integer.parseInt(length)));
      target = target.substring(0, slash);
    }
    Inet.Resolved resolved =
        resolve(
            target,
            said.equals(Optional.of(Inet.Form.HOST))
                ? Inet.Lookup.HOST_FIRST
                : Inet.Lookup.NET_FIRST);
    to = resolved.ip();
    host = said.orElse(resolved.form()) == Inet.Form.HOST;
  }

  private void readWord() {
    String word = value();
    switch (word) {
      case "metric" -> metric = number(value());
      case "netmask" -> {
        if (mask.filter(m -> !m.isAny()).isPresent()) {
          throw misuse("");
        }
        maskText = value();
        mask = Optional.of(resolve(maskText, Inet.Lookup.NET_FIRST).ip());
      }
      case "gw", "gateway" -> readGateway();
      case "mss", "mtu" -> {
        mss = (int) number(value());
        if (mss < 64 || mss > 65536) {
          throw misuse("route: Invalid MSS/MTU.\n");
        }
      }
      case "window" -> {
        window = (int) number(value());
        if (window < 128) {
          throw misuse("route: Invalid window.\n");
        }
      }
      case "irtt" -> irtt = (int) number(value());
      case "reject" -> reject = true;
      case "mod", "dyn", "reinstate" -> {}
      case "device", "dev" -> {
        if (dev.isPresent()) {
          throw misuse("");
        }
        dev = Optional.of(value());
      }
      default -> {
        if (dev.isPresent() || at < words.size()) {
          throw misuse("");
        }
        dev = Optional.of(word);
      }
    }
  }

  private static long number(String text) {
    if (text.isEmpty() || !Character.isDigit(text.charAt(0))) {
      throw misuse("");
    }
    String digits = text.replaceFirst("[^0-9].*", "");
    return digits.length() > 9 ? Integer.MAX_VALUE : Long.parseLong(digits);
  }

  private void readGateway() {
    String text = value();
    if (gateway.isPresent()) {
      throw misuse("");
    }
    Inet.Resolved resolved = resolve(text, Inet.Lookup.HOST_FIRST);
    if (resolved.form() == Inet.Form.NET) {
      throw misuse("route: " + text + ": cannot use a NETWORK as gateway!\n");
    }
    gateway = Optional.of(resolved.ip());
  }

  private void check() {
    if (reject && dev.isEmpty()) {
      dev = Optional.of("lo");
    }
    Optional<Ip4> given = mask.filter(m -> !m.isAny());
    if (given.isEmpty()) {
      return;
    }
    int inverse = ~given.get().bits();
    if (host && inverse != 0) {
      throw misuse(
          String.format(
              java.util.Locale.ROOT,
              "route: netmask %08x doesn't make sense with host route\n",
              inverse));
    }
    if ((inverse & inverse + 1) != 0) {
      throw misuse("route: bogus netmask " + maskText + "\n");
    }
    if ((to.bits() & inverse) != 0) {
      throw misuse("route: netmask doesn't match route address\n");
    }
  }

  private int apply(Action action) {
    String call = action == Action.ADD ? "SIOCADDRT" : "SIOCDELRT";
    OptionalInt length = host ? OptionalInt.of(32) : Prefix.lengthOfMask(mask.orElse(Ip4.ANY));
    boolean hostBits =
        length.isEmpty() || !new Prefix(to, length.getAsInt()).network().address().equals(to);
    if (hostBits) {
      return refuse(call, Errno.EINVAL);
    }
    if (!reject && gateway.filter(Ip4::isAny).isPresent() && action == Action.ADD) {
      return refuse(call, Errno.EINVAL);
    }
    Optional<String> device = dev.map(name -> name.replaceFirst(":.*", ""));
    if (!reject && device.filter(name -> tool.link(name).isEmpty()).isPresent()) {
      return refuse(call, Errno.ENODEV);
    }
    Route route = route(action, new Prefix(to, length.getAsInt()), device);
    RouteVerb verb = action == Action.ADD ? RouteVerb.PREPEND : RouteVerb.DELETE;
    Optional<Result.Refused> refused = tool.apply(new Op.RouteChange(tool.ns(), verb, route));
    return refused.map(r -> refuse(call, r.errno())).orElse(0);
  }

  private int refuse(String call, Errno errno) {
    tool.say(call + ": " + errno.text() + "\n");
    return REFUSED;
  }

  private Route route(Action action, Prefix prefix, Optional<String> device) {
    int protocol = action == Action.ADD ? Route.PROTO_BOOT : Route.PROTO_UNSPEC;
    if (reject) {
      return new Route(
          RouteType.UNREACHABLE,
          prefix,
          0,
          Route.MAIN,
          protocol,
          Route.SCOPE_HOST,
          metric,
          Optional.empty(),
          List.of(),
          RouteMetrics.NONE);
    }
    Optional<Ip4> via = gateway.filter(ip -> !ip.isAny());
    List<NextHop> hops =
        via.isEmpty() && device.isEmpty() ? List.of() : List.of(new NextHop(via, device, 1, 0));
    int none = action == Action.ADD ? Route.SCOPE_LINK : Route.SCOPE_NOWHERE;
    RouteMetrics metrics =
        action == Action.DELETE
            ? RouteMetrics.NONE
            : new RouteMetrics(0, false, mss == 0 ? 0 : mss - HEADERS, window, irtt * 8, 0);
    return new Route(
        RouteType.UNICAST,
        prefix,
        0,
        Route.MAIN,
        protocol,
        via.isPresent() && isUnicast(via.get()) ? Route.SCOPE_GLOBAL : none,
        metric,
        aliasAddress(),
        hops,
        metrics);
  }

  /** Whether a gateway is neither an address of this host nor a broadcast or multicast one. */
  private boolean isUnicast(Ip4 ip) {
    return !ip.isMulticast()
        && tool.addresses().stream().noneMatch(a -> a.local().address().equals(ip));
  }

  /** Over {@code eth0:1} a route prefers that alias' address. */
  private Optional<Ip4> aliasAddress() {
    return dev.filter(name -> name.contains(":"))
        .flatMap(name ->
            tool.addresses().stream()
                .filter(a -> a.label().equals(name))
                .map(AddrView::local)
                .map(Prefix::address)
                .findFirst());
  }
}
