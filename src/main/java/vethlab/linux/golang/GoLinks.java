package vethlab.linux.golang;

import static vethlab.linux.golang.GoText.at;
import static vethlab.linux.golang.GoText.fields;
import static vethlab.linux.golang.GoText.index;
import static vethlab.linux.golang.GoText.link;
import static vethlab.linux.golang.GoText.ns;
import static vethlab.linux.golang.GoText.string;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vethlab.op.BridgeAttr;
import vethlab.op.LinkChange;
import vethlab.op.LinkKind;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.PortAttr;
import vethlab.op.Qdisc;

/** Links made and changed. */
final class GoLinks {
  private GoLinks() {}

  static List<String> add(Op.LinkAdd op) {
    List<String> calls = new ArrayList<>();
    calls.add(at(op.ns()) + ".LinkAdd(" + value(op) + ")");
    Ns born = target(op.with()).orElse(op.ns());
    later(op.with()).forEach(change -> calls.add(change(born, op.name(), change)));
    switch (op.kind()) {
      case LinkKind.Bridge bridge ->
          bridge.settings().forEach(setting -> calls.add(change(born, op.name(), setting)));
      case LinkKind.Veth veth -> {
        Ns there = target(veth.peerWith()).orElse(op.ns());
        for (LinkChange change : veth.peerWith()) {
          if (!(change instanceof LinkChange.MoveTo || change instanceof LinkChange.Address)) {
            calls.add(change(there, veth.peer(), change));
          }
        }
      }
      default -> {}
    }
    return calls;
  }

  static List<String> set(Op.LinkSet op) {
    return op.changes().stream().map(change -> change(op.ns(), op.name(), change)).toList();
  }

  private static String value(Op.LinkAdd op) {
    String attrs = attrs(op);
    Ns ns = op.ns();
    return switch (op.kind()) {
      case LinkKind.Veth veth -> veth(attrs, veth);
      case LinkKind.Bridge _ -> fields().add("LinkAttrs", attrs).of("&netlink.Bridge");
      case LinkKind.Dummy _ -> fields().add("LinkAttrs", attrs).of("&netlink.Dummy");
      case LinkKind.Vlan vlan ->
          fields()
              .add("LinkAttrs", attrs)
              .add("VlanId", vlan.id())
              .addIf(vlan.protocol() == 0x88a8, "VlanProtocol", "netlink.VLAN_PROTOCOL_8021AD")
              .of("&netlink.Vlan");
      case LinkKind.Macvlan macvlan ->
          fields()
              .add("LinkAttrs", attrs)
              .add("Mode", "netlink.MACVLAN_MODE_" + macvlan.mode().toUpperCase(Locale.ROOT))
              .of("&netlink.Macvlan");
      case LinkKind.Ipvlan ipvlan ->
          fields()
              .add("LinkAttrs", attrs)
              .add("Mode", "netlink.IPVLAN_MODE_" + ipvlan.mode().toUpperCase(Locale.ROOT))
              .of("&netlink.IPVlan");
      case LinkKind.Vxlan vxlan -> vxlan(ns, attrs, vxlan);
      case LinkKind.Vrf vrf ->
          fields().add("LinkAttrs", attrs).add("Table", vrf.table()).of("&netlink.Vrf");
      case LinkKind.Loopback _, LinkKind.Unknown _ ->
          fields()
              .add("LinkAttrs", attrs)
              .add("LinkType", string(op.kind().word()))
              .of("&netlink.GenericLink");
    };
  }

  /** TxQLen 0 would be sent and mean a queue of length 0; -1 is not sent. */
  private static String attrs(Op.LinkAdd op) {
    GoText.Fields fields = fields().add("Name", string(op.name())).add("TxQLen", -1);
    parent(op.kind()).ifPresent(parent -> fields.add("ParentIndex", index(op.ns(), parent)));
    for (LinkChange change : op.with()) {
      switch (change) {
        case LinkChange.Mtu mtu -> fields.add("MTU", mtu.bytes());
        case LinkChange.Address mac -> fields.add("HardwareAddr", GoText.mac(mac.mac()));
        case LinkChange.MoveTo to -> fields.add("Namespace", fd(to.ns()));
        case LinkChange.Group group -> fields.add("Group", group.group());
        case LinkChange.Index index -> fields.add("Index", index.ifindex());
        case LinkChange.Master master -> fields.add("MasterIndex", index(op.ns(), master.link()));
        default -> {}
      }
    }
    return fields.of("netlink.LinkAttrs");
  }

