package vethlab.shell.nettools;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vethlab.op.BridgeAttr;
import vethlab.op.FdbSpec;
import vethlab.op.PortAttr;
import vethlab.op.view.BridgeView;
import vethlab.op.view.FdbView;
import vethlab.op.view.LinkView;
import vethlab.op.view.PortView;

/** {@code brctl show}, {@code showmacs} and {@code showstp}. */
final class BridgeShow {
  private static final String[] STATES = {
    "disabled", "listening", "learning", "forwarding", "blocking"
  };
  private static final Comparator<LinkView> BY_NAME = Comparator.comparing(LinkView::name);

  private BridgeShow() {}

  static int list(Tool tool, List<String> words) {
    List<String> names =
        words.isEmpty()
            ? tool.links().stream()
                .filter(BridgeEdit::isBridge)
                .sorted(BY_NAME)
                .map(LinkView::name)
                .toList()
            : words;
    int status = 0;
    boolean head = false;
    for (String name : names) {
      Optional<BridgeView> bridge = bridge(tool, name);
      if (bridge.isEmpty()) {
        status = 1;
        continue;
      }
      if (!head) {
        tool.print("bridge name\tbridge id\t\tSTP enabled\tinterfaces\n");
        head = true;
      }
      boolean stp = setting(bridge.get(), BridgeAttr.STP_STATE) != 0;
      String ports =
          ports(tool, name).stream()
              .map(LinkView::name)
              .collect(Collectors.joining("\n\t\t\t\t\t\t\t"));
      tool.print("%s\t\t%s\t%s\t\t%s\n", name, id(bridge.get().id()), stp ? "yes" : "no", ports);
    }
    return status;
  }

  private static Optional<BridgeView> bridge(Tool tool, String name) {
    Optional<LinkView> link = tool.link(name);
    Optional<BridgeView> bridge = link.flatMap(LinkView::bridge);
    if (bridge.isEmpty()) {
      tool.say(
          link.isEmpty()
              ? "bridge " + name + " does not exist!\n"
              : "device " + name + " is not a bridge!\n");
    }
    return bridge;
  }

  private static List<LinkView> ports(Tool tool, String bridge) {
    return tool.links().stream()
        .filter(link -> link.port().map(PortView::bridge).filter(bridge::equals).isPresent())
        .sorted(BY_NAME)
        .toList();
  }

  private static long setting(BridgeView bridge, BridgeAttr attr) {
    return bridge.settings().getOrDefault(attr, 0L);
  }

  private static String id(long id) {
    return String.format(Locale.ROOT, "%04x.%012x", id >>> 48, id & 0xffff_ffff_ffffL);
  }

  static int macs(Tool tool, List<String> words) {
    String name = words.getFirst();
    Optional<LinkView> link = tool.link(name);
    if (link.isEmpty() || !BridgeEdit.isBridge(link.get())) {
      tool.say(
          "read of forward table failed: "
              + (link.isEmpty() ? "No such device" : "Operation not supported")
              + "\n");
      return 1;
    }
    Map<Integer, PortView> ports = new TreeMap<>();
    ports(tool, name).forEach(each -> ports.put(each.index(), each.port().orElseThrow()));
    tool.print("port no\tmac addr\t\tis local?\tageing timer\n");
    tool.kernel().fdb(tool.ns()).stream()
        .filter(e -> e.entry().target() == FdbSpec.Target.MASTER || e.master().equals(name))
        .filter(e -> e.entry().target() != FdbSpec.Target.SELF && ports.containsKey(e.ifindex()))
        .sorted(Comparator.comparing(e -> e.entry().mac()))
        .forEach(e -> printMac(tool, ports.get(e.ifindex()).number(), e));
    return 0;
  }

