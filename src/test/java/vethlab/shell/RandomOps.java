package vethlab.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Supplier;
import vethlab.op.BridgeAttr;
import vethlab.op.FdbSpec;
import vethlab.op.LinkChange;
import vethlab.op.LinkKind;
import vethlab.op.NeighSpec;
import vethlab.op.Ns;
import vethlab.op.NudState;
import vethlab.op.Op;
import vethlab.op.PortAttr;
import vethlab.op.Qdisc;
import vethlab.op.Route;
import vethlab.op.Route.NextHop;
import vethlab.op.Route.RouteMetrics;
import vethlab.op.Route.RouteType;
import vethlab.op.RouteVerb;
import vethlab.op.Rule;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;
import vethlab.wire.Prefix;

/** Changes of every kind that a command can ask for, as the command would say them. */
final class RandomOps {
  static final List<String> LINKS = List.of("va", "vb", "eth0.5", "m", "up", "br0");
  static final List<String> NAMESPACES = List.of("blue", "red");

  private final Random random;

  RandomOps(long seed) {
    random = new Random(seed);
  }

  Op next() {
    return one(
        () -> new Op.NetnsAdd("n" + random.nextInt(100)),
        () -> new Op.NetnsDel(pick(NAMESPACES)),
        () -> new Op.NetnsSetId(ns(), pick(NAMESPACES), random.nextInt(50) - 1),
        this::linkAdd,
        this::linkSet,
        () -> new Op.LinkDel(ns(), link()),
        this::addrAdd,
        this::addrDel,
        this::route,
        this::rule,
        this::neigh,
        this::fdb,
        this::vlan,
        () -> new Op.SysctlSet(ns(), "net.ipv4.ip_forward", "" + random.nextInt(5)),
        this::qdisc,
        () -> new Op.QdiscDel(ns(), link()));
  }

