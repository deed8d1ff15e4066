package vethlab.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import vethlab.op.BridgeAttr;
import vethlab.op.Errno;
import vethlab.op.FdbSpec;
import vethlab.op.Kernel;
import vethlab.op.LinkChange;
import vethlab.op.LinkFlags;
import vethlab.op.LinkKind;
import vethlab.op.NeighSpec;
import vethlab.op.Ns;
import vethlab.op.NudState;
import vethlab.op.Op;
import vethlab.op.PortAttr;
import vethlab.op.Result;
import vethlab.op.Route;
import vethlab.op.RouteVerb;
import vethlab.op.Rule;
import vethlab.op.iptables.IptRule;
import vethlab.op.iptables.Ruleset;
import vethlab.op.iptables.parse.CommandLine;
import vethlab.op.view.AddrView;
import vethlab.op.view.LinkView;
import vethlab.op.view.RouteAnswer;
import vethlab.op.view.RouteQuery;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;
import vethlab.wire.Prefix;

class LinuxKernelTest {
  private static final Ns HOST = Ns.HOST;
  private static final Ns NS1 = new Ns("ns1");

  private static void ok(Kernel kernel, Op op) {
    assertThat(kernel.apply(op)).as(op.toString()).isEqualTo(Result.OK);
  }

  /** host: br0 with port veth1; ns1: eth0, the other end, 10.0.0.2/24. */
  private static void build(Kernel kernel) {
    ok(kernel, new Op.NetnsAdd("ns1"));
    ok(kernel, new Op.LinkAdd(HOST, "br0", new LinkKind.Bridge(List.of()), List.of()));
    ok(
        kernel,
        new Op.LinkAdd(
            HOST,
            "veth1",
            new LinkKind.Veth("eth0", List.of(new LinkChange.MoveTo(NS1))),
            List.of(
                new LinkChange.Address(Mac.parse("02:00:00:00:00:01")),
                new LinkChange.Master("br0"),
                new LinkChange.Up())));
    ok(kernel, new Op.LinkSet(HOST, "br0", List.of(new LinkChange.Up())));
    ok(kernel, new Op.LinkSet(NS1, "eth0", List.of(new LinkChange.Up())));
    ok(kernel, address(HOST, "br0", "10.0.0.1/24"));
    ok(kernel, address(NS1, "eth0", "10.0.0.2/24"));
  }

  private static Op.AddrAdd address(Ns ns, String dev, String prefix) {
    return new Op.AddrAdd(
        ns,
        dev,
        Prefix.parse(prefix),
        Optional.empty(),
        Optional.empty(),
        Route.UNSET,
        "",
        Op.AddrVerb.ADD,
        Op.AddrAdd.FOREVER,
        Op.AddrAdd.FOREVER,
        false,
        0);
  }

  private static Route viaHost(String to) {
    Route.NextHop hop =
        new Route.NextHop(Optional.of(Ip4.parse("10.0.0.1")), Optional.empty(), 1, 0);
    return new Route(
        Route.RouteType.UNICAST,
        Prefix.parse(to),
        0,
        Route.MAIN,
        Route.PROTO_BOOT,
        Route.UNSET,
        0,
        Optional.empty(),
        List.of(hop),
        Route.RouteMetrics.NONE);
  }

