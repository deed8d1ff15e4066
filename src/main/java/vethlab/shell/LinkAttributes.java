package vethlab.shell;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import vethlab.op.BridgeAttr;
import vethlab.op.Errno;
import vethlab.op.LinkFlags;
import vethlab.op.LinkKind;
import vethlab.op.PortAttr;
import vethlab.op.view.BridgeView;
import vethlab.op.view.LinkStats;
import vethlab.op.view.LinkView;
import vethlab.op.view.PortView;

/** What stands in the files of /sys/class/net, by name. */
final class LinkAttributes {
  static final Map<String, BridgeAttr> BRIDGE_SETTINGS = bridgeSettings();
  static final Map<String, PortAttr> PORT_SETTINGS = portSettings();
  static final Map<String, Function<LinkView, String>> OF_LINK = ofLink();
  static final Map<String, Function<BridgeView, String>> OF_BRIDGE = ofBridge();
  static final Map<String, Function<PortView, String>> OF_PORT = ofPort();
  static final Map<String, Function<LinkStats, Long>> STATISTICS = statistics();

  private static final int PROMISC = LinkFlags.PROMISC;
  private static final int ARPHRD_ETHER = 1;
  private static final int ARPHRD_LOOPBACK = 772;

  private LinkAttributes() {}

  private static Map<String, Function<LinkView, String>> ofLink() {
    Map<String, Function<LinkView, String>> all = new TreeMap<>();
    all.put("addr_len", link -> "6");
    all.put("address", link -> link.address().toString());
    all.put("broadcast", link -> link.broadcast().toString());
    all.put("carrier", link -> whileUp(link, link.has(LinkFlags.LOWER_UP) ? "1" : "0"));
    all.put("carrier_changes", link -> "" + link.carrierChanges());
    all.put("dev_id", link -> "0x0");
    all.put("dev_port", link -> "0");
    all.put("dormant", link -> whileUp(link, "0"));
    all.put("duplex", link -> whileUp(link, duplex(link)));
    all.put("flags", link -> "0x" + Integer.toHexString(flags(link)));
    all.put("ifalias", LinkView::alias);
    all.put("ifindex", link -> "" + link.index());
    all.put("iflink", link -> "" + (link.link() == 0 ? link.index() : link.link()));
    all.put("link_mode", link -> "0");
    all.put("mtu", link -> "" + link.mtu());
    all.put("netdev_group", link -> "" + link.group());
    all.put("operstate", link -> link.state().name().toLowerCase(Locale.ROOT));
    all.put("proto_down", link -> "0");
    all.put("speed", link -> whileUp(link, speed(link)));
    all.put("tx_queue_len", link -> "" + link.txQueueLength());
    all.put("type", link -> "" + type(link));
    return all;
  }

  private static String whileUp(LinkView link, String text) {
    if (!link.has(LinkFlags.UP)) {
      throw new FileException(Errno.EINVAL.text());
    }
    return text;
  }

  /** Only what has a cable, or pretends to, says how fast it is. */
  private static String speed(LinkView link) {
    return switch (link.kind()) {
      case LinkKind.Veth veth -> "10000";
      case LinkKind.Bridge bridge -> "-1";
      default -> throw new FileException(Errno.EINVAL.text());
    };
  }

  private static String duplex(LinkView link) {
    return switch (link.kind()) {
      case LinkKind.Veth veth -> "full";
      case LinkKind.Bridge bridge -> "unknown";
      default -> throw new FileException(Errno.EINVAL.text());
    };
  }

  private static int type(LinkView link) {
    return link.kind() instanceof LinkKind.Loopback ? ARPHRD_LOOPBACK : ARPHRD_ETHER;
  }

  /** dev->flags: without RUNNING, with what others have asked for. */
  private static int flags(LinkView link) {
    int settings = link.flags() & 0xffff & ~LinkFlags.RUNNING;
    return settings
        | (link.promiscuity() > 0 ? PROMISC : 0)
        | (link.allMulticast() > 0 ? LinkFlags.ALLMULTI : 0);
  }

  private static Map<String, Function<LinkStats, Long>> statistics() {
    Map<String, Function<LinkStats, Long>> all = new TreeMap<>();
    for (String none :
        new String[] {
          "rx_compressed", "rx_crc_errors", "rx_fifo_errors", "rx_frame_errors",
          "rx_length_errors", "rx_missed_errors", "rx_nohandler", "rx_over_errors",
          "tx_aborted_errors", "tx_compressed", "tx_fifo_errors", "tx_heartbeat_errors",
          "tx_window_errors"
        }) {
      all.put(none, stats -> 0L);
    }
    all.put("collisions", LinkStats::collisions);
    all.put("multicast", LinkStats::rxMulticast);
    all.put("rx_bytes", LinkStats::rxBytes);
    all.put("rx_dropped", LinkStats::rxDropped);
    all.put("rx_errors", LinkStats::rxErrors);
    all.put("rx_packets", LinkStats::rxPackets);
    all.put("tx_bytes", LinkStats::txBytes);
    all.put("tx_carrier_errors", LinkStats::txCarrier);
    all.put("tx_dropped", LinkStats::txDropped);
    all.put("tx_errors", LinkStats::txErrors);
    all.put("tx_packets", LinkStats::txPackets);
    return all;
  }

