package vethlab.linux.request;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
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
import vethlab.op.RouteVerb;
import vethlab.op.Rule;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;
import vethlab.wire.Prefix;

/** The operations that stand for the recorded commands. */
final class Ops {
  static final Map<String, Op> BY_COMMAND = new LinkedHashMap<>();

  /** Questions, and commands whose request is another message than ours for the same change. */
  static final List<String> NOT_AN_OP = List.of("ip route get", "bridge link set");

  private static final Ns HOST = Ns.HOST;
  private static final Ns NS1 = new Ns("ns1");

  private Ops() {}

  private static void add(String command, Op op) {
    BY_COMMAND.put(command, op);
  }

  private static void link(String command, String name, LinkKind kind, LinkChange... with) {
    add(command, new Op.LinkAdd(HOST, name, kind, List.of(with)));
  }

  private static void set(String command, LinkChange... changes) {
    String link = command.split(" ")[3];
    add(command, new Op.LinkSet(HOST, link, List.of(changes)));
  }

  private static LinkChange.BridgeSetting br(BridgeAttr attr, long value) {
    return new LinkChange.BridgeSetting(attr, value);
  }

  private static LinkChange.PortSetting port(PortAttr attr, long value) {
    return new LinkChange.PortSetting(attr, value);
  }

  private static LinkChange.Address address(String mac) {
    return new LinkChange.Address(Mac.parse(mac));
  }

  private static LinkKind veth(String peer, LinkChange... with) {
    return new LinkKind.Veth(peer, List.of(with));
  }

  static {
    links();
    linkSettings();
    addresses();
    routes();
    rules();
    neighbours();
    add("ip netns set ns1 5", new Op.NetnsSetId(HOST, "ns1", 5));
    add(
        "tc qdisc add dev veth0 root netem delay 10ms",
        new Op.QdiscSet(
            HOST,
            "veth0",
            new Qdisc.Netem(10_000_000, 0, 0, 0, 0, 0, 0, 1000),
            0,
            Op.QdiscVerb.ADD));
    add("tc qdisc del dev veth0 root", new Op.QdiscDel(HOST, "veth0"));
  }

  private static void links() {
    link("ip link add name br1 type bridge", "br1", new LinkKind.Bridge(List.of()));
    link(
        "ip link add br2 type bridge stp_state 1 forward_delay 400",
        "br2",
        new LinkKind.Bridge(
            List.of(br(BridgeAttr.STP_STATE, 1), br(BridgeAttr.FORWARD_DELAY, 400))));
    link(
        "ip link add br3 type bridge vlan_filtering 1 ageing_time 30000 priority 4096"
            + " group_fwd_mask 8 vlan_protocol 802.1ad",
        "br3",
        new LinkKind.Bridge(
            List.of(
                br(BridgeAttr.VLAN_FILTERING, 1),
                br(BridgeAttr.AGEING_TIME, 30000),
                br(BridgeAttr.PRIORITY, 4096),
                br(BridgeAttr.GROUP_FWD_MASK, 8),
                br(BridgeAttr.VLAN_PROTOCOL, 0x88a8))));
    link("ip link add va type veth peer name vb", "va", veth("vb"));
    link(
        "ip link add vc address 02:00:00:00:00:0a mtu 1400 type veth peer name vd"
            + " address 02:00:00:00:00:0b mtu 1400",
        "vc",
        veth("vd", address("02:00:00:00:00:0b"), new LinkChange.Mtu(1400)),
        address("02:00:00:00:00:0a"),
        new LinkChange.Mtu(1400));
    link(
        "ip link add ve type veth peer name eth0 netns ns1",
        "ve",
        veth("eth0", new LinkChange.MoveTo(NS1)));
    link(
        "ip link add vh numtxqueues 1 numrxqueues 1 index 77 type veth peer name vi"
            + " numtxqueues 1 numrxqueues 1 index 78",
        "vh",
        veth("vi", new LinkChange.Queues(1, 1), new LinkChange.Index(78)),
        new LinkChange.Queues(1, 1),
        new LinkChange.Index(77));
    link("ip link add type veth", "", veth(""));
    link("ip link add d0 type dummy", "d0", new LinkKind.Dummy());
    link(
        "ip link add link veth0 name veth0.10 type vlan id 10",
        "veth0.10",
        new LinkKind.Vlan("veth0", 10, 0x8100));
    link(
        "ip link add link veth0 name veth0.20 type vlan protocol 802.1ad id 20",
        "veth0.20",
        new LinkKind.Vlan("veth0", 20, 0x88a8));
    link(
        "ip link add mv0 link veth0 type macvlan mode bridge",
        "mv0",
        new LinkKind.Macvlan("veth0", "bridge"));
    link(
        "ip link add iv0 link veth0 type ipvlan mode l3 private",
        "iv0",
        new LinkKind.Ipvlan("veth0", "l3", "private"));
    link(
        "ip link add vx0 type vxlan id 42 remote 10.0.0.2 local 10.0.0.1 dstport 4789 dev veth0"
            + " ttl 5 nolearning",
        "vx0",
        new LinkKind.Vxlan(
            42,
            Optional.of("veth0"),
            ip("10.0.0.2"),
            ip("10.0.0.1"),
            4789,
            OptionalInt.of(5),
            false));
    link(
        "ip link add vx1 type vxlan id 43 group 239.1.1.1 dstport 4789 dev veth0",
        "vx1",
        new LinkKind.Vxlan(
            43,
            Optional.of("veth0"),
            ip("239.1.1.1"),
            Optional.empty(),
            4789,
            OptionalInt.empty(),
            true));
    link("ip link add vrf0 type vrf table 10", "vrf0", new LinkKind.Vrf(10));
    add("ip link del va", new Op.LinkDel(HOST, "va"));
  }