  private static LinkView link(Kernel kernel, Ns ns, String name) {
    return kernel.links(ns).stream().filter(l -> l.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void a_new_namespace_has_only_lo_and_it_is_down() {
    PrivateHost.with((kernel, names) -> {
      ok(kernel, new Op.NetnsAdd("ns1"));
      assertThat(kernel.links(NS1)).hasSize(1);
      LinkView lo = kernel.links(NS1).getFirst();
      assertThat(lo.name()).isEqualTo("lo");
      assertThat(lo.kind()).isInstanceOf(LinkKind.Loopback.class);
      assertThat(lo.has(LinkFlags.UP)).isFalse();
      assertThat(kernel.apply(new Op.NetnsAdd("ns1"))).isEqualTo(Result.refused(Errno.EEXIST));
      assertThat(kernel.namespaces()).containsExactly(NS1);
      assertThat(Files.isSymbolicLink(names.resolve("ns1"))).isTrue();
      ok(kernel, new Op.NetnsDel("ns1"));
      assertThat(kernel.namespaces()).isEmpty();
      assertThatThrownBy(() -> kernel.links(NS1)).isInstanceOf(Kernel.NoSuchNamespace.class);
    });
  }

  @Test
  void what_is_built_is_read_back() {
    PrivateHost.with((kernel, names) -> {
      build(kernel);
      LinkView veth1 = link(kernel, HOST, "veth1");
      assertThat(veth1.kind()).isInstanceOf(LinkKind.Veth.class);
      assertThat(veth1.address()).isEqualTo(Mac.parse("02:00:00:00:00:01"));
      assertThat(veth1.master()).isEqualTo("br0");
      assertThat(veth1.has(LinkFlags.UP)).isTrue();
      assertThat(veth1.linkNetns().orElseThrow().name()).isEqualTo("ns1");
      assertThat(veth1.port().orElseThrow().bridge()).isEqualTo("br0");
      assertThat(link(kernel, HOST, "br0").bridge()).isPresent();
      assertThat(kernel.addresses(NS1))
          .extracting(AddrView::dev, AddrView::local)
          .containsExactly(
              org.assertj.core.api.Assertions.tuple("eth0", Prefix.parse("10.0.0.2/24")));
      assertThat(kernel.routes(NS1))
          .anyMatch(r -> r.to().equals(Prefix.parse("10.0.0.0/24")) && r.scope() == 253);
      assertThat(kernel.qdiscs(HOST)).extracting(q -> q.kind()).containsOnly("noqueue");
    });
  }

  @Test
  void a_route_is_added_asked_for_and_deleted() {
    PrivateHost.with((kernel, names) -> {
      build(kernel);
      ok(kernel, new Op.RouteChange(NS1, RouteVerb.ADD, viaHost("0.0.0.0/0")));
      RouteQuery query =
          new RouteQuery(
              Ip4.parse("8.8.8.8"),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              0,
              0,
              OptionalInt.empty(),
              OptionalInt.empty(),
              OptionalInt.empty(),
              false);
      RouteAnswer.Found way = (RouteAnswer.Found) kernel.routeGet(NS1, query);
      assertThat(way.via()).contains(Ip4.parse("10.0.0.1"));
      assertThat(way.dev()).isEqualTo("eth0");
      assertThat(way.source()).contains(Ip4.parse("10.0.0.2"));
      ok(kernel, new Op.RouteChange(NS1, RouteVerb.DELETE, viaHost("0.0.0.0/0")));
      RouteAnswer none = kernel.routeGet(NS1, query);
      assertThat(((RouteAnswer.Refused) none).why().errno()).isEqualTo(Errno.ENETUNREACH);
    });
  }

  @Test
  void refusals_carry_the_kernels_sentence() {
    PrivateHost.with((kernel, names) -> {
      build(kernel);
      Result gateway =
          kernel.apply(
              new Op.RouteChange(
                  HOST,
                  RouteVerb.ADD,
                  new Route(
                      Route.RouteType.UNICAST,
                      Prefix.parse("0.0.0.0/0"),
                      0,
                      Route.MAIN,
                      3,
                      -1,
                      0,
                      Optional.empty(),
                      List.of(
                          new Route.NextHop(
                              Optional.of(Ip4.parse("9.9.9.9")), Optional.empty(), 1, 0)),
                      Route.RouteMetrics.NONE)));
      assertThat(gateway)
          .isEqualTo(Result.refused(Errno.ENETUNREACH, "Nexthop has invalid gateway"));
      assertThat(kernel.apply(address(HOST, "br0", "10.0.0.1/24")))
          .isEqualTo(Result.refused(Errno.EEXIST, "ipv4: Address already assigned"));
      ok(kernel, new Op.LinkAdd(HOST, "br1", new LinkKind.Bridge(List.of()), List.of()));
      assertThat(kernel.apply(new Op.LinkSet(HOST, "br1", List.of(new LinkChange.Master("br0")))))
          .isEqualTo(Result.refused(Errno.ELOOP, "Can not enslave a bridge to a bridge"));
      assertThat(kernel.apply(new Op.LinkDel(HOST, "nowhere")))
          .isEqualTo(Result.refused(Errno.ENODEV));
      assertThat(kernel.apply(new Op.LinkDel(new Ns("nowhere"), "lo")))
          .isEqualTo(Result.refused(Errno.ENOENT));
    });
  }

  @Test
  void rules_neighbours_entries_and_settings_are_read_back() {
    PrivateHost.with((kernel, names) -> {
      build(kernel);
      Rule rule =
          new Rule(
              OptionalLong.of(100),
              false,
              Optional.of(Prefix.parse("10.1.0.0/16")),
              Optional.empty(),
              0,
              OptionalLong.of(7),
              OptionalLong.of(0xffffffffL),
              Optional.empty(),
              Optional.of("br0"),
              OptionalInt.empty(),
              Optional.empty(),
              Optional.empty(),
              new Rule.Action.Lookup(300),
              0,
              OptionalInt.empty(),
              false);
      ok(kernel, new Op.RuleAdd(HOST, rule));
      assertThat(kernel.rules(HOST)).hasSize(4).contains(rule);
      ok(kernel, new Op.RuleDel(HOST, rule));
      assertThat(kernel.rules(HOST)).hasSize(3);

      NeighSpec entry =
          new NeighSpec(
              Ip4.parse("10.0.0.9"),
              "br0",
              Optional.of(Mac.parse("02:00:00:00:00:09")),
              NudState.PERMANENT,
              false);
      ok(kernel, new Op.NeighAdd(HOST, entry, Op.NeighVerb.ADD));
      assertThat(kernel.neighbours(HOST))
          .anyMatch(n -> n.to().equals(entry.to()) && n.state() == NudState.PERMANENT);

      FdbSpec fdb =
          new FdbSpec(
              Mac.parse("02:00:00:00:00:77"),
              "veth1",
              FdbSpec.Target.MASTER,
              0,
              FdbSpec.State.STATIC,
              Optional.empty(),
              OptionalInt.empty(),
              OptionalInt.empty(),
              Optional.empty());
      ok(kernel, new Op.FdbAdd(HOST, fdb, Op.FdbVerb.ADD));
      assertThat(kernel.fdb(HOST)).anyMatch(e -> e.entry().equals(fdb) && e.master().equals("br0"));

      ok(
          kernel,
          new Op.LinkSet(
              HOST, "br0", List.of(new LinkChange.BridgeSetting(BridgeAttr.STP_STATE, 1))));
      ok(
          kernel,
          new Op.LinkSet(HOST, "veth1", List.of(new LinkChange.PortSetting(PortAttr.HAIRPIN, 1))));
      assertThat(link(kernel, HOST, "br0").bridge().orElseThrow().settings())
          .containsEntry(BridgeAttr.STP_STATE, 1L);
      assertThat(link(kernel, HOST, "veth1").port().orElseThrow().settings())
          .containsEntry(PortAttr.HAIRPIN, 1L);
    });
  }

  @Test
  void rules_go_through_the_iptables_tools() {
    PrivateHost.with((kernel, names) -> {
      build(kernel);
      IptRule rule = CommandLine.rule("-s 10.0.0.0/24 -o br0 -j MASQUERADE");
      ok(kernel, new Op.IptAppend(NS1, "nat", "POSTROUTING", rule));
      ok(kernel, new Op.IptPolicy(NS1, "filter", "FORWARD", "DROP"));
      Ruleset.Table nat = kernel.iptables(NS1).table("nat").orElseThrow();
      assertThat(nat.chain("POSTROUTING").orElseThrow().rules()).containsExactly(rule);
      assertThat(kernel.iptables(NS1).table("filter").orElseThrow().chain("FORWARD"))
          .get()
          .matches(chain -> chain.policy().equals("DROP"));
      assertThat(kernel.iptables(HOST).tables()).isEmpty();
      Result none =
          kernel.apply(new Op.IptAppend(NS1, "nat", "NOWHERE", CommandLine.rule("-j MASQUERADE")));
      assertThat(none.ok()).isFalse();
    });
  }

  @Test
  void a_sysctl_is_the_namespaces_own() {
    PrivateHost.with((kernel, names) -> {
      build(kernel);
      ok(kernel, new Op.SysctlSet(NS1, "net.ipv4.ip_forward", "1"));
      ok(kernel, new Op.SysctlSet(HOST, "net.ipv4.ip_forward", "0"));
      assertThat(kernel.sysctl(NS1, "net.ipv4.ip_forward")).contains("1");
      assertThat(kernel.sysctl(HOST, "net.ipv4.ip_forward")).contains("0");
      assertThat(kernel.sysctl(NS1, "net.ipv4.conf.eth0.rp_filter")).isPresent();
      assertThat(kernel.sysctl(HOST, "net.ipv4.conf.eth0.rp_filter")).isEmpty();
      assertThat(kernel.apply(new Op.SysctlSet(NS1, "net.nowhere", "1")))
          .isEqualTo(Result.refused(Errno.ENOENT));
      assertThat(kernel.sysctlKeys(NS1)).contains("net.ipv4.conf.eth0.forwarding");
    });
  }

  @Test
  void what_ip_netns_makes_is_seen_and_the_other_way_round() {
    PrivateHost.with((kernel, names) -> {
      ok(kernel, new Op.NetnsAdd("ns1"));
      Process ip =
          new ProcessBuilder("nsenter", "--net=" + names.resolve("ns1"), "ip", "-o", "link")
              .redirectErrorStream(true)
              .start();
      String out = new String(ip.getInputStream().readAllBytes());
      assertThat(out).startsWith("1: lo:").hasLineCount(1);
      Files.createSymbolicLink(names.resolve("other"), Path.of("/proc/thread-self/ns/net"));
      assertThat(kernel.namespaces()).contains(new Ns("other"));
      Files.delete(names.resolve("other"));
    });
  }

  @Test
  void nothing_else_of_this_process_is_in_a_namespace() {
    PrivateHost.with((kernel, names) -> {
      List<Object> made = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        ok(kernel, new Op.NetnsAdd("n" + i));
        made.add(Files.getAttribute(names.resolve("n" + i), "unix:ino"));
      }
      try (var tasks = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
        for (Path task : tasks) {
          assertThat(Files.getAttribute(task.resolve("ns/net"), "unix:ino"))
              .as(Files.readString(task.resolve("comm")))
              .isNotIn(made);
        }
      }
    });
  }
}
