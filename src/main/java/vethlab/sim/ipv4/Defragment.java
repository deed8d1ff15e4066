package vethlab.sim.ipv4;

import vethlab.sim.Alarm;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.World;
import vethlab.sim.fib.InputRoute;
import vethlab.sim.fib.RouteDecision;
import vethlab.sim.ipv4.Fragments.Queue;
import vethlab.sim.trace.DropReason;
import vethlab.sim.trace.Verdict;
import vethlab.wire.Icmp;
import vethlab.wire.Ipv4;
import vethlab.wire.TransportReader;

/**
 * Puts fragments together: ip_fragment.c ip_defrag, ip_frag_queue, ip_frag_reasm, ip_expire. Not
 * modelled: ipfrag_max_dist, memory limits.
 */
public final class Defragment {
  private static final long SECOND = 1_000_000_000L;
  private static final int MAX_LENGTH = 0xffff;

  private Defragment() {}

  /**
   * Whether {@code skb} is whole now: its packet is then the one put together, and {@code
   * fragMaxSize} the largest fragment. Otherwise it waits, or was dropped, and is done.
   */
  public static boolean isWhole(World world, Skb skb, DefragUser user) {
    if (!skb.packet.isFragment()) {
      return true;
    }
    Netns netns = world.netns(skb.netns);
    Ipv4 packet = skb.packet;
    Fragments fragments = netns.ip.fragments();
    Fragments.Key key =
        new Fragments.Key(
            packet.src(),
            packet.dst(),
            packet.id(),
            packet.protocol(),
            user,
            user == DefragUser.CONNTRACK_BRIDGE_IN ? skb.dev : 0);
    if (!fragments.has(key)) {
      Queue made = fragments.queue(key);
      long end = world.now() + netns.sysctls.get(NetSysctl.IPFRAG_TIME) * SECOND;
      world.schedule(end, new Expiry(netns.id, key, made.birth));
    }
    Queue queue = fragments.queue(key);
    Queue.Added added = queue.add(skb);
    if (added != Queue.Added.FINE) {
      if (added == Queue.Added.OVERLAP) {
        fragments.remove(key);
      }
      world.drop(skb, DropReason.DUP_FRAG, "ip_frag_queue", "ip.fragment-overlaps");
      return false;
    }
    if (!queue.isWhole()) {
      if (world.tracing()) {
        world.trace().verdict(skb, Verdict.QUEUED, "ip_frag_queue", "ip.fragment-waits");
      }
      return false;
    }
    fragments.remove(key);
    return join(world, skb, queue);
  }

  /** ip_frag_reasm. */
  private static boolean join(World world, Skb skb, Queue queue) {
    Ipv4 head = queue.head();
    if (head.headerLength() + queue.total() > MAX_LENGTH) {
      world.drop(skb, DropReason.PKT_TOO_BIG, "ip_frag_reasm", "ip.too-long-together");
      return false;
    }
    Ipv4 whole =
        new Ipv4(
            head.tos(),
            head.id(),
            queue.hadDf() ? Ipv4.DF : 0,
            0,
            head.ttl(),
            head.src(),
            head.dst(),
            head.options(),
            TransportReader.read(head.protocol(), queue.joined()));
    skb.packet = whole;
    skb.fragMaxSize = queue.largest();
    skb.flags |= Skb.IGNORE_DF;
    if (world.tracing()) {
      world.trace().passed(skb, "ip_frag_reasm", "ip.reassembled", whole.totalLength());
    }
    return true;
  }

  /** The rest did not come in time. */
  private record Expiry(int netns, Fragments.Key key, long birth) implements Alarm {
    @Override
    public void fire(World world) {
      if (!world.hasNetns(netns)) {
        return;
      }
      Fragments fragments = world.netns(netns).ip.fragments();
      if (!fragments.has(key) || fragments.queue(key).birth != birth) {
        return;
      }
      Queue queue = fragments.queue(key);
      fragments.remove(key);
      for (Skb first : queue.first()) {
        expire(world, first, key.user());
      }
    }
  }

  /** ip_expire: whoever sent the first fragment is told, by the host it was for. */
  private static void expire(World world, Skb first, DefragUser user) {
    Netns netns = world.netns(first.netns);
    if (!world.hasDevice(first.dev)) {
      return;
    }
    InputRoute route = IpInput.lookup(world, netns, first);
    if (route instanceof RouteDecision decision) {
      first.route = decision;
      if (user == DefragUser.LOCAL_DELIVER || decision.isLocal()) {
        IcmpSend.error(world, first, Icmp.TIME_EXCEEDED, 1, 0);
      }
    }
    world.drop(first, DropReason.FRAG_REASM_TIMEOUT, "ip_expire", "ip.fragments-missing");
  }
}