  private static Optional<Ip4> ip(String text) {
    return Optional.of(Ip4.parse(text));
  }

  private static void linkSettings() {
    set("ip link set lo up", new LinkChange.Up());
    set("ip link set veth0 up", new LinkChange.Up());
    set("ip link set veth0 down", new LinkChange.Down());
    set("ip link set veth0 mtu 1400", new LinkChange.Mtu(1400));
    set("ip link set veth0 address 02:00:00:00:00:01", address("02:00:00:00:00:01"));
    set("ip link set veth0 master br0", new LinkChange.Master("br0"));
    set(
        "ip link set veth0 up mtu 1300 address 02:00:00:00:00:02 master br0",
        new LinkChange.Up(),
        new LinkChange.Mtu(1300),
        address("02:00:00:00:00:02"),
        new LinkChange.Master("br0"));
    set("ip link set veth0 nomaster", new LinkChange.NoMaster());
    set("ip link set veth2 netns ns1", new LinkChange.MoveTo(NS1));
    set("ip link set veth0 name eth9", new LinkChange.Rename("eth9"));
    set("ip link set veth0 arp off", new LinkChange.Arp(false));
    set("ip link set veth0 promisc on", new LinkChange.Promisc(true));
    set("ip link set veth0 multicast off", new LinkChange.Multicast(false));
    set("ip link set veth0 allmulticast on", new LinkChange.AllMulticast(true));
    set("ip link set veth0 txqueuelen 500", new LinkChange.TxQueueLength(500));
    set("ip link set veth0 alias outer", new LinkChange.Alias("outer"));
    set("ip link set veth0 group 7", new LinkChange.Group(7));
    set("ip link set veth0 carrier off", new LinkChange.Carrier(false));
    set("ip link set veth0 addrgenmode none", new LinkChange.AddrGenMode("none"));
    set("ip link set br0 type bridge stp_state 1", br(BridgeAttr.STP_STATE, 1));
    set(
        "ip link set br0 type bridge nf_call_iptables 1 mcast_snooping 0",
        br(BridgeAttr.NF_CALL_IPTABLES, 1),
        br(BridgeAttr.MCAST_SNOOPING, 0));
    set("ip link set veth0 type bridge_slave hairpin on", port(PortAttr.HAIRPIN, 1));
    set(
        "ip link set veth0 type bridge_slave state 3 cost 100 priority 8 learning off flood off"
            + " isolated on",
        port(PortAttr.STATE, 3),
        port(PortAttr.COST, 100),
        port(PortAttr.PRIORITY, 8),
        port(PortAttr.LEARNING, 0),
        port(PortAttr.FLOOD, 0),
        port(PortAttr.ISOLATED, 1));
  }