  private static void printMac(Tool tool, int port, FdbView e) {
    boolean dynamic =
        e.entry().state() == FdbSpec.State.DYNAMIC || e.entry().state() == FdbSpec.State.STALE;
    tool.print(
        "%3d\t%s\t%s\t\t%s\n",
        port,
        e.entry().mac(),
        e.local() ? "yes" : "no",
        BridgeTimes.show(dynamic ? e.updated() * 100 : 0));
  }

  static int stp(Tool tool, List<String> words) {
    String name = words.getFirst();
    Optional<BridgeView> found = bridge(tool, name);
    if (found.isEmpty()) {
      return 1;
    }
    BridgeView b = found.get();
    Function<BridgeAttr, String> time = attr -> BridgeTimes.show(setting(b, attr));
    tool.print("%s\n bridge id\t\t%s", name, id(b.id()));
    tool.print("\n designated root\t%s", id(b.designatedRoot()));
    tool.print("\n root port\t\t%4d\t\t\t", b.rootPort());
    tool.print("path cost\t\t%4d\n", b.rootPathCost());
    String maxAge = time.apply(BridgeAttr.MAX_AGE);
    tool.print(" max age\t\t%s\t\t\tbridge max age\t\t%s", maxAge, maxAge);
    String hello = time.apply(BridgeAttr.HELLO_TIME);
    tool.print("\n hello time\t\t%s\t\t\tbridge hello time\t%s", hello, hello);
    String delay = time.apply(BridgeAttr.FORWARD_DELAY);
    tool.print("\n forward delay\t\t%s\t\t\tbridge forward delay\t%s", delay, delay);
    tool.print("\n ageing time\t\t%s", time.apply(BridgeAttr.AGEING_TIME));
    tool.print(
        "\n hello timer\t\t%s\t\t\ttcn timer\t\t%s",
        BridgeTimes.show(b.helloTimer()), BridgeTimes.show(b.tcnTimer()));
    tool.print(
        "\n topology change timer\t%s\t\t\tgc timer\t\t%s",
        BridgeTimes.show(b.topologyChangeTimer()), BridgeTimes.show(b.gcTimer()));
    tool.print("\n flags\t\t\t");
    tool.print(b.topologyChange() ? "TOPOLOGY_CHANGE " : "");
    tool.print(b.topologyChangeDetected() ? "TOPOLOGY_CHANGE_DETECTED " : "");
    tool.print("\n\n\n");
    ports(tool, name).forEach(link -> printPort(tool, link.name(), link.port().orElseThrow()));
    return 0;
  }

  private static void printPort(Tool tool, String name, PortView p) {
    long priority = p.settings().getOrDefault(PortAttr.PRIORITY, 0L);
    long cost = p.settings().getOrDefault(PortAttr.COST, 0L);
    tool.print("%s (%d)\n", name, p.number());
    tool.print(" port id\t\t%04x", priority << 10 | p.number());
    tool.print("\t\t\tstate\t\t%15s\n", p.state() < STATES.length ? STATES[p.state()] : "");
    tool.print(" designated root\t%s\tpath cost\t\t%4d\n", id(p.designatedRoot()), cost);
    tool.print(
        " designated bridge\t%s\tmessage age timer\t%s",
        id(p.designatedBridge()), BridgeTimes.show(p.messageAgeTimer()));
    tool.print(
        "\n designated port\t%04x\t\t\tforward delay timer\t%s",
        p.designatedPort(), BridgeTimes.show(p.forwardDelayTimer()));
    tool.print(
        "\n designated cost\t%4d\t\t\thold timer\t\t%s",
        p.designatedCost(), BridgeTimes.show(p.holdTimer()));
    tool.print("\n flags\t\t\t");
    tool.print(p.configPending() ? "CONFIG_PENDING " : "");
    tool.print(p.topologyChangeAck() ? "TOPOLOGY_CHANGE_ACK " : "");
    if (p.settings().getOrDefault(PortAttr.HAIRPIN, 0L) != 0) {
      tool.print("\n hairpin mode\t\t   1");
    }
    tool.print("\n\n");
  }
}
