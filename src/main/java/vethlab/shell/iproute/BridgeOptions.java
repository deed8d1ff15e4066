package vethlab.shell.iproute;

import java.util.ArrayList;
import java.util.List;
import vethlab.op.BridgeAttr;
import vethlab.op.LinkChange;
import vethlab.op.PortAttr;

/** Reads what follows {@code type bridge} and {@code type bridge_slave}. */
final class BridgeOptions {

  private record Limit(BridgeAttr attr, long max) {}

  private static final long U8 = 0xff;
  private static final long U16 = 0xffff;
  private static final long U32 = 0xffffffffL;

  /** In the order the words are compared. */
  private static final List<Limit> BRIDGE =
      List.of(
          new Limit(BridgeAttr.FORWARD_DELAY, U32),
          new Limit(BridgeAttr.HELLO_TIME, U32),
          new Limit(BridgeAttr.MAX_AGE, U32),
          new Limit(BridgeAttr.AGEING_TIME, U32),
          new Limit(BridgeAttr.STP_STATE, U32),
          new Limit(BridgeAttr.PRIORITY, U16),
          new Limit(BridgeAttr.VLAN_FILTERING, U8),
          new Limit(BridgeAttr.VLAN_PROTOCOL, U16),
          new Limit(BridgeAttr.GROUP_FWD_MASK, U16),
          new Limit(BridgeAttr.VLAN_DEFAULT_PVID, U16),
          new Limit(BridgeAttr.VLAN_STATS_ENABLED, U8),
          new Limit(BridgeAttr.MCAST_ROUTER, U8),
          new Limit(BridgeAttr.MCAST_SNOOPING, U8),
          new Limit(BridgeAttr.MCAST_QUERIER, U8),
          new Limit(BridgeAttr.NF_CALL_IPTABLES, U8),
          new Limit(BridgeAttr.NF_CALL_IP6TABLES, U8),
          new Limit(BridgeAttr.NF_CALL_ARPTABLES, U8));

  private static final List<String> BRIDGE_NOT_MODELLED =
      List.of(
          "group_address",
          "no_linklocal_learn",
          "vlan_stats_per_port",
          "mcast_vlan_snooping",
          "mcast_query_use_ifaddr",
          "mcast_hash_elasticity",
          "mcast_hash_max",
          "mcast_last_member_count",
          "mcast_startup_query_count",
          "mcast_last_member_interval",
          "mcast_membership_interval",
          "mcast_querier_interval",
          "mcast_query_interval",
          "mcast_query_response_interval",
          "mcast_startup_query_interval",
          "mcast_stats_enabled",
          "mcast_igmp_version",
          "mcast_mld_version");

  private static final Words<List<LinkChange>> BRIDGE_WORDS = bridgeWords();
  private static final Words<List<LinkChange>> PORT_WORDS = portWords();

  private BridgeOptions() {}

  static List<LinkChange> bridge(Args args) {
    return BRIDGE_WORDS.read(new ArrayList<>(), args);
  }

  static List<LinkChange> port(Args args) {
    return PORT_WORDS.read(new ArrayList<>(), args);
  }

  private static Words<List<LinkChange>> bridgeWords() {
    Words<List<LinkChange>> words = new Words<>();
    for (Limit limit : BRIDGE) {
      words.word(limit.attr().word(), (changes, args) -> changes.add(setting(limit, args)));
    }
    words.word("fdb_flush", (changes, args) -> changes.add(new LinkChange.FlushFdb(false)));
    for (String word : BRIDGE_NOT_MODELLED) {
      words.full(
          word,
          (changes, args) -> {
            throw IpError.notModelled("ip link: bridge \"" + word + "\"");
          });
    }
    return words.other((changes, args) -> {
      String word = args.take();
      if (Args.matches(word, "help")) {
        throw new IpError(Help.text("link-bridge"), 1);
      }
      throw new IpError(
          "bridge: unknown command \"" + word + "\"?\n" + Help.text("link-bridge"), 1);
    });
  }

