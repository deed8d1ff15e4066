package vethlab.sim.netfilter.nat;

import java.util.Optional;
import vethlab.op.Route;
import vethlab.op.iptables.AddressSpan;
import vethlab.op.iptables.Target;
import vethlab.sim.Hook;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.World;
import vethlab.sim.ipv4.AddressChoice;
import vethlab.sim.ipv4.InDevice;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.netfilter.HookVerdict;
import vethlab.sim.netfilter.conntrack.Connection;
import vethlab.wire.Ip4;

/**
 * The targets of the nat table: xt_nat.c, xt_MASQUERADE.c, xt_REDIRECT.c, xt_NETMAP.c and
 * nf_nat_masquerade.c, nf_nat_redirect.c.
 */
public final class NatTargets {
  private NatTargets() {}

  public static HookVerdict apply(World world, Netns netns, Skb skb, Target target) {
    Connection connection = netns.netfilter.conntrack().of(skb.conn);
    if (connection.isNone()) {
      return HookVerdict.ACCEPT;
    }
    return switch (target) {
      case Target.Snat snat -> decide(world, netns, skb, connection, snat.range());
      case Target.Dnat dnat -> decide(world, netns, skb, connection, dnat.range());
      case Target.Masquerade masquerade ->
          masquerade(world, netns, skb, connection, masquerade.range());
      case Target.Redirect redirect -> redirect(world, netns, skb, connection, redirect.range());
      case Target.Netmap netmap -> netmap(world, netns, skb, connection, netmap);
      default -> HookVerdict.ACCEPT;
    };
  }

  private static HookVerdict decide(
      World world, Netns netns, Skb skb, Connection connection, Target.NatRange range) {
    NatSetup.decide(world, netns, connection, range, Manip.at(skb.hook));
    return HookVerdict.ACCEPT;
  }

  /** nf_nat_masquerade_ipv4: the address that the outgoing device has for the next hop. */
  private static HookVerdict masquerade(
      World world, Netns netns, Skb skb, Connection connection, Target.NatRange range) {
    if (connection.original().source() == 0) {
      return HookVerdict.ACCEPT;
    }
    NetDevice out = world.device(skb.outDev);
    Ip4 nextHop = skb.route.gateway().isAny() ? skb.packet.dst() : skb.route.gateway();
    Ip4 source = AddressChoice.select(world, netns, out, nextHop, Route.SCOPE_GLOBAL);
    if (source.isAny()) {
      return HookVerdict.DROP;
    }
    connection.masqueradedBy = out.id;
    return decide(world, netns, skb, connection, at(range, source));
  }

  private static HookVerdict redirect(
      World world, Netns netns, Skb skb, Connection connection, Target.NatRange range) {
    if (skb.hook == Hook.OUTPUT) {
      return decide(world, netns, skb, connection, at(range, Ip4.LOOPBACK));
    }
    InDevice in = world.device(skb.inDev).ipv4;
    return in.addresses.isEmpty()
        ? HookVerdict.DROP
        : decide(world, netns, skb, connection, at(range, in.addresses.getFirst().local()));
  }

  private static Target.NatRange at(Target.NatRange range, Ip4 address) {
    return new Target.NatRange(
        Optional.of(AddressSpan.of(address)),
        range.ports(),
        range.base(),
        range.random(),
        range.fullyRandom(),
        range.persistent());
  }

  private static HookVerdict netmap(
      World world, Netns netns, Skb skb, Connection connection, Target.Netmap netmap) {
    int mask = netmap.to().mask().bits();
    Ip4 old = Manip.at(skb.hook) == Manip.SOURCE ? skb.packet.src() : skb.packet.dst();
    int address = old.bits() & ~mask | netmap.to().address().bits();
    return decide(world, netns, skb, connection, NatSetup.to(address));
  }
}
