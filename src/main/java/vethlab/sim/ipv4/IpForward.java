package vethlab.sim.ipv4;

import vethlab.sim.Hook;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.netfilter.Hooks;
import vethlab.sim.trace.DropReason;
import vethlab.sim.trace.Verdict;
import vethlab.wire.Icmp;
import vethlab.wire.Ip4;
import vethlab.wire.Ipv4;

/**
 * A packet crosses this machine: ip_forward.c ip_forward, ip_forward_finish. In the kernel's order:
 * TTL, MTU, one off the TTL, redirect, then the FORWARD hook.
 */
public final class IpForward {
  private IpForward() {}

  /** {@link Stage#FORWARD}. */
  public static Stage forward(World world, Skb skb) {
    if (skb.has(Skb.GROUP_ADDRESSED)) {
      return world.drop(
          skb, DropReason.NOT_SPECIFIED, "ip_forward", "ip.group-frame-not-forwarded");
    }
    Ipv4 packet = skb.packet;
    if (packet.ttl() <= 1) {
      IcmpSend.error(world, skb, Icmp.TIME_EXCEEDED, 0, 0);
      return world.drop(skb, DropReason.IP_INHDR, "ip_forward", "ip.ttl-over", packet.ttl());
    }
    skb.flags |= Skb.FORWARDED;
    int mtu = IpOutput.mtu(world, skb);
    if (exceeds(skb, mtu)) {
      IcmpSend.error(world, skb, Icmp.DEST_UNREACH, Icmp.FRAG_NEEDED, mtu);
      return world.drop(
          skb,
          DropReason.PKT_TOO_BIG,
          "ip_forward",
          "ip.frag-needed",
          packet.totalLength(),
          mtu,
          world.device(skb.outDev).name);
    }
    skb.packet = packet.withTtl(packet.ttl() - 1);
    if (skb.has(Skb.DO_REDIRECT)) {
      redirect(world, skb);
    }
    if (world.tracing()) {
      String ttl = Integer.toString(packet.ttl());
      world
          .trace()
          .add(
              skb,
              packet,
              new Verdict.Rewritten("ttl", ttl, Integer.toString(packet.ttl() - 1)),
              vethlab.sim.trace.Row.NONE,
              java.util.List.of(),
              "ip_forward",
              vethlab.sim.trace.Why.of(
                  "ip.forwarded", world.device(skb.inDev).name, world.device(skb.outDev).name));
    }
    return Hooks.start(world, skb, Hook.FORWARD, Stage.FORWARD_FINISH);
  }

  /** ip_exceeds_mtu. */
  private static boolean exceeds(Skb skb, int mtu) {
    if (skb.packet.largestPiece() <= mtu || !skb.packet.dontFragment()) {
      return false;
    }
    return skb.fragMaxSize > mtu || !skb.has(Skb.IGNORE_DF);
  }

  /** ip_rt_send_redirect. */
  private static void redirect(World world, Skb skb) {
    Netns netns = world.netns(skb.netns);
    NetDevice out = world.device(skb.outDev);
    int source = skb.packet.src().bits();
    if (!Conf.or(netns, out, Ipv4Conf.SEND_REDIRECTS)
        || !netns.ip.limits().allowRedirect(source, world.now())) {
      return;
    }
    Ip4 better = skb.nextHop;
    IcmpSend.error(world, skb, Icmp.REDIRECT, 1, better.bits());
    netns.ip.limits().redirected(source, world.now());
  }

  /** {@link Stage#FORWARD_FINISH}. */
  public static Stage finish(World world, Skb skb) {
    IpOptions.forwarded(world, skb);
    return Stage.OUTPUT;
  }
}
