package vethlab.app.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vethlab.app.Words;
import vethlab.app.inspect.Sheet.Fact;
import vethlab.app.inspect.Sheet.Facts;
import vethlab.app.inspect.Sheet.OneOf;
import vethlab.app.inspect.Sheet.Page;
import vethlab.app.inspect.Sheet.Part;
import vethlab.app.inspect.Sheet.Rows;
import vethlab.app.inspect.Sheet.Typed;
import vethlab.op.BridgeAttr;
import vethlab.op.Kernel;
import vethlab.op.LinkFlags;
import vethlab.op.LinkKind;
import vethlab.op.Ns;
import vethlab.op.PortAttr;
import vethlab.op.view.BridgeView;
import vethlab.op.view.LinkView;
import vethlab.op.view.PortView;

/** What there is to see and to set about one interface. */
final class LinkSheet {
  private static final String UP = "up";
  private static final String DOWN = "down";
  private static final String ON = "1";
  private static final String OFF = "0";

  private final Words words;
  private final Kernel kernel;
  private final Ns ns;
  private final LinkView link;
  private final String name;

  LinkSheet(Words words, Kernel kernel, Ns ns, LinkView link) {
    this.words = words;
    this.kernel = kernel;
    this.ns = ns;
    this.link = link;
    this.name = link.name();
  }

  Sheet sheet() {
    String state = NetTables.state(link);
    String what = words.get("inspect.link-in", link.kind().word(), ns);
    return new Sheet(ns, name, words.get("state." + state), state.equals(UP), what, pages());
  }

  private List<Page> pages() {
    NetTables tables = new NetTables(words, kernel, ns);
    List<Page> pages = new ArrayList<>();
    pages.add(page("link", tables.addresses(a -> a.dev().equals(name), name), facts()));
    link.bridge()
        .ifPresent(bridge -> {
          pages.add(page("bridge", bridge(bridge)));
          pages.add(page("ports", ports()));
          pages.add(page("fdb", tables.fdb(f -> f.master().equals(name), firstPort())));
        });
    link.port()
        .ifPresent(port -> {
          pages.add(page("port", port(port)));
          pages.add(page("fdb", tables.fdb(f -> f.entry().dev().equals(name), name)));
        });
    pages.add(
        page(
            "routes",
            tables.routes(
                r -> r.hops().stream().anyMatch(h -> h.dev().filter(name::equals).isPresent()))));
    pages.add(page("neighbours", tables.neighbours(n -> n.dev().equals(name), Optional.of(name))));
    pages.add(page("sysctl", new Sysctls(words, kernel, ns).of(name)));
    return pages;
  }

  private Page page(String id, Part... parts) {
    return new Page(id, words.get("inspect." + id), List.of(parts));
  }

