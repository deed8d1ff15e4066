package vethlab.shell.iproute;

import java.util.Locale;
import java.util.Map;
import vethlab.op.BridgeAttr;
import vethlab.op.LinkKind;
import vethlab.op.PortAttr;
import vethlab.op.view.BridgeView;
import vethlab.op.view.LinkView;
import vethlab.op.view.PortView;

/**
 * Prints what {@code -details} adds to a link. Settings that are not modelled are shown with the
 * kernel's defaults, which is what they are.
 */
final class LinkDetails {
  static final String[] PORT_STATES = {
    "disabled", "listening", "learning", "forwarding", "blocking"
  };

  private static final int LEGACY_TSO_MAX = 65536;
  private static final int TSO_MAX = 524280;

  private final Host host;
  private final Printer printer;
  private final LinkFilter filter;

  LinkDetails(Host host, Printer printer, LinkFilter filter) {
    this.host = host;
    this.printer = printer;
    this.filter = filter;
  }

  void print(LinkView link, LinkPrinter.Style style) {
    printer.number("promiscuity", " promiscuity %d ", link.promiscuity());
    printer.number("allmulti", " allmulti %d ", link.allMulticast());
    printer.number("min_mtu", "minmtu %d ", link.minMtu());
    printer.number("max_mtu", "maxmtu %d ", link.maxMtu());
    if (!LinkFilter.infoKind(link).isEmpty() || !link.master().isEmpty()) {
      printKind(link);
    }
    if (style == LinkPrinter.Style.LINK) {
      printer.string("inet6_addr_gen_mode", "addrgenmode %s ", link.addrGenMode());
    }
    printer.number("num_tx_queues", "numtxqueues %d ", link.txQueues());
    printer.number("num_rx_queues", "numrxqueues %d ", link.rxQueues());
    printer.number("gso_max_size", "gso_max_size %d ", 65536);
    printer.number("gso_max_segs", "gso_max_segs %d ", 65535);
    printer.number("tso_max_size", "tso_max_size %d ", tsoMaxSize(link));
    printer.number("tso_max_segs", "tso_max_segs %d ", 65535);
    printer.number("gro_max_size", "gro_max_size %d ", 65536);
  }

  /** What offloads segments takes more at once; a bridge as much as the least of its ports. */
  private int tsoMaxSize(LinkView link) {
    return switch (link.kind()) {
      case LinkKind.Vxlan vxlan ->
          vxlan.dev().flatMap(host.links()::find).map(this::tsoMaxSize).orElse(LEGACY_TSO_MAX);
      case LinkKind.Dummy dummy -> LEGACY_TSO_MAX;
      case LinkKind.Vrf vrf -> LEGACY_TSO_MAX;
      case LinkKind.Bridge bridge ->
          host.links().all().stream()
              .filter(port -> port.master().equals(link.name()))
              .mapToInt(this::tsoMaxSize)
              .min()
              .orElse(LEGACY_TSO_MAX);
      default -> TSO_MAX;
    };
  }

  private void printKind(LinkView link) {
    printer.open("linkinfo");
    String kind = LinkFilter.infoKind(link);
    if (!kind.isEmpty()) {
      printer.newLine();
      printer.string("info_kind", "    %s ", kind);
      printData(link);
    }
    String slave = filter.slaveKindOf(link);
    if (!slave.isEmpty()) {
      printer.newLine();
      printer.string("info_slave_kind", "    %s_slave ", slave);
      printSlave(link, slave);
    }
    printer.close();
  }

  private void printData(LinkView link) {
    switch (link.kind()) {
      case LinkKind.Bridge bridge -> link.bridge().ifPresent(view -> data(() -> printBridge(view)));
      case LinkKind.Vlan vlan -> data(() -> printVlan(vlan));
      case LinkKind.Macvlan macvlan -> data(() -> printMacvlan(macvlan));
      case LinkKind.Ipvlan ipvlan -> data(() -> printIpvlan(ipvlan));
      case LinkKind.Vxlan vxlan -> data(() -> printVxlan(vxlan));
      case LinkKind.Vrf vrf ->
          data(() -> printer.number("table", "table %d ", Integer.toUnsignedLong(vrf.table())));
      case LinkKind.Veth veth -> {}
      case LinkKind.Dummy dummy -> {}
      case LinkKind.Loopback loopback -> {}
      case LinkKind.Unknown unknown -> {}
    }
  }

  private void data(Runnable print) {
    printer.open("info_data");
    print.run();
    printer.close();
  }

  private void printSlave(LinkView link, String master) {
    if (master.equals("bridge")) {
      link.port()
          .ifPresent(port -> {
            printer.open("info_slave_data");
            printPort(port);
            printer.close();
          });
    } else if (master.equals("vrf")) {
      host.links()
          .vrf(link.master())
          .ifPresent(vrf -> {
            printer.open("info_slave_data");
            LinkKind.Vrf kind = (LinkKind.Vrf) vrf.kind();
            printer.number("table", "table %d ", Integer.toUnsignedLong(kind.table()));
            printer.close();
          });
    }
  }