  /** What LinkAttrs has no field for. */
  private static List<LinkChange> later(List<LinkChange> with) {
    return with.stream()
        .filter(change ->
            switch (change) {
              case LinkChange.Mtu _,
                  LinkChange.Address _,
                  LinkChange.MoveTo _,
                  LinkChange.Group _,
                  LinkChange.Index _,
                  LinkChange.Master _ ->
                  false;
              default -> true;
            })
        .toList();
  }

  private static Optional<String> parent(LinkKind kind) {
    return switch (kind) {
      case LinkKind.Vlan vlan -> Optional.of(vlan.parent());
      case LinkKind.Macvlan macvlan -> Optional.of(macvlan.parent());
      case LinkKind.Ipvlan ipvlan -> Optional.of(ipvlan.parent());
      default -> Optional.empty();
    };
  }

  private static String veth(String attrs, LinkKind.Veth veth) {
    GoText.Fields fields = fields().add("LinkAttrs", attrs).add("PeerName", string(veth.peer()));
    for (LinkChange change : veth.peerWith()) {
      switch (change) {
        case LinkChange.Address mac -> fields.add("PeerHardwareAddr", GoText.mac(mac.mac()));
        case LinkChange.MoveTo to -> fields.add("PeerNamespace", fd(to.ns()));
        default -> {}
      }
    }
    return fields.of("&netlink.Veth");
  }

  private static String vxlan(Ns ns, String attrs, LinkKind.Vxlan vxlan) {
    return fields()
        .add("LinkAttrs", attrs)
        .add("VxlanId", vxlan.vni())
        .addIf(
            vxlan.dev().isPresent(), "VtepDevIndex", vxlan.dev().map(d -> index(ns, d)).orElse(""))
        .addIf(vxlan.local().isPresent(), "SrcAddr", vxlan.local().map(GoText::ip).orElse(""))
        .addIf(vxlan.remote().isPresent(), "Group", vxlan.remote().map(GoText::ip).orElse(""))
        .addIf(vxlan.ttl().isPresent(), "TTL", vxlan.ttl().orElse(0))
        .add("Learning", vxlan.learning())
        .add("Port", vxlan.port())
        .of("&netlink.Vxlan");
  }

  private static String fd(Ns ns) {
    return "netlink.NsFd(fd(" + ns(ns) + "))";
  }

  private static Optional<Ns> target(List<LinkChange> with) {
    return with.stream()
        .filter(LinkChange.MoveTo.class::isInstance)
        .map(change -> ((LinkChange.MoveTo) change).ns())
        .findFirst();
  }

  private static String change(Ns ns, String name, LinkChange change) {
    String link = link(ns, name);
    String at = at(ns);
    return switch (change) {
      case LinkChange.Up _ -> at + ".LinkSetUp(" + link + ")";
      case LinkChange.Down _ -> at + ".LinkSetDown(" + link + ")";
      case LinkChange.Mtu c -> at + ".LinkSetMTU(" + link + ", " + c.bytes() + ")";
      case LinkChange.Address c ->
          at + ".LinkSetHardwareAddr(" + link + ", " + GoText.mac(c.mac()) + ")";
      case LinkChange.Rename c -> at + ".LinkSetName(" + link + ", " + string(c.name()) + ")";
      case LinkChange.MoveTo c -> at + ".LinkSetNsFd(" + link + ", fd(" + ns(c.ns()) + "))";
      case LinkChange.Master c -> at + ".LinkSetMaster(" + link + ", " + link(ns, c.link()) + ")";
      case LinkChange.NoMaster _ -> at + ".LinkSetNoMaster(" + link + ")";
      case LinkChange.Arp c -> at + (c.on() ? ".LinkSetARPOn(" : ".LinkSetARPOff(") + link + ")";
      case LinkChange.Multicast c ->
          at + (c.on() ? ".LinkSetMulticastOn(" : ".LinkSetMulticastOff(") + link + ")";
      case LinkChange.AllMulticast c ->
          at + (c.on() ? ".LinkSetAllmulticastOn(" : ".LinkSetAllmulticastOff(") + link + ")";
      case LinkChange.Promisc c ->
          at + (c.on() ? ".SetPromiscOn(" : ".SetPromiscOff(") + link + ")";
      case LinkChange.TxQueueLength c -> at + ".LinkSetTxQLen(" + link + ", " + c.packets() + ")";
      case LinkChange.Alias c -> at + ".LinkSetAlias(" + link + ", " + string(c.text()) + ")";
      case LinkChange.Group c -> at + ".LinkSetGroup(" + link + ", " + c.group() + ")";
      case LinkChange.BridgeSetting c -> bridge(ns, name, c.attr(), c.value());
      case LinkChange.PortSetting c -> port(ns, name, c.attr(), c.value());
      case LinkChange.Broadcast _,
          LinkChange.Carrier _,
          LinkChange.Queues _,
          LinkChange.Index _,
          LinkChange.AddrGenMode _,
          LinkChange.FlushFdb _,
          LinkChange.OfKind _ ->
          command(ns, name, change);
    };
  }