  private Facts facts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            words.get("fact.admin"),
            link.has(LinkFlags.UP) ? UP : DOWN,
            "",
            new OneOf(List.of(DOWN, UP), to -> "ip link set " + name + " " + to)));
    facts.add(typed(words.get("fact.name"), name, to -> "ip link set " + name + " name " + to));
    facts.add(typed("MTU", "" + link.mtu(), to -> "ip link set " + name + " mtu " + to));
    facts.add(
        typed("MAC", link.address().toString(), to -> "ip link set " + name + " address " + to));
    facts.add(
        typed(
            words.get("fact.master"),
            link.master(),
            to ->
                to.isBlank()
                    ? "ip link set " + name + " nomaster"
                    : "ip link set " + name + " master " + to));
    facts.addAll(kind());
    facts.add(Sheets.fact(words.get("fact.index"), "" + link.index()));
    facts.add(Sheets.fact("qdisc", link.qdisc()));
    facts.add(Sheets.fact("RX", counted(link.stats().rxPackets(), link.stats().rxBytes())));
    facts.add(Sheets.fact("TX", counted(link.stats().txPackets(), link.stats().txBytes())));
    return new Facts(facts);
  }

  private String counted(long packets, long bytes) {
    return words.get("inspect.packets", packets, bytes);
  }

  private static Fact typed(String name, String value, UnaryOperator<String> command) {
    return new Fact(name, value, "", new Typed(command));
  }

  private List<Fact> kind() {
    return switch (link.kind()) {
      case LinkKind.Veth v -> List.of(Sheets.fact(words.get("fact.peer"), peer()));
      case LinkKind.Vlan v ->
          List.of(
              Sheets.fact(words.get("fact.parent"), v.parent()), Sheets.fact("VLAN", "" + v.id()));
      case LinkKind.Macvlan m ->
          List.of(
              Sheets.fact(words.get("fact.parent"), m.parent()),
              new Fact(
                  words.get("fact.mode"),
                  m.mode(),
                  "",
                  new OneOf(
                      List.of("bridge", "private", "vepa", "passthru"),
                      to -> "ip link set " + name + " type macvlan mode " + to)));
      case LinkKind.Vxlan x ->
          List.of(
              Sheets.fact("VNI", "" + x.vni()),
              Sheets.fact("remote", x.remote().map(Object::toString).orElse("–")),
              Sheets.fact(words.get("fact.udp-port"), "" + x.port()));
      default -> List.of();
    };
  }

  private String peer() {
    Ns there = link.linkNetns().map(n -> new Ns(n.name())).orElse(ns);
    return kernel.exists(there)
        ? kernel.linkAt(there, link.link()).map(p -> there + ":" + p.name()).orElse("–")
        : "–";
  }

  // --- bridge and port -------------------------------------------------------------------------

  private Facts bridge(BridgeView bridge) {
    List<Fact> facts = new ArrayList<>();
    facts.add(setting(bridge, BridgeAttr.STP_STATE, true, stp(bridge)));
    facts.add(setting(bridge, BridgeAttr.FORWARD_DELAY, false, words.get("unit.centiseconds")));
    facts.add(setting(bridge, BridgeAttr.AGEING_TIME, false, words.get("unit.centiseconds")));
    facts.add(setting(bridge, BridgeAttr.PRIORITY, false, ""));
    facts.add(setting(bridge, BridgeAttr.VLAN_FILTERING, true, ""));
    facts.add(setting(bridge, BridgeAttr.NF_CALL_IPTABLES, true, nf()));
    facts.add(setting(bridge, BridgeAttr.MCAST_SNOOPING, true, ""));
    return new Facts(facts);
  }

  private String stp(BridgeView bridge) {
    boolean on = bridge.settings().getOrDefault(BridgeAttr.STP_STATE, 0L) != 0;
    return words.get(on ? "inspect.stp-on" : "inspect.stp-off");
  }

  private String nf() {
    String all = kernel.sysctl(ns, "net.bridge.bridge-nf-call-iptables").orElse("0");
    return words.get(all.equals("1") ? "inspect.nf-on" : "inspect.nf-off", all);
  }

  private Fact setting(BridgeView bridge, BridgeAttr attr, boolean flag, String note) {
    String value = "" + bridge.settings().getOrDefault(attr, 0L);
    UnaryOperator<String> command =
        to -> "ip link set " + name + " type bridge " + attr.word() + " " + to;
    return new Fact(
        attr.word(), value, note, flag ? new OneOf(List.of(OFF, ON), command) : new Typed(command));
  }

  private Facts port(PortView port) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Sheets.fact(words.get("fact.bridge"), port.bridge()));
    facts.add(Sheets.fact("state", words.get("port-state." + port.state())));
    for (PortAttr attr :
        List.of(PortAttr.HAIRPIN, PortAttr.LEARNING, PortAttr.FLOOD, PortAttr.ISOLATED)) {
      facts.add(
          new Fact(
              attr.word(),
              "" + port.settings().getOrDefault(attr, 0L),
              "",
              new OneOf(
                  List.of(OFF, ON),
                  to ->
                      "bridge link set dev "
                          + name
                          + " "
                          + attr.word()
                          + (to.equals(ON) ? " on" : " off"))));
    }
    for (PortAttr attr : List.of(PortAttr.PRIORITY, PortAttr.COST)) {
      facts.add(
          typed(
              attr.word(),
              "" + port.settings().getOrDefault(attr, 0L),
              to -> "bridge link set dev " + name + " " + attr.word() + " " + to));
    }
    return new Facts(facts);
  }

  private String firstPort() {
    return kernel.links(ns).stream()
        .filter(l -> l.master().equals(name))
        .map(LinkView::name)
        .findFirst()
        .orElse("veth1");
  }

  private Rows ports() {
    List<Sheet.Line> lines = new ArrayList<>();
    for (LinkView each : kernel.links(ns)) {
      if (each.master().equals(name) && each.port().isPresent()) {
        PortView port = each.port().get();
        lines.add(
            new Sheet.Line(
                each.name(),
                List.of(
                    each.name(),
                    words.get("port-state." + port.state()),
                    port.settings().getOrDefault(PortAttr.HAIRPIN, 0L) == 1 ? "hairpin" : ""),
                "",
                Optional.empty(),
                Optional.of("ip link set " + each.name() + " nomaster")));
      }
    }
    return new Rows(
        "ports",
        words.get("inspect.ports"),
        Optional.empty(),
        List.of(words.get("head.name"), words.get("head.state"), ""),
        lines,
        Optional.of(new Sheet.Adding("veth9", typed -> "ip link set " + typed + " master " + name)),
        Optional.empty());
  }
}