  private static Op.AddrAdd addr(
      String prefix,
      Op.AddrVerb verb,
      Optional<Ip4> peer,
      Optional<Ip4> broadcast,
      int scope,
      String label,
      long valid,
      long preferred,
      boolean noPrefixRoute,
      long metric) {
    return new Op.AddrAdd(
        HOST,
        "veth0",
        Prefix.parse(prefix),
        peer,
        broadcast,
        scope,
        label,
        verb,
        valid,
        preferred,
        noPrefixRoute,
        metric);
  }

  private static Op.AddrAdd plain(Op.AddrVerb verb) {
    long forever = Op.AddrAdd.FOREVER;
    return addr(
        "10.0.0.1/24", verb, Optional.empty(), Optional.empty(), 0, "", forever, forever, false, 0);
  }

  private static void addresses() {
    long forever = Op.AddrAdd.FOREVER;
    Optional<Ip4> none = Optional.empty();
    add("ip addr add 10.0.0.1/24 dev veth0", plain(Op.AddrVerb.ADD));
    add("ip addr replace 10.0.0.1/24 dev veth0", plain(Op.AddrVerb.REPLACE));
    add("ip addr change 10.0.0.1/24 dev veth0", plain(Op.AddrVerb.CHANGE));
    add(
        "ip addr add 10.0.0.1/24 brd 10.0.0.255 dev veth0 label veth0:1",
        addr(
            "10.0.0.1/24",
            Op.AddrVerb.ADD,
            none,
            ip("10.0.0.255"),
            -1,
            "veth0:1",
            forever,
            forever,
            false,
            0));
    add(
        "ip addr add 10.0.0.1 peer 10.0.0.2/32 dev veth0 scope link",
        addr(
            "10.0.0.1/32",
            Op.AddrVerb.ADD,
            ip("10.0.0.2"),
            none,
            253,
            "",
            forever,
            forever,
            false,
            0));
    add(
        "ip addr add 10.0.1.1/24 dev veth0 noprefixroute metric 50",
        addr("10.0.1.1/24", Op.AddrVerb.ADD, none, none, -1, "", forever, forever, true, 50));
    add(
        "ip addr add 10.0.2.1/24 dev veth0 valid_lft 100 preferred_lft 50",
        addr("10.0.2.1/24", Op.AddrVerb.ADD, none, none, -1, "", 100, 50, false, 0));
    add(
        "ip addr del 10.0.0.1/24 dev veth0",
        new Op.AddrDel(HOST, "veth0", Prefix.parse("10.0.0.1/24"), none, ""));
    add(
        "ip addr del 10.0.0.1 dev veth0",
        new Op.AddrDel(HOST, "veth0", Prefix.parse("10.0.0.1"), none, ""));
  }

  private static Route.NextHop hop(String gateway, String dev) {
    return new Route.NextHop(
        gateway.isEmpty() ? Optional.empty() : ip(gateway),
        dev.isEmpty() ? Optional.empty() : Optional.of(dev),
        1,
        0);
  }

  private static Route route(Route.RouteType type, String to, Route.NextHop... hops) {
    return new Route(
        type,
        Prefix.parse(to),
        0,
        type == Route.RouteType.LOCAL ? 255 : 254,
        3,
        -1,
        0,
        Optional.empty(),
        List.of(hops),
        Route.RouteMetrics.NONE);
  }

  private static Route with(Route r, int table, long metric) {
    return new Route(
        r.type(),
        r.to(),
        r.tos(),
        table,
        r.protocol(),
        r.scope(),
        metric,
        r.source(),
        r.hops(),
        r.metrics());
  }

  private static void route(String command, RouteVerb verb, Route route) {
    add(command, new Op.RouteChange(HOST, verb, route));
  }