  @SafeVarargs
  private <T> T one(Supplier<? extends T>... ways) {
    return ways[random.nextInt(ways.length)].get();
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private <T extends Enum<T>> T any(Class<T> kind) {
    return pick(List.of(kind.getEnumConstants()));
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextInt(3) == 0 ? Optional.of(value.get()) : Optional.empty();
  }

  private OptionalInt maybe(int bound) {
    return random.nextInt(3) == 0
        ? OptionalInt.of(1 + random.nextInt(bound - 1))
        : OptionalInt.empty();
  }

  private boolean coin() {
    return random.nextBoolean();
  }

  private int up(int bound) {
    return random.nextInt(bound);
  }

  private Ns ns() {
    return coin() ? Ns.HOST : new Ns(pick(NAMESPACES));
  }

  private String link() {
    return pick(LINKS);
  }

  private Ip4 ip() {
    return Ip4.of(10, up(256), up(256), 1 + up(254));
  }

  private Prefix net() {
    return new Prefix(ip(), 1 + up(32)).network();
  }

  private Mac mac() {
    return Mac.of(2, up(256), up(256), up(256), up(256), up(256));
  }

  private List<LinkChange> changes() {
    List<Supplier<LinkChange>> all =
        List.of(
            LinkChange.Up::new,
            () -> new LinkChange.Mtu(68 + up(9000)),
            () -> new LinkChange.Address(mac()),
            () -> new LinkChange.Broadcast(mac()),
            () -> new LinkChange.Master("br0"),
            () -> new LinkChange.Arp(coin()),
            () -> new LinkChange.Multicast(coin()),
            () -> new LinkChange.AllMulticast(coin()),
            () -> new LinkChange.Promisc(coin()),
            () -> new LinkChange.Carrier(coin()),
            () -> new LinkChange.TxQueueLength(up(2000)),
            () -> new LinkChange.Alias("to wan"),
            () -> new LinkChange.Group(up(100)),
            () -> new LinkChange.AddrGenMode("none"),
            () -> new LinkChange.MoveTo(new Ns(pick(NAMESPACES))));
    List<LinkChange> some = new ArrayList<>();
    for (Supplier<LinkChange> each : all) {
      if (up(6) == 0) {
        some.add(each.get());
      }
    }
    return some;
  }

  private Op linkAdd() {
    List<LinkChange> with = changes();
    if (up(4) == 0) {
      with.add(new LinkChange.Queues(1 + up(8), up(8)));
    }
    if (up(4) == 0) {
      with.add(new LinkChange.Index(1 + up(99)));
    }
    return new Op.LinkAdd(ns(), coin() ? "new" + up(10) : pick(List.of("m", "up")), kind(), with);
  }

  private LinkKind kind() {
    return one(
        LinkKind.Dummy::new,
        () -> new LinkKind.Veth("peer" + up(10), changes()),
        () -> new LinkKind.Veth("", List.of()),
        () -> new LinkKind.Bridge(bridgeSettings()),
        () -> new LinkKind.Vlan(link(), 1 + up(4094), coin() ? 0x8100 : 0x88a8),
        () -> new LinkKind.Macvlan(link(), pick(List.of("private", "vepa", "bridge", "passthru"))),
        () ->
            new LinkKind.Ipvlan(
                link(),
                pick(List.of("l2", "l3", "l3s")),
                pick(List.of("bridge", "private", "vepa"))),
        () -> new LinkKind.Vrf(1 + up(500)),
        () -> new LinkKind.Unknown("wireguard"),
        this::vxlan);
  }

  private LinkKind vxlan() {
    boolean group = coin();
    Optional<String> dev = group ? Optional.of(link()) : maybe(this::link);
    Optional<Ip4> remote = group ? Optional.of(Ip4.of(239, 1, 1, up(250))) : maybe(this::ip);
    return new LinkKind.Vxlan(
        up(1 << 24), dev, remote, maybe(this::ip), 1 + up(65535), maybe(256), coin());
  }

  private List<LinkChange.BridgeSetting> bridgeSettings() {
    List<LinkChange.BridgeSetting> settings = new ArrayList<>();
    for (BridgeAttr attr : BridgeAttr.values()) {
      if (up(8) == 0) {
        long value = attr == BridgeAttr.VLAN_PROTOCOL ? 0x88a8 : up(200);
        settings.add(new LinkChange.BridgeSetting(attr, value));
      }
    }
    return settings;
  }

  private List<LinkChange.PortSetting> portSettings() {
    List<LinkChange.PortSetting> settings = new ArrayList<>();
    for (PortAttr attr : PortAttr.values()) {
      if (up(8) == 0) {
        boolean number =
            attr == PortAttr.STATE
                || attr == PortAttr.PRIORITY
                || attr == PortAttr.COST
                || attr == PortAttr.MCAST_ROUTER;
        settings.add(new LinkChange.PortSetting(attr, number ? up(50) : up(2)));
      }
    }
    return settings;
  }

  private Op linkSet() {
    List<LinkChange> changes = changes();
    changes.removeIf(change -> change instanceof LinkChange.Index);
    if (coin()) {
      changes.add(new LinkChange.Rename("other"));
    }
    changes.addAll(coin() ? bridgeSettings() : portSettings());
    if (changes.isEmpty()) {
      changes.add(new LinkChange.Down());
    }
    return new Op.LinkSet(ns(), link(), changes);
  }

  private Op addrAdd() {
    Prefix local = new Prefix(ip(), 1 + up(32));
    Optional<Ip4> peer = maybe(this::ip);
    Optional<Ip4> broadcast =
        peer.isEmpty() && local.length() <= 30 && coin()
            ? Optional.of(local.broadcast())
            : maybe(this::ip);
    long valid = up(3) == 0 ? 10 + up(1000) : Op.AddrAdd.FOREVER;
    long preferred = valid == Op.AddrAdd.FOREVER && coin() ? valid : 1 + up(10);
    return new Op.AddrAdd(
        ns(),
        link(),
        local,
        peer,
        broadcast,
        pick(List.of(0, 253, 254, 200)),
        coin() ? "" : "va:1",
        any(Op.AddrVerb.class),
        valid,
        preferred,
        coin(),
        up(3));
  }

  private Op addrDel() {
    Prefix local = new Prefix(ip(), 1 + up(32));
    Optional<Ip4> peer =
        local.length() == 32 && coin() ? Optional.of(local.address()) : maybe(this::ip);
    return new Op.AddrDel(ns(), link(), local, peer, coin() ? "" : "va:1");
  }

  private Op route() {
    RouteVerb verb = any(RouteVerb.class);
    boolean delete = verb == RouteVerb.DELETE;
    RouteType type =
        pick(
            List.of(
                RouteType.UNICAST,
                RouteType.LOCAL,
                RouteType.BROADCAST,
                RouteType.BLACKHOLE,
                RouteType.UNREACHABLE,
                RouteType.PROHIBIT,
                RouteType.THROW,
                delete ? RouteType.UNSPEC : RouteType.UNICAST));
    List<NextHop> hops = new ArrayList<>();
    int number = up(4);
    for (int i = 0; i < number; i++) {
      hops.add(
          new NextHop(
              maybe(this::ip),
              Optional.of(link()),
              number == 1 && coin() ? 1 : 1 + up(256),
              coin() ? NextHop.ONLINK : 0));
    }
    RouteMetrics metrics =
        coin()
            ? RouteMetrics.NONE
            : new RouteMetrics(1 + up(1500), coin(), up(1460), up(3), up(100), up(256));
    return new Op.RouteChange(
        ns(),
        verb,
        new Route(
            type,
            coin() ? new Prefix(Ip4.ANY, 0) : net(),
            up(2) * 0x10,
            pick(List.of(Route.MAIN, Route.LOCAL, 100)),
            up(5),
            pick(List.of(Route.SCOPE_GLOBAL, Route.SCOPE_LINK, Route.SCOPE_HOST, 255)),
            up(3),
            maybe(this::ip),
            hops,
            metrics));
  }

  private Op rule() {
    boolean l3mdev = up(6) == 0;
    boolean delete = coin();
    Rule.Action action =
        l3mdev
            ? new Rule.Action.Lookup(0)
            : one(
                () -> new Rule.Action.Lookup(delete ? up(300) : 1 + up(300)),
                () -> new Rule.Action.Goto(up(1000)),
                Rule.Action.Nop::new,
                Rule.Action.Blackhole::new,
                Rule.Action.Unreachable::new,
                Rule.Action.Prohibit::new);
    OptionalLong mark = coin() ? OptionalLong.empty() : OptionalLong.of(up(1000));
    Rule rule =
        new Rule(
            coin() ? OptionalLong.empty() : OptionalLong.of(up(30000)),
            coin(),
            maybe(this::net),
            maybe(this::net),
            up(2) * 0x10,
            mark,
            mark.isPresent() && coin() ? OptionalLong.of(0xff) : OptionalLong.empty(),
            maybe(this::link),
            maybe(this::link),
            maybe(20),
            maybe(this::ports),
            maybe(this::ports),
            action,
            up(5),
            maybe(33),
            l3mdev);
    return delete ? new Op.RuleDel(ns(), rule) : new Op.RuleAdd(ns(), rule);
  }

  private Rule.Ports ports() {
    int first = up(60000);
    return new Rule.Ports(first, first + up(2) * 100);
  }

  private Op neigh() {
    boolean proxy = coin();
    NudState state =
        pick(
            List.of(
                NudState.PERMANENT,
                NudState.NOARP,
                NudState.REACHABLE,
                NudState.STALE,
                NudState.NONE));
    NeighSpec entry =
        new NeighSpec(ip(), proxy && coin() ? "" : link(), maybe(this::mac), state, proxy);
    return coin()
        ? new Op.NeighAdd(ns(), entry, any(Op.NeighVerb.class))
        : new Op.NeighDel(ns(), entry);
  }

  private Op fdb() {
    FdbSpec entry =
        new FdbSpec(
            mac(),
            link(),
            any(FdbSpec.Target.class),
            up(2) * up(4095),
            typedState(),
            maybe(this::ip),
            maybe(65536),
            maybe(1 << 24),
            maybe(this::link));
    return coin() ? new Op.FdbAdd(ns(), entry, any(Op.FdbVerb.class)) : new Op.FdbDel(ns(), entry);
  }

  private Op vlan() {
    int first = 1 + up(4000);
    int last = coin() ? first : first + 1 + up(50);
    Op.BridgeVlan vlan = new Op.BridgeVlan(first, last, first == last && coin(), coin(), coin());
    return coin()
        ? new Op.BridgeVlanAdd(ns(), link(), vlan)
        : new Op.BridgeVlanDel(ns(), link(), vlan);
  }

  private Op qdisc() {
    long delay = coin() ? 0 : (1 + up(1000)) * pick(List.of(64_000L, 1_000_000L));
    return new Op.QdiscSet(
        ns(),
        link(),
        new Qdisc.Netem(
            delay,
            delay == 0 ? 0 : up(2) * 1_000_000L,
            up(100) / 100.0,
            up(2) * 0.005,
            0,
            delay == 0 ? 0 : up(2) * 0.25,
            up(2) * pick(List.of(1000L, 1_000_000L, 1234L)),
            coin() ? 1000 : 1 + up(5000)),
        up(3),
        any(Op.QdiscVerb.class));
  }

  /** STALE is only ever shown. */
  private FdbSpec.State typedState() {
    FdbSpec.State state = any(FdbSpec.State.class);
    return state == FdbSpec.State.STALE ? FdbSpec.State.DYNAMIC : state;
  }
}