  /** The library has no call for it. */
  private static String command(Ns ns, String name, LinkChange change) {
    return GoCommand.of(new Op.LinkSet(ns, name, List.of(change)));
  }

  private static String bridge(Ns ns, String name, BridgeAttr attr, long value) {
    return switch (attr) {
      case VLAN_FILTERING ->
          at(ns) + ".BridgeSetVlanFiltering(" + link(ns, name) + ", " + (value != 0) + ")";
      case MCAST_SNOOPING ->
          at(ns) + ".BridgeSetMcastSnoop(" + link(ns, name) + ", " + (value != 0) + ")";
      default -> command(ns, name, new LinkChange.BridgeSetting(attr, value));
    };
  }

  private static String port(Ns ns, String name, PortAttr attr, long value) {
    Optional<String> call =
        switch (attr) {
          case HAIRPIN -> Optional.of("LinkSetHairpin");
          case GUARD -> Optional.of("LinkSetGuard");
          case ROOT_BLOCK -> Optional.of("LinkSetRootBlock");
          case FASTLEAVE -> Optional.of("LinkSetFastLeave");
          case LEARNING -> Optional.of("LinkSetLearning");
          case FLOOD -> Optional.of("LinkSetFlood");
          case PROXY_ARP -> Optional.of("LinkSetBrProxyArp");
          case PROXY_ARP_WIFI -> Optional.of("LinkSetBrProxyArpWiFi");
          default -> Optional.empty();
        };
    return call.map(c -> at(ns) + "." + c + "(" + link(ns, name) + ", " + (value != 0) + ")")
        .orElseGet(() -> command(ns, name, new LinkChange.PortSetting(attr, value)));
  }

  static String qdisc(Op.QdiscSet op) {
    if (!(op.qdisc() instanceof Qdisc.Netem netem) || netem.reorder() + netem.rate() > 0) {
      return GoCommand.of(op);
    }
    String call =
        switch (op.verb()) {
          case ADD -> "QdiscAdd";
          case CHANGE -> "QdiscChange";
          case REPLACE -> "QdiscReplace";
        };
    String attrs =
        fields()
            .add("LinkIndex", index(op.ns(), op.dev()))
            .add("Handle", "netlink.MakeHandle(" + Math.max(1, op.handle()) + ", 0)")
            .add("Parent", "netlink.HANDLE_ROOT")
            .of("netlink.QdiscAttrs");
    String settings =
        fields()
            .add("Latency", netem.delay() / 1000)
            .add("Jitter", netem.jitter() / 1000)
            .add("Loss", netem.loss() * 100)
            .add("Duplicate", netem.duplicate() * 100)
            .add("CorruptProb", netem.corrupt() * 100)
            .add("Limit", netem.limit())
            .of("netlink.NetemQdiscAttrs");
    return at(op.ns()) + "." + call + "(netlink.NewNetem(" + attrs + ", " + settings + "))";
  }
}