  private static void routes() {
    Route.RouteType unicast = Route.RouteType.UNICAST;
    String any = "0.0.0.0/0";
    route(
        "ip route add default via 10.0.0.254",
        RouteVerb.ADD,
        route(unicast, any, hop("10.0.0.254", "")));
    route(
        "ip route add default via 10.0.0.254 dev veth0 metric 100 table 10",
        RouteVerb.ADD,
        with(route(unicast, any, hop("10.0.0.254", "veth0")), 10, 100));
    route(
        "ip route add 192.168.0.0/24 dev veth0 scope link src 10.0.0.1",
        RouteVerb.ADD,
        new Route(
            unicast,
            Prefix.parse("192.168.0.0/24"),
            0,
            254,
            3,
            253,
            0,
            ip("10.0.0.1"),
            List.of(hop("", "veth0")),
            Route.RouteMetrics.NONE));
    route(
        "ip route add blackhole 10.9.0.0/16",
        RouteVerb.ADD,
        route(Route.RouteType.BLACKHOLE, "10.9.0.0/16"));
    route(
        "ip route add unreachable 10.9.0.0/16 table 300",
        RouteVerb.ADD,
        with(route(Route.RouteType.UNREACHABLE, "10.9.0.0/16"), 300, 0));
    route(
        "ip route add prohibit 10.9.0.0/16 metric 5",
        RouteVerb.ADD,
        with(route(Route.RouteType.PROHIBIT, "10.9.0.0/16"), 254, 5));
    route(
        "ip route add throw 10.9.0.0/16",
        RouteVerb.ADD,
        route(Route.RouteType.THROW, "10.9.0.0/16"));
    route(
        "ip route add local 10.8.0.0/16 dev lo",
        RouteVerb.ADD,
        route(Route.RouteType.LOCAL, "10.8.0.0/16", hop("", "lo")));
    route(
        "ip route add 10.7.0.0/16 via 10.0.0.9 dev veth0 onlink proto static",
        RouteVerb.ADD,
        new Route(
            unicast,
            Prefix.parse("10.7.0.0/16"),
            0,
            254,
            4,
            -1,
            0,
            Optional.empty(),
            List.of(new Route.NextHop(ip("10.0.0.9"), Optional.of("veth0"), 1, 4)),
            Route.RouteMetrics.NONE));
    route(
        "ip route add 10.7.0.0/16 via 10.0.0.9 mtu lock 1300 advmss 1200",
        RouteVerb.ADD,
        new Route(
            unicast,
            Prefix.parse("10.7.0.0/16"),
            0,
            254,
            3,
            -1,
            0,
            Optional.empty(),
            List.of(hop("10.0.0.9", "")),
            new Route.RouteMetrics(1300, true, 1200, 0, 0, 0)));
    route(
        "ip route add default nexthop via 10.0.0.3 dev veth0 weight 2 nexthop via 10.0.0.4"
            + " dev veth0",
        RouteVerb.ADD,
        route(
            unicast,
            any,
            new Route.NextHop(ip("10.0.0.3"), Optional.of("veth0"), 2, 0),
            hop("10.0.0.4", "veth0")));
    Route direct = route(unicast, any, hop("", "veth0"));
    route("ip route replace default dev veth0", RouteVerb.REPLACE, direct);
    route("ip route append default dev veth0", RouteVerb.APPEND, direct);
    route("ip route prepend default dev veth0", RouteVerb.PREPEND, direct);
    route("ip route change default dev veth0", RouteVerb.CHANGE, direct);
    route("ip route del default", RouteVerb.DELETE, forget(any));
    route(
        "ip route del 10.7.0.0/16 via 10.0.0.9",
        RouteVerb.DELETE,
        forget("10.7.0.0/16", hop("10.0.0.9", "")));
  }

  private static Route forget(String to, Route.NextHop... hops) {
    return new Route(
        Route.RouteType.UNSPEC,
        Prefix.parse(to),
        0,
        254,
        0,
        -1,
        0,
        Optional.empty(),
        List.of(hops),
        Route.RouteMetrics.NONE);
  }

  /** A rule with nothing in it but what a test says. */
  private record RuleMaker(Rule rule) {
    static RuleMaker to(Rule.Action action) {
      return new RuleMaker(
          new Rule(
              OptionalLong.empty(),
              false,
              Optional.empty(),
              Optional.empty(),
              0,
              OptionalLong.empty(),
              OptionalLong.empty(),
              Optional.empty(),
              Optional.empty(),
              OptionalInt.empty(),
              Optional.empty(),
              Optional.empty(),
              action,
              0,
              OptionalInt.empty(),
              false));
    }

