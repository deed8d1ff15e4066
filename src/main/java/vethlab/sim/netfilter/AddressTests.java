package vethlab.sim.netfilter;

import java.util.Optional;
import vethlab.op.iptables.AddrTypes;
import vethlab.op.iptables.AddressSpan;
import vethlab.op.iptables.Is;
import vethlab.op.iptables.Match;
import vethlab.sim.fib.AddressType;
import vethlab.wire.Ip4;

/** Tests of what an address is: xt_addrtype.c, xt_iprange.c. */
final class AddressTests {
  private AddressTests() {}

  static RuleTest type(Match.AddrType m) {
    return e ->
        is(m.source(), e, e.source, m.limited())
            && is(m.destination(), e, e.destination, m.limited());
  }

  private static boolean is(
      Optional<Is<Integer>> types, Evaluation e, int address, Match.Limited limited) {
    if (types.isEmpty()) {
      return true;
    }
    var type =
        switch (limited) {
          case NOT -> AddressType.of(e.world, e.netns, address);
          case TO_IN -> AddressType.on(e.world, e.netns, e.world.device(e.skb.inDev), address);
          case TO_OUT -> AddressType.on(e.world, e.netns, e.world.device(e.skb.outDev), address);
        };
    int bit = 1 << AddrTypes.number(type.name()).orElse(0);
    return ((types.get().value() & bit) != 0) != types.get().not();
  }

  static RuleTest range(Match.IpRange m) {
    return e -> within(m.source(), e.source) && within(m.destination(), e.destination);
  }

  private static boolean within(Optional<Is<AddressSpan>> range, int address) {
    return range.isEmpty() || range.get().value().contains(new Ip4(address)) != range.get().not();
  }
}
