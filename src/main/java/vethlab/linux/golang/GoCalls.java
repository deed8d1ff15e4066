package vethlab.linux.golang;

import static vethlab.linux.golang.GoText.at;
import static vethlab.linux.golang.GoText.fields;
import static vethlab.linux.golang.GoText.index;
import static vethlab.linux.golang.GoText.ip;
import static vethlab.linux.golang.GoText.link;
import static vethlab.linux.golang.GoText.mac;
import static vethlab.linux.golang.GoText.ns;
import static vethlab.linux.golang.GoText.string;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vethlab.op.FdbSpec;
import vethlab.op.NeighSpec;
import vethlab.op.NudState;
import vethlab.op.Op;

/**
 * The Go expressions that do what an {@link Op} says; each is of type error. {@code at}, {@code
 * link}, {@code fd} and the other lower-case names are the helpers of {@link GoProgram}.
 */
public final class GoCalls {
  private GoCalls() {}

  public static List<String> of(Op op) {
    return switch (op) {
      case Op.NetnsAdd o -> List.of("newNamespace(" + string(o.name()) + ")");
      case Op.NetnsDel o -> List.of("netns.DeleteNamed(" + string(o.name()) + ")");
      case Op.NetnsSetId o -> List.of(setId(o));
      case Op.LinkAdd o -> GoLinks.add(o);
      case Op.LinkDel o -> List.of(at(o.ns()) + ".LinkDel(" + link(o.ns(), o.name()) + ")");
      case Op.LinkSet o -> GoLinks.set(o);
      case Op.AddrAdd o -> List.of(address(o));
      case Op.AddrDel o -> List.of(address(o));
      case Op.RouteChange o -> List.of(GoRoutes.change(o));
      case Op.RuleAdd o -> List.of(at(o.ns()) + ".RuleAdd(" + GoRoutes.rule(o.rule()) + ")");
      case Op.RuleDel o -> List.of(at(o.ns()) + ".RuleDel(" + GoRoutes.rule(o.rule()) + ")");
      case Op.NeighAdd o -> List.of(neighbour(o));
      case Op.NeighDel o -> List.of(at(o.ns()) + ".NeighDel(" + neighbour(o.entry(), o) + ")");
      case Op.FdbAdd o -> List.of(entry(o));
      case Op.FdbDel o -> List.of(at(o.ns()) + ".NeighDel(" + entry(o.entry(), o) + ")");
      case Op.BridgeVlanAdd o -> vlans(o, "BridgeVlanAdd", o.dev(), o.vlan());
      case Op.BridgeVlanDel o -> vlans(o, "BridgeVlanDel", o.dev(), o.vlan());
      case Op.SysctlSet o -> List.of(sysctl(o));
      case Op.QdiscSet o -> List.of(GoLinks.qdisc(o));
      case Op.QdiscDel o -> List.of(GoCommand.of(o));
      case Op.ConntrackFlush o ->
          List.of(at(o.ns()) + ".ConntrackTableFlush(netlink.ConntrackTable)");
      case Op.ConntrackDelete o -> List.of(GoCommand.of(o));
      case Op.Iptables o -> List.of(GoCommand.of(o));
      case Op.IptRestore o -> List.of(GoCommand.of(o));
    };
  }

  private static String setId(Op.NetnsSetId op) {
    String fd = "fd(" + string(op.name()) + ")";
    return at(op.ns()) + ".SetNetNsIdByFd(" + fd + ", " + op.nsid() + ")";
  }

  /**
   * The library makes up a broadcast address where none is given; 0.0.0.0 is what the ip command
   * asks for.
   */
  private static String address(Op.AddrAdd op) {
    String address =
        fields()
            .add("IPNet", "address(" + string(op.local().toString()) + ")")
            .addIf(!op.label().isEmpty(), "Label", string(op.label()))
            .addIf(op.peer().isPresent(), "Peer", op.peer().map(p -> peer(p.toString())).orElse(""))
            .add("Broadcast", op.broadcast().map(GoText::ip).orElse("net.IPv4zero"))
            .addIf(op.scope() > 0, "Scope", op.scope())
            .addIf(op.validSeconds() != Op.AddrAdd.FOREVER, "ValidLft", op.validSeconds())
            .addIf(op.validSeconds() != Op.AddrAdd.FOREVER, "PreferedLft", op.preferredSeconds())
            .addIf(op.noPrefixRoute(), "Flags", "unix.IFA_F_NOPREFIXROUTE")
            .of("&netlink.Addr");
    String call = op.verb() == Op.AddrVerb.ADD ? ".AddrAdd(" : ".AddrReplace(";
    return at(op.ns()) + call + link(op.ns(), op.dev()) + ", " + address + ")";
  }