  private static Map<String, BridgeAttr> bridgeSettings() {
    Map<String, BridgeAttr> all = new TreeMap<>();
    all.put("ageing_time", BridgeAttr.AGEING_TIME);
    all.put("default_pvid", BridgeAttr.VLAN_DEFAULT_PVID);
    all.put("forward_delay", BridgeAttr.FORWARD_DELAY);
    all.put("group_fwd_mask", BridgeAttr.GROUP_FWD_MASK);
    all.put("hello_time", BridgeAttr.HELLO_TIME);
    all.put("max_age", BridgeAttr.MAX_AGE);
    all.put("multicast_querier", BridgeAttr.MCAST_QUERIER);
    all.put("multicast_router", BridgeAttr.MCAST_ROUTER);
    all.put("multicast_snooping", BridgeAttr.MCAST_SNOOPING);
    all.put("nf_call_arptables", BridgeAttr.NF_CALL_ARPTABLES);
    all.put("nf_call_ip6tables", BridgeAttr.NF_CALL_IP6TABLES);
    all.put("nf_call_iptables", BridgeAttr.NF_CALL_IPTABLES);
    all.put("priority", BridgeAttr.PRIORITY);
    all.put("stp_state", BridgeAttr.STP_STATE);
    all.put("vlan_filtering", BridgeAttr.VLAN_FILTERING);
    all.put("vlan_protocol", BridgeAttr.VLAN_PROTOCOL);
    return all;
  }

  private static Map<String, PortAttr> portSettings() {
    Map<String, PortAttr> all = new TreeMap<>();
    all.put("bpdu_guard", PortAttr.GUARD);
    all.put("broadcast_flood", PortAttr.BCAST_FLOOD);
    all.put("hairpin_mode", PortAttr.HAIRPIN);
    all.put("isolated", PortAttr.ISOLATED);
    all.put("learning", PortAttr.LEARNING);
    all.put("multicast_fast_leave", PortAttr.FASTLEAVE);
    all.put("multicast_flood", PortAttr.MCAST_FLOOD);
    all.put("multicast_router", PortAttr.MCAST_ROUTER);
    all.put("neigh_suppress", PortAttr.NEIGH_SUPPRESS);
    all.put("path_cost", PortAttr.COST);
    all.put("priority", PortAttr.PRIORITY);
    all.put("proxyarp", PortAttr.PROXY_ARP);
    all.put("proxyarp_wifi", PortAttr.PROXY_ARP_WIFI);
    all.put("root_block", PortAttr.ROOT_BLOCK);
    all.put("unicast_flood", PortAttr.FLOOD);
    return all;
  }

  private static Map<String, Function<BridgeView, String>> ofBridge() {
    Map<String, Function<BridgeView, String>> all = new TreeMap<>();
    BRIDGE_SETTINGS.forEach((file, attr) -> all.put(file, view -> "" + setting(view, attr)));
    all.put("bridge_id", view -> id(view.id()));
    all.put("flush", view -> denied());
    all.put("gc_timer", view -> "" + view.gcTimer());
    all.put("group_addr", view -> "01:80:c2:00:00:00");
    all.put(
        "group_fwd_mask",
        view -> "0x" + Long.toHexString(setting(view, BridgeAttr.GROUP_FWD_MASK)));
    all.put("hello_timer", view -> "" + view.helloTimer());
    all.put("no_linklocal_learn", view -> "0");
    all.put("root_id", view -> id(view.designatedRoot()));
    all.put("root_path_cost", view -> "" + view.rootPathCost());
    all.put("root_port", view -> "" + view.rootPort());
    all.put("tcn_timer", view -> "" + view.tcnTimer());
    all.put("topology_change", view -> bit(view.topologyChange()));
    all.put("topology_change_detected", view -> bit(view.topologyChangeDetected()));
    all.put("topology_change_timer", view -> "" + view.topologyChangeTimer());
    all.put(
        "vlan_protocol", view -> "0x" + Long.toHexString(setting(view, BridgeAttr.VLAN_PROTOCOL)));
    return all;
  }

  private static long setting(BridgeView view, BridgeAttr attr) {
    return view.settings().getOrDefault(attr, 0L);
  }

  private static String denied() {
    throw FileException.denied();
  }

  private static String id(long id) {
    return "%04x.%012x".formatted(id >>> 48, id & 0xffff_ffff_ffffL);
  }

  private static String bit(boolean on) {
    return on ? "1" : "0";
  }

  private static Map<String, Function<PortView, String>> ofPort() {
    Map<String, Function<PortView, String>> all = new TreeMap<>();
    PORT_SETTINGS.forEach(
        (file, attr) -> all.put(file, view -> "" + view.settings().getOrDefault(attr, 0L)));
    all.put("change_ack", view -> bit(view.topologyChangeAck()));
    all.put("config_pending", view -> bit(view.configPending()));
    all.put("designated_bridge", view -> id(view.designatedBridge()));
    all.put("designated_cost", view -> "" + view.designatedCost());
    all.put("designated_port", view -> "" + view.designatedPort());
    all.put("designated_root", view -> id(view.designatedRoot()));
    all.put("flush", view -> denied());
    all.put("forward_delay_timer", view -> "" + view.forwardDelayTimer());
    all.put("hold_timer", view -> "" + view.holdTimer());
    all.put("message_age_timer", view -> "" + view.messageAgeTimer());
    all.put("port_id", view -> "0x" + Integer.toHexString(portId(view)));
    all.put("port_no", view -> "0x" + Integer.toHexString(view.number()));
    all.put("state", view -> "" + view.state());
    return all;
  }

  /** br_make_port_id: six bits of priority over ten of number. */
  private static int portId(PortView view) {
    return view.settings().getOrDefault(PortAttr.PRIORITY, 0L).intValue() << 10 | view.number();
  }
}