    RuleMaker from(String prefix) {
      return new RuleMaker(
          new Rule(
              rule.priority(),
              rule.not(),
              Optional.of(Prefix.parse(prefix)),
              rule.to(),
              rule.tos(),
              rule.fwmark(),
              rule.fwmask(),
              rule.iif(),
              rule.oif(),
              rule.ipProtocol(),
              rule.sourcePorts(),
              rule.destinationPorts(),
              rule.action(),
              rule.protocol(),
              rule.suppressPrefixLength(),
              rule.l3mdev()));
    }

    RuleMaker priority(long priority) {
      return new RuleMaker(
          new Rule(
              OptionalLong.of(priority),
              rule.not(),
              rule.from(),
              rule.to(),
              rule.tos(),
              rule.fwmark(),
              rule.fwmask(),
              rule.iif(),
              rule.oif(),
              rule.ipProtocol(),
              rule.sourcePorts(),
              rule.destinationPorts(),
              rule.action(),
              rule.protocol(),
              rule.suppressPrefixLength(),
              rule.l3mdev()));
    }
  }

  private static void rule(String command, Rule rule) {
    add(command, new Op.RuleAdd(HOST, rule));
  }

  private static void rules() {
    Rule plain = RuleMaker.to(new Rule.Action.Lookup(100)).from("10.0.0.0/24").rule();
    rule("ip rule add from 10.0.0.0/24 table 100", plain);
    rule(
        "ip rule add to 10.0.0.0/24 iif veth0 priority 500 table 300",
        new Rule(
            OptionalLong.of(500),
            false,
            Optional.empty(),
            Optional.of(Prefix.parse("10.0.0.0/24")),
            0,
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.of("veth0"),
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            new Rule.Action.Lookup(300),
            0,
            OptionalInt.empty(),
            false));
    rule(
        "ip rule add fwmark 5/0xff table 10 pref 99",
        new Rule(
            OptionalLong.of(99),
            false,
            Optional.empty(),
            Optional.empty(),
            0,
            OptionalLong.of(5),
            OptionalLong.of(255),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            new Rule.Action.Lookup(10),
            0,
            OptionalInt.empty(),
            false));
    rule(
        "ip rule add not from 10.1.0.0/16 blackhole",
        new Rule(
            OptionalLong.empty(),
            true,
            Optional.of(Prefix.parse("10.1.0.0/16")),
            Optional.empty(),
            0,
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            new Rule.Action.Blackhole(),
            0,
            OptionalInt.empty(),
            false));
    rule(
        "ip rule add oif veth0 prohibit",
        new Rule(
            OptionalLong.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            0,
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.of("veth0"),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            new Rule.Action.Prohibit(),
            0,
            OptionalInt.empty(),
            false));
    rule(
        "ip rule add ipproto tcp dport 80-90 sport 1000 unreachable",
        new Rule(
            OptionalLong.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            0,
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.of(6),
            Optional.of(new Rule.Ports(1000, 1000)),
            Optional.of(new Rule.Ports(80, 90)),
            new Rule.Action.Unreachable(),
            0,
            OptionalInt.empty(),
            false));
    rule(
        "ip rule add priority 10 from 10.1.1.1 goto 500",
        RuleMaker.to(new Rule.Action.Goto(500)).from("10.1.1.1").priority(10).rule());
    rule(
        "ip rule add priority 32000 table main suppress_prefixlength 0",
        new Rule(
            OptionalLong.of(32000),
            false,
            Optional.empty(),
            Optional.empty(),
            0,
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            new Rule.Action.Lookup(254),
            0,
            OptionalInt.of(0),
            false));
    rule(
        "ip rule add priority 1000 l3mdev",
        new Rule(
            OptionalLong.of(1000),
            false,
            Optional.empty(),
            Optional.empty(),
            0,
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            new Rule.Action.Lookup(0),
            0,
            OptionalInt.empty(),
            true));
    add("ip rule del from 10.0.0.0/24 table 100", new Op.RuleDel(HOST, plain));
    add(
        "ip rule del priority 500",
        new Op.RuleDel(HOST, RuleMaker.to(new Rule.Action.Lookup(0)).priority(500).rule()));
  }

