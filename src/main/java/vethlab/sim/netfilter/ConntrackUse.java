package vethlab.sim.netfilter;

import vethlab.op.iptables.IptRule;
import vethlab.op.iptables.Match;
import vethlab.op.iptables.Target;

/** Which rules make a namespace track connections: whose checkentry calls nf_ct_netns_get. */
final class ConntrackUse {
  private ConntrackUse() {}

  static boolean of(IptRule rule) {
    return needed(rule.target()) || rule.matches().stream().anyMatch(ConntrackUse::needed);
  }

  private static boolean needed(Match match) {
    return match instanceof Match.Conntrack
        || match instanceof Match.State
        || match instanceof Match.ConnMark
        || match instanceof Match.ConnLimit
        || match instanceof Match.ConnBytes;
  }

  private static boolean needed(Target target) {
    return target instanceof Target.Snat
        || target instanceof Target.Dnat
        || target instanceof Target.Masquerade
        || target instanceof Target.Redirect
        || target instanceof Target.Netmap
        || target instanceof Target.ConnMark
        || target instanceof Target.Ct ct && !ct.noTrack();
  }
}
