package vethlab.sim.netfilter;

import vethlab.op.iptables.BuiltinTable;
import vethlab.sim.Hook;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.World;
import vethlab.wire.Ipv4;

/** A table's base chain at its hook: nf_tables_core.c nft_do_chain_ipv4. */
record TableHook(BuiltinTable kind) implements HookFunction {

  static Entry entry(BuiltinTable kind, Hook hook) {
    int priority =
        switch (kind) {
          case RAW -> Priority.RAW;
          case MANGLE -> Priority.MANGLE;
          case FILTER -> Priority.FILTER;
          case SECURITY -> Priority.SECURITY;
          case NAT -> Priority.NAT_DST;
        };
    boolean reroutes = kind == BuiltinTable.MANGLE && hook == Hook.OUTPUT;
    TableHook plain = new TableHook(kind);
    return new Entry(priority, reroutes ? plain::runAndReroute : plain);
  }

  @Override
  public HookVerdict run(World world, Netns netns, Skb skb) {
    IptTable table = netns.netfilter.table(kind);
    return ChainRun.run(world, netns, skb, table, table.base[skb.hook.ordinal()]);
  }

  /** A chain of type route: what it changed may lead the packet elsewhere. nft_chain_route.c. */
  private HookVerdict runAndReroute(World world, Netns netns, Skb skb) {
    Ipv4 before = skb.packet;
    int mark = skb.mark;
    HookVerdict verdict = run(world, netns, skb);
    boolean changed =
        skb.mark != mark
            || !skb.packet.src().equals(before.src())
            || !skb.packet.dst().equals(before.dst())
            || skb.packet.tos() != before.tos();
    if (verdict == HookVerdict.ACCEPT && changed) {
      return Reroute.meHarder(world, netns, skb);
    }
    return verdict;
  }
}