  private static NeighSpec neigh(String mac, NudState state) {
    return new NeighSpec(
        Ip4.parse("10.0.0.7"),
        "veth0",
        mac.isEmpty() ? Optional.empty() : Optional.of(Mac.parse(mac)),
        state,
        false);
  }

  private static FdbSpec fdb(FdbSpec.Target target, int vlan, FdbSpec.State state) {
    return new FdbSpec(
        Mac.parse("02:00:00:00:00:09"),
        "veth0",
        target,
        vlan,
        state,
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty());
  }

  private static void neighbours() {
    String mac = "02:00:00:00:00:07";
    add(
        "ip neigh add 10.0.0.7 lladdr 02:00:00:00:00:07 dev veth0",
        new Op.NeighAdd(HOST, neigh(mac, NudState.PERMANENT), Op.NeighVerb.ADD));
    add(
        "ip neigh replace 10.0.0.7 lladdr 02:00:00:00:00:07 nud reachable dev veth0",
        new Op.NeighAdd(HOST, neigh(mac, NudState.REACHABLE), Op.NeighVerb.REPLACE));
    add(
        "ip neigh change 10.0.0.7 lladdr 02:00:00:00:00:07 nud stale dev veth0",
        new Op.NeighAdd(HOST, neigh(mac, NudState.STALE), Op.NeighVerb.CHANGE));
    add(
        "ip neigh add proxy 10.0.0.8 dev veth0",
        new Op.NeighAdd(
            HOST,
            new NeighSpec(
                Ip4.parse("10.0.0.8"), "veth0", Optional.empty(), NudState.PERMANENT, true),
            Op.NeighVerb.ADD));
    add("ip neigh del 10.0.0.7 dev veth0", new Op.NeighDel(HOST, neigh("", NudState.PERMANENT)));
    FdbSpec.Target master = FdbSpec.Target.MASTER;
    add(
        "bridge fdb add 02:00:00:00:00:09 dev veth0 master static",
        new Op.FdbAdd(HOST, fdb(master, 0, FdbSpec.State.STATIC), Op.FdbVerb.ADD));
    add(
        "bridge fdb add 02:00:00:00:00:09 dev veth0 self",
        new Op.FdbAdd(HOST, fdb(FdbSpec.Target.SELF, 0, FdbSpec.State.PERMANENT), Op.FdbVerb.ADD));
    add(
        "bridge fdb replace 02:00:00:00:00:09 dev veth0 master dynamic vlan 10",
        new Op.FdbAdd(HOST, fdb(master, 10, FdbSpec.State.DYNAMIC), Op.FdbVerb.REPLACE));
    add(
        "bridge fdb append 00:00:00:00:00:00 dev vx0 dst 10.0.0.9",
        new Op.FdbAdd(
            HOST,
            new FdbSpec(
                Mac.ZERO,
                "vx0",
                FdbSpec.Target.SELF,
                0,
                FdbSpec.State.PERMANENT,
                ip("10.0.0.9"),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty()),
            Op.FdbVerb.APPEND));
    add(
        "bridge fdb del 02:00:00:00:00:09 dev veth0 master",
        new Op.FdbDel(HOST, fdb(master, 0, FdbSpec.State.PERMANENT)));
    add(
        "bridge vlan add dev veth0 vid 10 pvid untagged",
        new Op.BridgeVlanAdd(HOST, "veth0", new Op.BridgeVlan(10, 10, true, true, false)));
    add(
        "bridge vlan add dev veth0 vid 20-30",
        new Op.BridgeVlanAdd(HOST, "veth0", new Op.BridgeVlan(20, 30, false, false, false)));
    add(
        "bridge vlan add dev br0 vid 10 self",
        new Op.BridgeVlanAdd(HOST, "br0", new Op.BridgeVlan(10, 10, false, false, true)));
    add(
        "bridge vlan del dev veth0 vid 10",
        new Op.BridgeVlanDel(HOST, "veth0", new Op.BridgeVlan(10, 10, false, false, false)));
  }
}
