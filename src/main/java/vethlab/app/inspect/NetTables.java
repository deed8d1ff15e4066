package vethlab.app.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vethlab.app.Words;
import vethlab.app.inspect.Sheet.Adding;
import vethlab.app.inspect.Sheet.Line;
import vethlab.app.inspect.Sheet.Rows;
import vethlab.op.FdbSpec;
import vethlab.op.Kernel;
import vethlab.op.LinkFlags;
import vethlab.op.NeighSpec;
import vethlab.op.Ns;
import vethlab.op.NudState;
import vethlab.op.Op;
import vethlab.op.Route;
import vethlab.op.RouteVerb;
import vethlab.op.Rule;
import vethlab.op.view.AddrView;
import vethlab.op.view.ConntrackView;
import vethlab.op.view.FdbView;
import vethlab.op.view.LinkView;
import vethlab.op.view.NeighView;
import vethlab.wire.Mac;

/** The tables of a namespace; each row is edited as the words of the command that adds it. */
final class NetTables {
  private final Words words;
  private final Kernel kernel;
  private final Ns ns;

  NetTables(Words words, Kernel kernel, Ns ns) {
    this.words = words;
    this.kernel = kernel;
    this.ns = ns;
  }

  private Rows rows(String id, String heads, List<Line> lines, Optional<Adding> adding) {
    List<String> names = new ArrayList<>();
    for (String head : heads.split(" ")) {
      names.add(words.get("head." + head));
    }
    String title = words.get("inspect." + id);
    return new Rows(id, title, Optional.empty(), names, lines, adding, Optional.empty());
  }

  private static Optional<Adding> adding(String prompt, String command) {
    return Optional.of(new Adding(prompt, typed -> command + " " + typed));
  }

  // --- links and addresses ---------------------------------------------------------------------

  Rows links() {
    List<Line> lines = new ArrayList<>();
    for (LinkView link : kernel.links(ns)) {
      String addresses =
          String.join(
              " ",
              kernel.addresses(ns).stream()
                  .filter(a -> a.dev().equals(link.name()))
                  .map(a -> a.local().toString())
                  .toList());
      lines.add(
          Line.shown(
              link.name(), List.of(link.name(), addresses, words.get("state." + state(link)))));
    }
    String example = "veth9 type veth peer name veth8";
    return rows("links", "name addresses state", lines, adding(example, "ip link add"));
  }

  static String state(LinkView link) {
    if (!link.has(LinkFlags.UP)) {
      return "down";
    }
    return link.has(LinkFlags.LOWER_UP) ? "up" : "no_carrier";
  }

  Rows addresses(Predicate<AddrView> which, String dev) {
    List<Line> lines = new ArrayList<>();
    for (AddrView address : kernel.addresses(ns)) {
      if (which.test(address)) {
        String text = address.local().toString();
        String remove = "ip addr del " + text + " dev " + address.dev();
        lines.add(
            new Line(
                address.dev() + " " + text,
                List.of(text, address.secondary() ? "secondary" : ""),
                text,
                Optional.of(to -> remove + " && ip addr add " + to + " dev " + address.dev()),
                Optional.of(remove)));
      }
    }
    Adding adding = new Adding("10.0.0.5/24", typed -> "ip addr add " + typed + " dev " + dev);
    return rows("addresses", "address note", lines, Optional.of(adding));
  }

  // --- routes, rules ---------------------------------------------------------------------------

  Rows routes(Predicate<Route> which) {
    List<Line> lines = new ArrayList<>();
    for (Route route : kernel.routes(ns)) {
      if (route.table() != Route.LOCAL && which.test(route)) {
        lines.add(route(route));
      }
    }
    return rows(
        "routes", "route", lines, adding("10.1.0.0/24 via 10.0.0.1 dev eth0", "ip route add"));
  }

  private Line route(Route route) {
    String text = CommandText.after(3, new Op.RouteChange(Ns.HOST, RouteVerb.ADD, route));
    String remove = CommandText.of(new Op.RouteChange(Ns.HOST, RouteVerb.DELETE, route));
    return line(text, remove, "ip route add");
  }

  private static Line line(String text, String remove, String add) {
    return new Line(
        text,
        List.of(text),
        text,
        Optional.of(to -> remove + " && " + add + " " + to),
        Optional.of(remove));
  }

  Rows rules() {
    List<Line> lines = new ArrayList<>();
    for (Rule rule : kernel.rules(ns)) {
      String text = CommandText.after(3, new Op.RuleAdd(Ns.HOST, rule));
      Line whole = line(text, CommandText.of(new Op.RuleDel(Ns.HOST, rule)), "ip rule add");
      List<String> cells = List.of(Long.toString(rule.priority().orElse(0)), listed(text));
      lines.add(new Line(whole.key(), cells, text, whole.change(), whole.remove()));
    }
    return rows(
        "rules", "priority rule", lines, adding("from 10.0.0.0/24 lookup 100", "ip rule add"));
  }