  private static LinkChange setting(Limit limit, Args args) {
    String text = args.value();
    String complaint = "invalid " + limit.attr().word();
    long value =
        limit.attr() == BridgeAttr.VLAN_PROTOCOL
            ? vlanProtocol(text, complaint)
            : Numbers.unsigned(text, limit.max()).orElseThrow(() -> IpError.wrong(complaint, text));
    return new LinkChange.BridgeSetting(limit.attr(), value);
  }

  /** 802.1Q or 802.1ad, by name or by number. */
  static int vlanProtocol(String text, String complaint) {
    return switch (text.toLowerCase(java.util.Locale.ROOT)) {
      case "802.1q" -> 0x8100;
      case "802.1ad" -> 0x88a8;
      default -> (int) Numbers.u16(text).orElseThrow(() -> IpError.wrong(complaint, text));
    };
  }

  static String vlanProtocol(int protocol) {
    return switch (protocol) {
      case 0x8100 -> "802.1Q";
      case 0x88a8 -> "802.1ad";
      default -> "[" + protocol + "]";
    };
  }

  private static Words<List<LinkChange>> portWords() {
    Words<List<LinkChange>> words = new Words<>();
    number(words, "state", PortAttr.STATE, U8, "state is invalid");
    number(words, "priority", PortAttr.PRIORITY, U16, "priority is invalid");
    number(words, "cost", PortAttr.COST, U32, "cost is invalid");
    onOff(words, "hairpin", PortAttr.HAIRPIN);
    onOff(words, "guard", PortAttr.GUARD);
    onOff(words, "root_block", PortAttr.ROOT_BLOCK);
    onOff(words, "fastleave", PortAttr.FASTLEAVE);
    onOff(words, "learning", PortAttr.LEARNING);
    onOff(words, "flood", PortAttr.FLOOD);
    onOff(words, "mcast_flood", PortAttr.MCAST_FLOOD);
    onOff(words, "bcast_flood", PortAttr.BCAST_FLOOD);
    onOff(words, "proxy_arp", PortAttr.PROXY_ARP);
    onOff(words, "proxy_arp_wifi", PortAttr.PROXY_ARP_WIFI);
    number(words, "mcast_router", PortAttr.MCAST_ROUTER, U8, "invalid mcast_router");
    onOff(words, "mcast_fast_leave", PortAttr.FASTLEAVE);
    onOff(words, "neigh_suppress", PortAttr.NEIGH_SUPPRESS);
    onOff(words, "vlan_tunnel", PortAttr.VLAN_TUNNEL);
    onOff(words, "isolated", PortAttr.ISOLATED);
    onOff(words, "locked", PortAttr.LOCKED);
    words.word("fdb_flush", (changes, args) -> changes.add(new LinkChange.FlushFdb(true)));
    for (String word :
        List.of("mcast_to_unicast", "group_fwd_mask", "backup_port", "nobackup_port")) {
      words.full(
          word,
          (changes, args) -> {
            throw IpError.notModelled("ip link: bridge_slave \"" + word + "\"");
          });
    }
    return words.other((changes, args) -> {
      String word = args.take();
      if (Args.matches(word, "help")) {
        throw new IpError(Help.text("link-bridge_slave"), 1);
      }
      throw new IpError(
          "bridge_slave: unknown option \"" + word + "\"?\n" + Help.text("link-bridge_slave"), 1);
    });
  }

  private static void number(
      Words<List<LinkChange>> words, String word, PortAttr attr, long max, String complaint) {
    words.word(
        word,
        (changes, args) -> {
          String text = args.value();
          long value =
              Numbers.unsigned(text, max).orElseThrow(() -> IpError.wrong(complaint, text));
          changes.add(new LinkChange.PortSetting(attr, value));
        });
  }

  private static void onOff(Words<List<LinkChange>> words, String word, PortAttr attr) {
    words.word(
        word,
        (changes, args) ->
            changes.add(
                new LinkChange.PortSetting(
                    attr, LinkParser.oneOfOnOff(word, args.value(), 1) ? 1 : 0)));
  }
}
