package vethlab.linux.request;

import vethlab.linux.netlink.Header;
import vethlab.linux.netlink.Message;
import vethlab.linux.netlink.MessageBuilder;
import vethlab.linux.netlink.MessageType;
import vethlab.linux.netlink.NlFlags;
import vethlab.linux.netlink.attr.Netnsa;
import vethlab.op.Ns;
import vethlab.op.Op;

/** What each {@link Op} asks of a Linux kernel. */
public final class Requests {
  private Requests() {}

  /**
   * The request for one operation.
   *
   * @throws Names.NoSuchDevice when it names a link that is not there
   */
  public static Request of(Op op, Names names) {
    return switch (op) {
      case Op.NetnsAdd o -> new Request.MakeNamespace(o.name());
      case Op.NetnsDel o -> new Request.DropNamespace(o.name());
      case Op.NetnsSetId o -> route(o, setId(o, names));
      case Op.LinkAdd o -> route(o, LinkRequests.add(o, names));
      case Op.LinkDel o -> route(o, LinkRequests.delete(o, names));
      case Op.LinkSet o -> route(o, LinkRequests.set(o, names));
      case Op.AddrAdd o -> route(o, AddressRequests.add(o, names));
      case Op.AddrDel o -> route(o, AddressRequests.delete(o, names));
      case Op.RouteChange o -> route(o, RouteRequests.change(o, names));
      case Op.RuleAdd o -> route(o, RuleRequests.add(o));
      case Op.RuleDel o -> route(o, RuleRequests.delete(o));
      case Op.NeighAdd o -> route(o, NeighbourRequests.add(o, names));
      case Op.NeighDel o -> route(o, NeighbourRequests.delete(o, names));
      case Op.FdbAdd o -> route(o, BridgeRequests.addEntry(o, names));
      case Op.FdbDel o -> route(o, BridgeRequests.deleteEntry(o, names));
      case Op.BridgeVlanAdd o -> route(o, BridgeRequests.addVlan(o, names));
      case Op.BridgeVlanDel o -> route(o, BridgeRequests.deleteVlan(o, names));
      case Op.QdiscSet o -> route(o, QdiscRequests.set(o, names));
      case Op.QdiscDel o -> route(o, QdiscRequests.delete(o, names));
      case Op.SysctlSet o -> new Request.WriteSysctl(o.ns(), o.key(), o.value());
      case Op.ConntrackFlush o -> new Request.Netfilter(o.ns(), flushConnections());
      case Op.ConntrackDelete o -> new Request.DeleteConnections(o.ns(), o.filter());
      case Op.Iptables o -> new Request.ChangeRules(o);
      case Op.IptRestore o -> new Request.RestoreRules(o);
    };
  }

  private static Request route(Op op, Message message) {
    return new Request.Rtnetlink(op.ns(), message);
  }

  private static Message setId(Op.NetnsSetId op, Names names) {
    return MessageBuilder.of(
            MessageType.RTM_NEWNSID, NlFlags.REQUEST, new Header.RtGen(Header.AF_UNSPEC))
        .u32(Netnsa.FD, names.fd(new Ns(op.name())))
        .u32(Netnsa.NSID, op.nsid())
        .build();
  }

  private static Message flushConnections() {
    return MessageBuilder.of(
            MessageType.IPCTNL_MSG_CT_DELETE,
            NlFlags.REQUEST,
            new Header.NfGen(Header.AF_INET, 0, 0))
        .build();
  }
}
