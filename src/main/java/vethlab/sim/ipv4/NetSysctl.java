package vethlab.sim.ipv4;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The sysctls of a namespace that are not per device, with the kernel's defaults. A room that needs
 * another adds a line. Keys whose numbers nothing here reads are kept and shown all the same.
 */
public enum NetSysctl {
  BRIDGE_NF_CALL_ARPTABLES("net.bridge.bridge-nf-call-arptables", 0),
  BRIDGE_NF_CALL_IP6TABLES("net.bridge.bridge-nf-call-ip6tables", 0),
  BRIDGE_NF_CALL_IPTABLES("net.bridge.bridge-nf-call-iptables", 0),
  BRIDGE_NF_FILTER_PPPOE_TAGGED("net.bridge.bridge-nf-filter-pppoe-tagged", 0),
  BRIDGE_NF_FILTER_VLAN_TAGGED("net.bridge.bridge-nf-filter-vlan-tagged", 0),
  BRIDGE_NF_PASS_VLAN_INPUT_DEV("net.bridge.bridge-nf-pass-vlan-input-dev", 0),
  CORE_OPTMEM_MAX("net.core.optmem_max", 131072),
  CORE_RMEM_DEFAULT("net.core.rmem_default", 212992),
  CORE_RMEM_MAX("net.core.rmem_max", 212992),
  CORE_SOMAXCONN("net.core.somaxconn", 4096),
  CORE_WMEM_DEFAULT("net.core.wmem_default", 212992),
  CORE_WMEM_MAX("net.core.wmem_max", 212992),
  FIB_MULTIPATH_HASH_FIELDS("net.ipv4.fib_multipath_hash_fields", 7),
  FIB_MULTIPATH_HASH_POLICY("net.ipv4.fib_multipath_hash_policy", 0, 0, 3),
  FIB_MULTIPATH_HASH_SEED("net.ipv4.fib_multipath_hash_seed", 0),
  FIB_MULTIPATH_USE_NEIGH("net.ipv4.fib_multipath_use_neigh", 0),
  FIB_NOTIFY_ON_FLAG_CHANGE("net.ipv4.fib_notify_on_flag_change", 0),
  FWMARK_REFLECT("net.ipv4.fwmark_reflect", 0),
  ICMP_ECHO_ENABLE_PROBE("net.ipv4.icmp_echo_enable_probe", 0),
  ICMP_ECHO_IGNORE_ALL("net.ipv4.icmp_echo_ignore_all", 0, 0, 1),
  ICMP_ECHO_IGNORE_BROADCASTS("net.ipv4.icmp_echo_ignore_broadcasts", 1, 0, 1),
  ICMP_ERRORS_USE_INBOUND_IFADDR("net.ipv4.icmp_errors_use_inbound_ifaddr", 0, 0, 1),
  ICMP_IGNORE_BOGUS_ERROR_RESPONSES("net.ipv4.icmp_ignore_bogus_error_responses", 1, 0, 1),
  ICMP_MSGS_BURST("net.ipv4.icmp_msgs_burst", 50, 0, Integer.MAX_VALUE),
  ICMP_MSGS_PER_SEC("net.ipv4.icmp_msgs_per_sec", 1000, 0, Integer.MAX_VALUE),
  ICMP_RATELIMIT("net.ipv4.icmp_ratelimit", 1000, 0, Integer.MAX_VALUE),
  ICMP_RATEMASK("net.ipv4.icmp_ratemask", 6168),
  IGMP_LINK_LOCAL_MCAST_REPORTS("net.ipv4.igmp_link_local_mcast_reports", 1),
  IGMP_MAX_MEMBERSHIPS("net.ipv4.igmp_max_memberships", 20),
  IGMP_MAX_MSF("net.ipv4.igmp_max_msf", 10),
  IGMP_QRV("net.ipv4.igmp_qrv", 2),
  IP_AUTOBIND_REUSE("net.ipv4.ip_autobind_reuse", 0),
  IP_DEFAULT_TTL("net.ipv4.ip_default_ttl", 64, 1, 255),
  IP_DYNADDR("net.ipv4.ip_dynaddr", 0),
  IP_EARLY_DEMUX("net.ipv4.ip_early_demux", 1),
  IP_FORWARD_UPDATE_PRIORITY("net.ipv4.ip_forward_update_priority", 1),
  IP_FORWARD_USE_PMTU("net.ipv4.ip_forward_use_pmtu", 0, 0, 255),
  IP_LOCAL_PORT_RANGE("net.ipv4.ip_local_port_range", "32768\t60999"),
  IP_LOCAL_RESERVED_PORTS("net.ipv4.ip_local_reserved_ports", ""),
  IP_NO_PMTU_DISC("net.ipv4.ip_no_pmtu_disc", 0, 0, 3),
  IP_NONLOCAL_BIND("net.ipv4.ip_nonlocal_bind", 0, 0, 255),
  IP_UNPRIVILEGED_PORT_START("net.ipv4.ip_unprivileged_port_start", 1024, 0, 65535),
  IPFRAG_HIGH_THRESH("net.ipv4.ipfrag_high_thresh", 4194304),
  IPFRAG_LOW_THRESH("net.ipv4.ipfrag_low_thresh", 3145728),
  IPFRAG_MAX_DIST("net.ipv4.ipfrag_max_dist", 64, 0, Integer.MAX_VALUE),
  IPFRAG_TIME("net.ipv4.ipfrag_time", 30),
  NEXTHOP_COMPAT_MODE("net.ipv4.nexthop_compat_mode", 1),
  PING_GROUP_RANGE("net.ipv4.ping_group_range", "0\t2147483647"),
  RAW_L3MDEV_ACCEPT("net.ipv4.raw_l3mdev_accept", 1),
  ROUTE_MIN_ADV_MSS("net.ipv4.route.min_adv_mss", 256),
  ROUTE_MIN_PMTU("net.ipv4.route.min_pmtu", 552, 68, Integer.MAX_VALUE),
  ROUTE_MTU_EXPIRES("net.ipv4.route.mtu_expires", 600),
  TCP_ABORT_ON_OVERFLOW("net.ipv4.tcp_abort_on_overflow", 0),
  TCP_ADV_WIN_SCALE("net.ipv4.tcp_adv_win_scale", 1),
  TCP_ALLOWED_CONGESTION_CONTROL("net.ipv4.tcp_allowed_congestion_control", "reno cubic"),
  TCP_APP_WIN("net.ipv4.tcp_app_win", 31),
  TCP_AUTOCORKING("net.ipv4.tcp_autocorking", 1),
  TCP_AVAILABLE_CONGESTION_CONTROL("net.ipv4.tcp_available_congestion_control", "reno cubic"),
  TCP_BACKLOG_ACK_DEFER("net.ipv4.tcp_backlog_ack_defer", 1),
  TCP_BASE_MSS("net.ipv4.tcp_base_mss", 1024),
  TCP_CHALLENGE_ACK_LIMIT("net.ipv4.tcp_challenge_ack_limit", 2147483647),
  TCP_CHILD_EHASH_ENTRIES("net.ipv4.tcp_child_ehash_entries", 0),
  TCP_COMP_SACK_DELAY_NS("net.ipv4.tcp_comp_sack_delay_ns", 1000000),
  TCP_COMP_SACK_NR("net.ipv4.tcp_comp_sack_nr", 44),
  TCP_COMP_SACK_SLACK_NS("net.ipv4.tcp_comp_sack_slack_ns", 100000),
  TCP_CONGESTION_CONTROL("net.ipv4.tcp_congestion_control", "cubic"),
  TCP_DSACK("net.ipv4.tcp_dsack", 1),
  TCP_EARLY_DEMUX("net.ipv4.tcp_early_demux", 1),
  TCP_EARLY_RETRANS("net.ipv4.tcp_early_retrans", 3),
  TCP_ECN("net.ipv4.tcp_ecn", 2, 0, 5),
  TCP_ECN_FALLBACK("net.ipv4.tcp_ecn_fallback", 1),
  TCP_ECN_OPTION("net.ipv4.tcp_ecn_option", 2),
  TCP_ECN_OPTION_BEACON("net.ipv4.tcp_ecn_option_beacon", 3),
  TCP_EHASH_ENTRIES("net.ipv4.tcp_ehash_entries", -262144, 0, -1),
  TCP_FACK("net.ipv4.tcp_fack", 0),
  TCP_FASTOPEN("net.ipv4.tcp_fastopen", 1),
  TCP_FASTOPEN_BLACKHOLE_TIMEOUT_SEC("net.ipv4.tcp_fastopen_blackhole_timeout_sec", 0),
  TCP_FIN_TIMEOUT("net.ipv4.tcp_fin_timeout", 60),
  TCP_FRTO("net.ipv4.tcp_frto", 2),
  TCP_FWMARK_ACCEPT("net.ipv4.tcp_fwmark_accept", 0),
  TCP_INVALID_RATELIMIT("net.ipv4.tcp_invalid_ratelimit", 500),
  TCP_KEEPALIVE_INTVL("net.ipv4.tcp_keepalive_intvl", 75),
  TCP_KEEPALIVE_PROBES("net.ipv4.tcp_keepalive_probes", 9),
  TCP_KEEPALIVE_TIME("net.ipv4.tcp_keepalive_time", 7200),
  TCP_L3MDEV_ACCEPT("net.ipv4.tcp_l3mdev_accept", 0),
  TCP_LIMIT_OUTPUT_BYTES("net.ipv4.tcp_limit_output_bytes", 4194304),
  TCP_MAX_REORDERING("net.ipv4.tcp_max_reordering", 300),
  TCP_MAX_SYN_BACKLOG("net.ipv4.tcp_max_syn_backlog", 2048),
  TCP_MAX_TW_BUCKETS("net.ipv4.tcp_max_tw_buckets", 131072),
  TCP_MIGRATE_REQ("net.ipv4.tcp_migrate_req", 0),
  TCP_MIN_RTT_WLEN("net.ipv4.tcp_min_rtt_wlen", 300),
  TCP_MIN_SND_MSS("net.ipv4.tcp_min_snd_mss", 48),
  TCP_MIN_TSO_SEGS("net.ipv4.tcp_min_tso_segs", 2),
  TCP_MODERATE_RCVBUF("net.ipv4.tcp_moderate_rcvbuf", 1),
  TCP_MTU_PROBE_FLOOR("net.ipv4.tcp_mtu_probe_floor", 48),
  TCP_MTU_PROBING("net.ipv4.tcp_mtu_probing", 0),
  TCP_NO_METRICS_SAVE("net.ipv4.tcp_no_metrics_save", 0),
  TCP_NO_SSTHRESH_METRICS_SAVE("net.ipv4.tcp_no_ssthresh_metrics_save", 1),
  TCP_NOTSENT_LOWAT("net.ipv4.tcp_notsent_lowat", "4294967295"),
  TCP_ORPHAN_RETRIES("net.ipv4.tcp_orphan_retries", 0),
  TCP_PACING_CA_RATIO("net.ipv4.tcp_pacing_ca_ratio", 120),
  TCP_PACING_SS_RATIO("net.ipv4.tcp_pacing_ss_ratio", 200),
  TCP_PINGPONG_THRESH("net.ipv4.tcp_pingpong_thresh", 1),
  TCP_PROBE_INTERVAL("net.ipv4.tcp_probe_interval", 600),
  TCP_PROBE_THRESHOLD("net.ipv4.tcp_probe_threshold", 8),
  TCP_RECOVERY("net.ipv4.tcp_recovery", 1),
  TCP_REFLECT_TOS("net.ipv4.tcp_reflect_tos", 0),
  TCP_REORDERING("net.ipv4.tcp_reordering", 3),
  TCP_RETRANS_COLLAPSE("net.ipv4.tcp_retrans_collapse", 1),
  TCP_RETRIES1("net.ipv4.tcp_retries1", 3, 0, 255),
  TCP_RETRIES2("net.ipv4.tcp_retries2", 15, 0, 255),
  TCP_RFC1337("net.ipv4.tcp_rfc1337", 0),
  TCP_RMEM("net.ipv4.tcp_rmem", "4096\t131072\t6291456"),
  TCP_RTO_MAX_MS("net.ipv4.tcp_rto_max_ms", 120000),
  TCP_RTO_MIN_US("net.ipv4.tcp_rto_min_us", 200000),
  TCP_SACK("net.ipv4.tcp_sack", 1, 0, 255),
  TCP_SHRINK_WINDOW("net.ipv4.tcp_shrink_window", 0),
  TCP_SLOW_START_AFTER_IDLE("net.ipv4.tcp_slow_start_after_idle", 1),
  TCP_STDURG("net.ipv4.tcp_stdurg", 0),
  TCP_SYN_LINEAR_TIMEOUTS("net.ipv4.tcp_syn_linear_timeouts", 4),
  TCP_SYN_RETRIES("net.ipv4.tcp_syn_retries", 6, 1, 127),
  TCP_SYNACK_RETRIES("net.ipv4.tcp_synack_retries", 5, 0, 255),
  TCP_SYNCOOKIES("net.ipv4.tcp_syncookies", 1, 0, 2),
  TCP_THIN_LINEAR_TIMEOUTS("net.ipv4.tcp_thin_linear_timeouts", 0),
  TCP_TIMESTAMPS("net.ipv4.tcp_timestamps", 1, 0, 2),
  TCP_TSO_RTT_LOG("net.ipv4.tcp_tso_rtt_log", 9),
  TCP_TSO_WIN_DIVISOR("net.ipv4.tcp_tso_win_divisor", 3),
  TCP_TW_REUSE("net.ipv4.tcp_tw_reuse", 2, 0, 2),
  TCP_TW_REUSE_DELAY("net.ipv4.tcp_tw_reuse_delay", 1000),
  TCP_WINDOW_SCALING("net.ipv4.tcp_window_scaling", 1, 0, 255),
  TCP_WMEM("net.ipv4.tcp_wmem", "4096\t16384\t4194304"),
  TCP_WORKAROUND_SIGNED_WINDOWS("net.ipv4.tcp_workaround_signed_windows", 0),
  UDP_CHILD_HASH_ENTRIES("net.ipv4.udp_child_hash_entries", 0),
  UDP_EARLY_DEMUX("net.ipv4.udp_early_demux", 1),
  UDP_HASH_ENTRIES("net.ipv4.udp_hash_entries", -16384, 0, -1),
  UDP_L3MDEV_ACCEPT("net.ipv4.udp_l3mdev_accept", 0),
  UDP_RMEM_MIN("net.ipv4.udp_rmem_min", 4096),
  UDP_WMEM_MIN("net.ipv4.udp_wmem_min", 4096),
  NF_CONNTRACK_ACCT("net.netfilter.nf_conntrack_acct", 0, 0, 1),
  NF_CONNTRACK_BUCKETS("net.netfilter.nf_conntrack_buckets", 262144, 0, -1),
  NF_CONNTRACK_CHECKSUM("net.netfilter.nf_conntrack_checksum", 1, 0, 1),
  NF_CONNTRACK_COUNT("net.netfilter.nf_conntrack_count", 0, 0, -1),
  NF_CONNTRACK_EVENTS("net.netfilter.nf_conntrack_events", 2),
  NF_CONNTRACK_EXPECT_MAX("net.netfilter.nf_conntrack_expect_max", 4096),
  NF_CONNTRACK_GENERIC_TIMEOUT("net.netfilter.nf_conntrack_generic_timeout", 600),
  NF_CONNTRACK_GRE_TIMEOUT("net.netfilter.nf_conntrack_gre_timeout", 30),
  NF_CONNTRACK_GRE_TIMEOUT_STREAM("net.netfilter.nf_conntrack_gre_timeout_stream", 180),
  NF_CONNTRACK_ICMP_TIMEOUT("net.netfilter.nf_conntrack_icmp_timeout", 30),
  NF_CONNTRACK_ICMPV6_TIMEOUT("net.netfilter.nf_conntrack_icmpv6_timeout", 30),
  NF_CONNTRACK_LOG_INVALID("net.netfilter.nf_conntrack_log_invalid", 0),
  NF_CONNTRACK_MAX("net.netfilter.nf_conntrack_max", 262144),
  NF_CONNTRACK_TCP_BE_LIBERAL("net.netfilter.nf_conntrack_tcp_be_liberal", 0, 0, 1),
  NF_CONNTRACK_TCP_IGNORE_INVALID_RST("net.netfilter.nf_conntrack_tcp_ignore_invalid_rst", 0),
  NF_CONNTRACK_TCP_LOOSE("net.netfilter.nf_conntrack_tcp_loose", 1, 0, 1),
  NF_CONNTRACK_TCP_MAX_RETRANS("net.netfilter.nf_conntrack_tcp_max_retrans", 3),
  NF_CONNTRACK_TCP_TIMEOUT_CLOSE("net.netfilter.nf_conntrack_tcp_timeout_close", 10),
  NF_CONNTRACK_TCP_TIMEOUT_CLOSE_WAIT("net.netfilter.nf_conntrack_tcp_timeout_close_wait", 60),
  NF_CONNTRACK_TCP_TIMEOUT_ESTABLISHED(
      "net.netfilter.nf_conntrack_tcp_timeout_established", 432000),
  NF_CONNTRACK_TCP_TIMEOUT_FIN_WAIT("net.netfilter.nf_conntrack_tcp_timeout_fin_wait", 120),
  NF_CONNTRACK_TCP_TIMEOUT_LAST_ACK("net.netfilter.nf_conntrack_tcp_timeout_last_ack", 30),
  NF_CONNTRACK_TCP_TIMEOUT_MAX_RETRANS("net.netfilter.nf_conntrack_tcp_timeout_max_retrans", 300),
  NF_CONNTRACK_TCP_TIMEOUT_SYN_RECV("net.netfilter.nf_conntrack_tcp_timeout_syn_recv", 60),
  NF_CONNTRACK_TCP_TIMEOUT_SYN_SENT("net.netfilter.nf_conntrack_tcp_timeout_syn_sent", 120),
  NF_CONNTRACK_TCP_TIMEOUT_TIME_WAIT("net.netfilter.nf_conntrack_tcp_timeout_time_wait", 120),
  NF_CONNTRACK_TCP_TIMEOUT_UNACKNOWLEDGED(
      "net.netfilter.nf_conntrack_tcp_timeout_unacknowledged", 300),
  NF_CONNTRACK_TIMESTAMP("net.netfilter.nf_conntrack_timestamp", 0, 0, 1),
  NF_CONNTRACK_UDP_TIMEOUT("net.netfilter.nf_conntrack_udp_timeout", 30),
  NF_CONNTRACK_UDP_TIMEOUT_STREAM("net.netfilter.nf_conntrack_udp_timeout_stream", 120);

  private static final Map<String, NetSysctl> BY_KEY = new LinkedHashMap<>();

  static {
    for (NetSysctl each : values()) {
      BY_KEY.put(each.key, each);
    }
  }

  private final String key;
  private final boolean number;
  private final int initial;
  private final int least;
  private final int most;
  private final String text;

  NetSysctl(String key, int initial) {
    this(key, initial, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** A range that is empty makes the key read-only. */
  NetSysctl(String key, int initial, int least, int most) {
    this.key = key;
    this.number = true;
    this.initial = initial;
    this.least = least;
    this.most = most;
    this.text = "";
  }

  NetSysctl(String key, String text) {
    this.key = key;
    this.number = false;
    this.initial = 0;
    this.least = 0;
    this.most = 0;
    this.text = text;
  }

  public static Optional<NetSysctl> of(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }

  /** With dots, as sysctl(8) prints it. */
  public String key() {
    return key;
  }

  boolean isNumber() {
    return number;
  }

  int initial() {
    return initial;
  }

  String initialText() {
    return text;
  }

  boolean allows(int value) {
    return value >= least && value <= most;
  }

  boolean isReadOnly() {
    return number && least > most;
  }
}
