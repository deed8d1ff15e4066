package vethlab.lab.observe;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vethlab.lab.Lab.Interface;
import vethlab.lab.Lab.VlanEntry;
import vethlab.op.PortAttr;
import vethlab.op.view.BridgeVlanView;
import vethlab.op.view.LinkView;
import vethlab.op.view.PortView;

/** What has been set at a bridge port: settings that are not as the kernel makes one, VLANs. */
final class PortSettings {
  /** What a person sets and the spanning tree leaves alone. */
  private static final Map<PortAttr, Long> USUAL = new EnumMap<>(PortAttr.class);

  static {
    USUAL.put(PortAttr.HAIRPIN, 0L);
    USUAL.put(PortAttr.GUARD, 0L);
    USUAL.put(PortAttr.ROOT_BLOCK, 0L);
    USUAL.put(PortAttr.LEARNING, 1L);
    USUAL.put(PortAttr.FLOOD, 1L);
    USUAL.put(PortAttr.MCAST_FLOOD, 1L);
    USUAL.put(PortAttr.BCAST_FLOOD, 1L);
    USUAL.put(PortAttr.PROXY_ARP, 0L);
    USUAL.put(PortAttr.NEIGH_SUPPRESS, 0L);
    USUAL.put(PortAttr.ISOLATED, 0L);
    USUAL.put(PortAttr.LOCKED, 0L);
  }

  private static final List<BridgeVlanView.Entry> DEFAULT_VLANS =
      List.of(new BridgeVlanView.Entry(1, true, true));

  private PortSettings() {}

  static Map<PortAttr, Long> changed(LinkView link, Optional<Interface> was) {
    Map<PortAttr, Long> said = was.map(Interface::port).orElse(Map.of());
    if (link.port().isEmpty()) {
      return said;
    }
    PortView view = link.port().get();
    Map<PortAttr, Long> settings = new EnumMap<>(PortAttr.class);
    said.forEach((attr, value) -> settings.put(attr, view.settings().getOrDefault(attr, value)));
    USUAL.forEach((attr, usual) -> {
      long now = view.settings().getOrDefault(attr, usual);
      if (now != usual) {
        settings.put(attr, now);
      }
    });
    return settings;
  }

  /** The VLANs of a port that has others than VLAN 1; ids that follow each other stay apart. */
  static List<VlanEntry> vlans(List<BridgeVlanView> all, LinkView link, Optional<Interface> was) {
    List<VlanEntry> said = was.map(Interface::vlans).orElse(List.of());
    for (BridgeVlanView each : all) {
      if (each.dev().equals(link.name()) && !each.bridge()) {
        if (each.vlans().equals(DEFAULT_VLANS) && said.isEmpty()) {
          return List.of();
        }
        List<VlanEntry> now = new ArrayList<>();
        for (BridgeVlanView.Entry entry : each.vlans()) {
          now.add(new VlanEntry(entry.id(), entry.id(), entry.pvid(), entry.untagged()));
        }
        return now;
      }
    }
    return said;
  }
}
