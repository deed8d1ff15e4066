package vethlab.sim.ipv4;

import vethlab.sim.Netns;
import vethlab.sim.table.LongMap;
import vethlab.wire.Icmp;

/**
 * How many ICMP errors may be sent: icmp.c icmp_global_allow and icmpv4_xrlim_allow, inetpeer.c
 * inet_peer_xrlim_allow, route.c ip_error and ip_rt_send_redirect. One purse for each destination,
 * from which ip_error and ICMP both take, and one for all.
 */
final class IcmpLimits {
  private static final long SECOND = 1_000_000_000L;
  private static final long MILLISECOND = 1_000_000L;

  /** XRLIM_BURST_FACTOR. */
  private static final int BURST = 6;

  /** ip_rt_error_burst and ip_rt_error_cost. */
  private static final long ERROR_BURST = 5 * SECOND;

  private static final long ERROR_COST = SECOND;

  /** ip_rt_redirect_load, ip_rt_redirect_number, ip_rt_redirect_silence. */
  private static final long REDIRECT_LOAD = SECOND / 50;

  private static final int REDIRECT_NUMBER = 9;
  private static final long REDIRECT_SILENCE = REDIRECT_LOAD << REDIRECT_NUMBER + 1;
  private static final int MAX_PEERS = 65_536;

  /** struct inet_peer. */
  private static final class Peer {
    private long tokens;
    private long last;
    private int redirects;

    Peer(long now) {
      last = now - 60 * SECOND;
    }

    Peer copy() {
      Peer copy = new Peer(0);
      copy.tokens = tokens;
      copy.last = last;
      copy.redirects = redirects;
      return copy;
    }
  }

  private LongMap<Peer> peers = new LongMap<>();
  private long credit;
  private long stamp = -SECOND;

  IcmpLimits copy() {
    IcmpLimits copy = new IcmpLimits();
    copy.peers = peers.copy(Peer::copy);
    copy.credit = credit;
    copy.stamp = stamp;
    return copy;
  }

  /** icmpv4_mask_allow: types that nobody counts. */
  static boolean isFree(Netns netns, int type, int code) {
    if (type > 18 || (type == Icmp.DEST_UNREACH && code == Icmp.FRAG_NEEDED)) {
      return true;
    }
    return (netns.sysctls.get(NetSysctl.ICMP_RATEMASK) >>> type & 1) == 0;
  }

  /** icmp_global_allow: is anything left for anybody? */
  boolean allowGlobal(Netns netns, long now) {
    long passed = Math.min(now - stamp, SECOND);
    if (passed >= SECOND / 50) {
      long earned = netns.sysctls.get(NetSysctl.ICMP_MSGS_PER_SEC) * passed / SECOND;
      if (earned > 0) {
        credit = Math.min(credit + earned, netns.sysctls.get(NetSysctl.ICMP_MSGS_BURST));
        stamp = now;
      }
    }
    return credit > 0;
  }

  /** icmp_global_consume; the kernel takes a random amount of about one. */
  void consumeGlobal() {
    credit = Math.max(0, credit - 1);
  }

  /** inet_peer_xrlim_allow: is anything left for this destination? */
  boolean allowPeer(Netns netns, int destination, long now) {
    long cost = netns.sysctls.get(NetSysctl.ICMP_RATELIMIT) * MILLISECOND;
    if (cost == 0) {
      return true;
    }
    Peer peer = peer(destination, now);
    long tokens = Math.min(peer.tokens + now - peer.last, BURST * cost);
    peer.last = now;
    boolean allowed = tokens >= cost;
    peer.tokens = allowed ? tokens - cost : tokens;
    return allowed;
  }

  /** ip_error's own share: five at once, then one a second. */
  boolean allowError(int source, long now) {
    Peer peer = peer(source, now);
    peer.tokens = Math.min(peer.tokens + now - peer.last, ERROR_BURST);
    peer.last = now;
    if (peer.tokens < ERROR_COST) {
      return false;
    }
    peer.tokens -= ERROR_COST;
    return true;
  }

  /** ip_rt_send_redirect: ever more seldom, and no more after nine that were ignored. */
  boolean allowRedirect(int source, long now) {
    Peer peer = peer(source, now);
    if (now > peer.last + REDIRECT_SILENCE) {
      peer.tokens = 0;
      peer.redirects = 0;
    }
    if (peer.redirects >= REDIRECT_NUMBER) {
      peer.last = now;
      return false;
    }
    return peer.redirects == 0 || now > peer.last + (REDIRECT_LOAD << peer.redirects);
  }

  void redirected(int source, long now) {
    Peer peer = peer(source, now);
    peer.last = now;
    peer.redirects++;
  }

  private Peer peer(int address, long now) {
    if (peers.contains(address)) {
      return peers.getOr(address, new Peer(now));
    }
    if (peers.size() >= MAX_PEERS) {
      peers.clear();
    }
    Peer peer = new Peer(now);
    peers.put(address, peer);
    return peer;
  }
}