  /** A bridge id as the tool writes it: leading zeros of the address' bytes are left out. */
  static String bridgeId(long id) {
    StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%04x.", id >>> 48));
    for (int shift = 40; shift >= 0; shift -= 8) {
      text.append(Long.toHexString(id >>> shift & 0xff)).append(shift > 0 ? ":" : "");
    }
    return text.toString();
  }

  private void timer(String name, long hundredths) {
    String value = String.format(Locale.ROOT, "%d.%02d", hundredths / 100, hundredths % 100);
    printer.literal(name, String.format(Locale.ROOT, "%s %7s ", name, value), value);
  }

  private void setting(Map<BridgeAttr, Long> settings, BridgeAttr attr) {
    printer.number(attr.word(), attr.word() + " %d ", settings.getOrDefault(attr, 0L));
  }

  private void printBridge(BridgeView bridge) {
    Map<BridgeAttr, Long> settings = bridge.settings();
    setting(settings, BridgeAttr.FORWARD_DELAY);
    setting(settings, BridgeAttr.HELLO_TIME);
    setting(settings, BridgeAttr.MAX_AGE);
    setting(settings, BridgeAttr.AGEING_TIME);
    setting(settings, BridgeAttr.STP_STATE);
    setting(settings, BridgeAttr.PRIORITY);
    setting(settings, BridgeAttr.VLAN_FILTERING);
    boolean vlans = settings.containsKey(BridgeAttr.VLAN_PROTOCOL);
    if (vlans) {
      printer.string(
          "vlan_protocol",
          "vlan_protocol %s ",
          BridgeOptions.vlanProtocol(settings.get(BridgeAttr.VLAN_PROTOCOL).intValue()));
    }
    printer.string("bridge_id", "bridge_id %s ", bridgeId(bridge.id()));
    printer.string("root_id", "designated_root %s ", bridgeId(bridge.id()));
    printer.number("root_port", "root_port %d ", bridge.rootPort());
    printer.number("root_path_cost", "root_path_cost %d ", bridge.rootPathCost());
    printer.number("topology_change", "topology_change %d ", bridge.topologyChange() ? 1 : 0);
    printer.number(
        "topology_change_detected",
        "topology_change_detected %d ",
        bridge.topologyChangeDetected() ? 1 : 0);
    timer("hello_timer", bridge.helloTimer());
    timer("tcn_timer", bridge.tcnTimer());
    timer("topology_change_timer", bridge.topologyChangeTimer());
    timer("gc_timer", bridge.gcTimer());
    if (vlans) {
      setting(settings, BridgeAttr.VLAN_DEFAULT_PVID);
      setting(settings, BridgeAttr.VLAN_STATS_ENABLED);
      printer.number("vlan_stats_per_port", "vlan_stats_per_port %d ", 0);
    }
    printer.hex(
        "group_fwd_mask",
        "group_fwd_mask %s ",
        settings.getOrDefault(BridgeAttr.GROUP_FWD_MASK, 0L));
    printer.string("group_addr", "group_address %s ", "01:80:c2:00:00:00");
    printMulticast(settings);
    setting(settings, BridgeAttr.NF_CALL_IPTABLES);
    setting(settings, BridgeAttr.NF_CALL_IP6TABLES);
    setting(settings, BridgeAttr.NF_CALL_ARPTABLES);
  }

  private void printMulticast(Map<BridgeAttr, Long> settings) {
    setting(settings, BridgeAttr.MCAST_SNOOPING);
    printer.number("no_linklocal_learn", "no_linklocal_learn %d ", 0);
    printer.number("mcast_vlan_snooping", "mcast_vlan_snooping %d ", 0);
    setting(settings, BridgeAttr.MCAST_ROUTER);
    printer.number("mcast_query_use_ifaddr", "mcast_query_use_ifaddr %d ", 0);
    setting(settings, BridgeAttr.MCAST_QUERIER);
    printer.number("mcast_hash_elasticity", "mcast_hash_elasticity %d ", 16);
    printer.number("mcast_hash_max", "mcast_hash_max %d ", 4096);
    printer.number("mcast_last_member_cnt", "mcast_last_member_count %d ", 2);
    printer.number("mcast_startup_query_cnt", "mcast_startup_query_count %d ", 2);
    printer.number("mcast_last_member_intvl", "mcast_last_member_interval %d ", 100);
    printer.number("mcast_membership_intvl", "mcast_membership_interval %d ", 26000);
    printer.number("mcast_querier_intvl", "mcast_querier_interval %d ", 25500);
    printer.number("mcast_query_intvl", "mcast_query_interval %d ", 12500);
    printer.number("mcast_query_response_intvl", "mcast_query_response_interval %d ", 1000);
    printer.number("mcast_startup_query_intvl", "mcast_startup_query_interval %d ", 3124);
    printer.number("mcast_stats_enabled", "mcast_stats_enabled %d ", 0);
    printer.number("mcast_igmp_version", "mcast_igmp_version %d ", 2);
    printer.number("mcast_mld_version", "mcast_mld_version %d ", 1);
  }

  private void flag(PortView port, PortAttr attr) {
    printer.onOff(attr.word(), attr.word() + " %s ", port.settings().getOrDefault(attr, 0L) != 0);
  }