  /** As {@code ip rule} lists it. */
  private static String listed(String added) {
    return added
        .replaceFirst(" proto kernel\\b", "")
        .replaceFirst(" priority \\d+", "")
        .replaceFirst(" table 255\\b", " lookup local")
        .replaceFirst(" table 253\\b", " lookup default")
        .replaceFirst(" table ", " lookup ");
  }

  // --- neighbours, FDB -------------------------------------------------------------------------

  Rows neighbours(Predicate<NeighView> which, Optional<String> dev) {
    List<Line> lines = new ArrayList<>();
    for (NeighView view : kernel.neighbours(ns)) {
      if (which.test(view) && view.state() != NudState.NOARP) {
        lines.add(neighbour(view));
      }
    }
    String on = dev.orElse("eth0");
    return rows(
        "neighbours",
        "address mac where",
        lines,
        adding("10.0.0.9 lladdr 02:00:00:00:00:09 dev " + on, "ip neigh add"));
  }

  private static Line neighbour(NeighView view) {
    Optional<Mac> mac = Optional.of(view.lladdr()).filter(m -> !m.equals(Mac.ZERO));
    NeighSpec spec = new NeighSpec(view.to(), view.dev(), mac, view.state(), view.proxy());
    String text = CommandText.after(3, new Op.NeighAdd(Ns.HOST, spec, Op.NeighVerb.ADD));
    NeighSpec gone =
        new NeighSpec(view.to(), view.dev(), Optional.empty(), NudState.PERMANENT, view.proxy());
    return new Line(
        view.to() + " " + view.dev(),
        List.of(
            view.to().toString(),
            mac.map(Mac::toString).orElse("–"),
            view.dev() + "\n" + view.state().name()),
        text,
        Optional.of(to -> "ip neigh replace " + to),
        Optional.of(CommandText.of(new Op.NeighDel(Ns.HOST, gone))));
  }

  Rows fdb(Predicate<FdbView> which, String dev) {
    List<Line> lines = new ArrayList<>();
    for (FdbView view : kernel.fdb(ns)) {
      if (which.test(view) && !isGroup(view.entry().mac())) {
        lines.add(entry(view));
      }
    }
    return rows(
        "fdb",
        "mac dev kind",
        lines,
        adding("02:00:00:00:00:09 dev " + dev + " master static", "bridge fdb add"));
  }

  private static boolean isGroup(Mac mac) {
    return mac.toString().startsWith("33:33") || mac.toString().startsWith("01:");
  }

  private static Line entry(FdbView view) {
    FdbSpec spec = view.entry();
    String kind =
        switch (spec.state()) {
          case PERMANENT -> "permanent";
          case STATIC -> "static";
          case DYNAMIC, STALE -> "learned";
        };
    String remove = CommandText.of(new Op.FdbDel(Ns.HOST, spec));
    String text = CommandText.after(3, new Op.FdbAdd(Ns.HOST, spec, Op.FdbVerb.ADD));
    return new Line(
        spec.mac() + " " + spec.dev() + " " + spec.vlan() + " " + spec.target(),
        List.of(spec.mac().toString(), spec.dev(), kind),
        text,
        Optional.of(to -> remove + " && bridge fdb add " + to),
        Optional.of(remove));
  }

  // --- connections -----------------------------------------------------------------------------

  Rows conntrack() {
    List<Line> lines = new ArrayList<>();
    for (ConntrackView view : kernel.conntrack(ns)) {
      List<String> cells =
          List.of(
              (protocol(view) + "\n" + state(view)).strip(),
              way(view.original()),
              way(view.reply()));
      lines.add(new Line("" + view.id(), cells, "", Optional.empty(), Optional.of(forget(view))));
    }
    return rows("conntrack", "protocol original reply", lines, Optional.empty());
  }

  private static String state(ConntrackView view) {
    return view.state().isEmpty() && !view.seenReply() ? "UNREPLIED" : view.state();
  }

  private static String forget(ConntrackView view) {
    String line =
        "conntrack -D -p %s -s %s -d %s"
            .formatted(protocol(view), view.original().src(), view.original().dst());
    boolean ports = view.protocol() == 6 || view.protocol() == 17;
    return ports
        ? line + " --sport " + view.original().sport() + " --dport " + view.original().dport()
        : line;
  }

  private static String protocol(ConntrackView view) {
    return switch (view.protocol()) {
      case 1 -> "icmp";
      case 6 -> "tcp";
      case 17 -> "udp";
      default -> "" + view.protocol();
    };
  }

  private static String way(ConntrackView.Tuple t) {
    String from = t.sport() == 0 ? "" : ":" + t.sport();
    String to = t.dport() == 0 ? "" : ":" + t.dport();
    return t.src() + from + " →\n" + t.dst() + to;
  }
}
