package vethlab.linux.deploy;

import java.util.Optional;
import vethlab.op.Errno;
import vethlab.op.Op;
import vethlab.op.Result;

/** A refused operation in a sentence that names the object. */
final class Refusal {
  private Refusal() {}

  static String sentence(Op op, Result.Refused refused) {
    return object(op) + ": " + unknownKind(op, refused).orElse(said(refused));
  }

  private static String said(Result.Refused refused) {
    return refused.message().isEmpty() ? refused.errno().text() : refused.message();
  }

  /** What a link's refusal means where the kernel does not have its kind. */
  static Optional<String> unknownKind(Op op, Result.Refused refused) {
    return op instanceof Op.LinkAdd add && refused.errno() == Errno.EOPNOTSUPP
        ? Optional.of(
            "this kernel has no links of kind "
                + add.kind().word()
                + " (it says: "
                + said(refused)
                + ")")
        : Optional.empty();
  }

  private static String object(Op op) {
    String where = op.ns().isHost() ? "" : " in namespace " + op.ns().name();
    return switch (op) {
          case Op.NetnsAdd o -> "namespace " + o.name();
          case Op.NetnsDel o -> "namespace " + o.name();
          case Op.NetnsSetId o -> "id of namespace " + o.name();
          case Op.LinkAdd o -> o.kind().word() + " " + o.name();
          case Op.LinkDel o -> "link " + o.name();
          case Op.LinkSet o -> "link " + o.name();
          case Op.AddrAdd o -> "address " + o.local() + " of " + o.dev();
          case Op.AddrDel o -> "address " + o.local() + " of " + o.dev();
          case Op.RouteChange o -> "route to " + o.route().to();
          case Op.RuleAdd _, Op.RuleDel _ -> "policy rule";
          case Op.NeighAdd o -> "neighbour " + o.entry().to();
          case Op.NeighDel o -> "neighbour " + o.entry().to();
          case Op.FdbAdd o -> "forwarding entry " + o.entry().mac();
          case Op.FdbDel o -> "forwarding entry " + o.entry().mac();
          case Op.BridgeVlanAdd o -> "VLAN " + o.vlan().first() + " of " + o.dev();
          case Op.BridgeVlanDel o -> "VLAN " + o.vlan().first() + " of " + o.dev();
          case Op.SysctlSet o -> "sysctl " + o.key();
          case Op.QdiscSet o -> "queueing discipline of " + o.dev();
          case Op.QdiscDel o -> "queueing discipline of " + o.dev();
          case Op.ConntrackFlush _, Op.ConntrackDelete _ -> "connections";
          case Op.Iptables o -> "iptables table " + o.table();
          case Op.IptRestore _ -> "iptables rules";
        }
        + where;
  }
}
