package vethlab.linux.deploy;

import vethlab.op.Op;
import vethlab.op.Result;

/** A refused operation in a sentence that names the object. */
final class Refusal {
  private Refusal() {}

  static String sentence(Op op, Result.Refused refused) {
    String said = refused.message().isEmpty() ? refused.errno().text() : refused.message();
    return object(op) + ": " + said;
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