  private void printPort(PortView port) {
    Map<PortAttr, Long> settings = port.settings();
    printer.string("state", "state %s ", PORT_STATES[port.state()]);
    printer.number("priority", "priority %d ", settings.getOrDefault(PortAttr.PRIORITY, 32L));
    printer.number("cost", "cost %d ", settings.getOrDefault(PortAttr.COST, 0L));
    flag(port, PortAttr.HAIRPIN);
    flag(port, PortAttr.GUARD);
    flag(port, PortAttr.ROOT_BLOCK);
    flag(port, PortAttr.FASTLEAVE);
    flag(port, PortAttr.LEARNING);
    flag(port, PortAttr.FLOOD);
    printer.hex("id", "port_id %s ", portId(port));
    printer.hex("no", "port_no %s ", port.number());
    printer.number("designated_port", "designated_port %d ", port.designatedPort());
    printer.number("designated_cost", "designated_cost %d ", port.designatedCost());
    printer.string("bridge_id", "designated_bridge %s ", bridgeId(port.designatedBridge()));
    printer.string("root_id", "designated_root %s ", bridgeId(port.designatedRoot()));
    timer("hold_timer", port.holdTimer());
    timer("message_age_timer", port.messageAgeTimer());
    timer("forward_delay_timer", port.forwardDelayTimer());
    printer.number(
        "topology_change_ack", "topology_change_ack %d ", port.topologyChangeAck() ? 1 : 0);
    printer.number("config_pending", "config_pending %d ", port.configPending() ? 1 : 0);
    flag(port, PortAttr.PROXY_ARP);
    flag(port, PortAttr.PROXY_ARP_WIFI);
    printer.number(
        "multicast_router", "mcast_router %d ", settings.getOrDefault(PortAttr.MCAST_ROUTER, 1L));
    boolean fastLeave = settings.getOrDefault(PortAttr.FASTLEAVE, 0L) != 0;
    printer.text("mcast_fast_leave " + (fastLeave ? "on" : "off") + " ");
    flag(port, PortAttr.MCAST_FLOOD);
    flag(port, PortAttr.BCAST_FLOOD);
    printer.onOff("mcast_to_unicast", "mcast_to_unicast %s ", false);
    flag(port, PortAttr.NEIGH_SUPPRESS);
    printer.hex("group_fwd_mask", "group_fwd_mask %s ", 0);
    printer.string("group_fwd_mask_str", "group_fwd_mask_str %s ", "0x0");
    flag(port, PortAttr.VLAN_TUNNEL);
    flag(port, PortAttr.ISOLATED);
    flag(port, PortAttr.LOCKED);
  }

  /** Six bits of priority above ten bits of number. */
  static long portId(PortView port) {
    return port.settings().getOrDefault(PortAttr.PRIORITY, 32L) << 10 | port.number();
  }

  private void printVlan(LinkKind.Vlan vlan) {
    printer.string("protocol", "protocol %s ", BridgeOptions.vlanProtocol(vlan.protocol()));
    printer.number("id", "id %d ", vlan.id());
    printer.list("flags", "<");
    printer.item("%s", "REORDER_HDR");
    printer.endList("> ");
  }

  private void printMacvlan(LinkKind.Macvlan macvlan) {
    printer.string("mode", "mode %s ", macvlan.mode());
    printer.number("bcqueuelen", "bcqueuelen %d ", 1000);
    printer.number("usedbcqueuelen", "usedbcqueuelen %d ", 1000);
  }

  private void printIpvlan(LinkKind.Ipvlan ipvlan) {
    printer.string("mode", " mode %s ", ipvlan.mode());
    printer.flag(ipvlan.flag(), ipvlan.flag() + " ");
  }

  private void printVxlan(LinkKind.Vxlan vxlan) {
    printer.number("id", "id %d ", vxlan.vni());
    vxlan
        .remote()
        .ifPresent(ip -> {
          String key = ip.isMulticast() ? "group" : "remote";
          printer.string(key, key + " %s ", ip.toString());
        });
    vxlan.local().ifPresent(ip -> printer.string("local", "local %s ", ip.toString()));
    vxlan.dev().ifPresent(dev -> printer.string("link", "dev %s ", dev));
    printer.text("srcport 0 0 ");
    printer.open("port_range");
    printer.jsonLiteral("low", "0");
    printer.jsonLiteral("high", "0");
    printer.close();
    printer.number("port", "dstport %d ", vxlan.port());
    printer.literal(
        "learning", vxlan.learning() ? "" : "nolearning ", String.valueOf(vxlan.learning()));
    int ttl = vxlan.ttl().orElse(0);
    printer.literal("ttl", ttl == 0 ? "ttl auto " : "ttl " + ttl + " ", Integer.toString(ttl));
    printer.jsonOnly("df", "unset");
    printer.number("ageing", "ageing %d ", 300);
    printer.literal("udp_csum", "udpcsum ", "true");
    printer.literal("udp_zero_csum6_tx", "noudp6zerocsumtx ", "false");
    printer.literal("udp_zero_csum6_rx", "noudp6zerocsumrx ", "false");
  }
}
