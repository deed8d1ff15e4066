package vethlab.sim.netfilter;

import java.util.Optional;
import vethlab.op.iptables.Is;
import vethlab.op.iptables.Match;
import vethlab.sim.Skb;
import vethlab.wire.Mac;

/** Tests of what the link knows: xt_mac.c, xt_pkttype.c, xt_physdev.c. */
final class LinkTests {
  private LinkTests() {}

  static RuleTest mac(Match.MacSource m) {
    Mac source = m.source().value();
    return e ->
        e.skb.frame != null
            && e.skb.inDev != Skb.NO_DEVICE
            && e.skb.frame.src().equals(source) != m.source().not();
  }

  static RuleTest kind(Match.PktType m) {
    return e -> (kind(e.skb) == m.kind().value()) != m.kind().not();
  }

  private static Match.PktType.Kind kind(Skb skb) {
    if (skb.has(Skb.OTHERHOST)) {
      return Match.PktType.Kind.OTHERHOST;
    }
    if (!skb.has(Skb.GROUP_ADDRESSED) || skb.frame == null) {
      return Match.PktType.Kind.UNICAST;
    }
    return skb.frame.dst().isBroadcast()
        ? Match.PktType.Kind.BROADCAST
        : Match.PktType.Kind.MULTICAST;
  }

  static RuleTest physdev(Match.Physdev m) {
    Optional<DeviceTest> in = m.in().map(DeviceTest::of);
    Optional<DeviceTest> out = m.out().map(DeviceTest::of);
    boolean withoutBridge =
        m.isBridged() != Match.Wanted.YES
            && m.isIn() != Match.Wanted.YES
            && m.isOut() != Match.Wanted.YES
            && m.in().map(Is::not).orElse(true)
            && m.out().map(Is::not).orElse(true);
    return e -> {
      Skb skb = e.skb;
      boolean known = skb.physIn != Skb.NO_DEVICE || skb.physOut != Skb.NO_DEVICE;
      if (!known && !skb.has(Skb.BRIDGED)) {
        return withoutBridge;
      }
      boolean hasIn = skb.physIn != Skb.NO_DEVICE;
      boolean hasOut = skb.physOut != Skb.NO_DEVICE;
      return m.isBridged().accepts(hasOut)
          && m.isIn().accepts(hasIn)
          && m.isOut().accepts(hasOut)
          && (in.isEmpty() || !hasIn || in.get().accepts(name(e, skb.physIn)))
          && (out.isEmpty() || hasOut && out.get().accepts(name(e, skb.physOut)));
    };
  }

  private static String name(Evaluation e, int dev) {
    return e.world.hasDevice(dev) ? e.world.device(dev).name : "";
  }
}