  private static String peer(String address) {
    return "address(" + string(address + "/32") + ")";
  }

  private static String address(Op.AddrDel op) {
    String address =
        fields()
            .add("IPNet", "address(" + string(op.local().toString()) + ")")
            .addIf(!op.label().isEmpty(), "Label", string(op.label()))
            .of("&netlink.Addr");
    return at(op.ns()) + ".AddrDel(" + link(op.ns(), op.dev()) + ", " + address + ")";
  }

  private static String neighbour(Op.NeighAdd op) {
    String call = op.verb() == Op.NeighVerb.ADD ? ".NeighAdd(" : ".NeighSet(";
    return at(op.ns()) + call + neighbour(op.entry(), op) + ")";
  }

  private static String neighbour(NeighSpec entry, Op op) {
    return fields()
        .add("LinkIndex", index(op.ns(), entry.dev()))
        .add("Family", "unix.AF_INET")
        .addIf(!entry.proxy(), "State", state(entry.state()))
        .addIf(entry.proxy(), "Flags", "netlink.NTF_PROXY")
        .add("IP", ip(entry.to()))
        .addIf(
            entry.lladdr().isPresent(), "HardwareAddr", entry.lladdr().map(GoText::mac).orElse(""))
        .of("&netlink.Neigh");
  }

  private static String state(NudState state) {
    return "netlink.NUD_" + state.name().toUpperCase(Locale.ROOT);
  }

  private static String entry(Op.FdbAdd op) {
    String call =
        switch (op.verb()) {
          case ADD -> ".NeighAdd(";
          case APPEND -> ".NeighAppend(";
          case REPLACE -> ".NeighSet(";
        };
    return at(op.ns()) + call + entry(op.entry(), op) + ")";
  }

  private static String entry(FdbSpec entry, Op op) {
    String state =
        switch (entry.state()) {
          case PERMANENT -> "netlink.NUD_PERMANENT";
          case STATIC -> "netlink.NUD_NOARP";
          case DYNAMIC, STALE -> "netlink.NUD_REACHABLE";
        };
    boolean self = entry.target() == FdbSpec.Target.SELF;
    return fields()
        .add("LinkIndex", index(op.ns(), entry.dev()))
        .add("Family", "unix.AF_BRIDGE")
        .add("Flags", self ? "netlink.NTF_SELF" : "netlink.NTF_MASTER")
        .add("State", state)
        .addIf(entry.vlan() > 0, "Vlan", entry.vlan())
        .addIf(entry.dst().isPresent(), "IP", entry.dst().map(GoText::ip).orElse(""))
        .add("HardwareAddr", mac(entry.mac()))
        .of("&netlink.Neigh");
  }

  private static List<String> vlans(Op op, String call, String dev, Op.BridgeVlan vlan) {
    List<String> calls = new ArrayList<>();
    for (int id = vlan.first(); id <= vlan.last(); id++) {
      calls.add(
          String.format(
              Locale.ROOT,
              "%s.%s(%s, %d, %b, %b, %b, %b)",
              at(op.ns()),
              call,
              link(op.ns(), dev),
              id,
              vlan.pvid(),
              vlan.untagged(),
              vlan.self(),
              !vlan.self()));
    }
    return calls;
  }

  private static String sysctl(Op.SysctlSet op) {
    String path = op.key().replace('.', '\n').replace('/', '.').replace('\n', '/');
    return "sysctl(" + ns(op.ns()) + ", " + string(path) + ", " + string(op.value()) + ")";
  }
}
