package vethlab.sim.netfilter;

import java.util.ArrayList;
import java.util.List;
import vethlab.op.iptables.Ruleset;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.World;
import vethlab.sim.trace.DropReason;
import vethlab.sim.trace.Lost;
import vethlab.sim.trace.Row;
import vethlab.sim.trace.Verdict;
import vethlab.sim.trace.Why;
import vethlab.wire.Ipv4;

/**
 * Rule by rule through a table's chains: nf_tables_core.c nft_do_chain. A rule counts when it
 * matches; what ends a base chain or returns from it meets the policy.
 */
final class ChainRun {
  private static final int DEEPEST = 16;
  private static final String FUNCTION = "nft_do_chain";

  private final IptTable table;
  private final Chain base;
  private final Evaluation e;
  private final Chain[] callers = new Chain[DEEPEST];
  private final int[] returnTo = new int[DEEPEST];
  private int depth;
  private final List<Lost> lost;
  private final Ipv4 before;

  private ChainRun(World world, Netns netns, Skb skb, IptTable table, Chain base) {
    this.table = table;
    this.base = base;
    this.e = new Evaluation(world, netns, skb);
    this.before = skb.packet;
    this.lost = world.tracing() ? new ArrayList<>() : List.of();
  }

  static HookVerdict run(World world, Netns netns, Skb skb, IptTable table, Chain base) {
    if (base.rules.length == 0 && !base.counts && !base.drops && !world.tracing()) {
      return HookVerdict.ACCEPT;
    }
    return new ChainRun(world, netns, skb, table, base).run();
  }

  private HookVerdict run() {
    Chain chain = base;
    int at = 0;
    while (true) {
      if (at == chain.rules.length) {
        if (depth == 0) {
          return policy();
        }
        chain = callers[--depth];
        at = returnTo[depth];
        continue;
      }
      int number = at++;
      CompiledRule rule = chain.rules[number];
      e.memory = chain.memory[number];
      if (!rule.matches(e)) {
        if (e.world.tracing()) {
          lost.add(new Lost(row(chain, number), Why.of("nf.no-match", rule.failing(e))));
        }
        continue;
      }
      chain.counters[2 * number]++;
      chain.counters[2 * number + 1] += e.packet.totalLength();
      switch (rule.action.apply(e)) {
        case CONTINUE -> passing(chain, number);
        case ACCEPT -> {
          return accept(chain, number);
        }
        case DROP -> {
          return drop(chain, number);
        }
        case RETURN -> at = chain.rules.length;
        case JUMP -> {
          passing(chain, number);
          callers[depth] = chain;
          returnTo[depth++] = at;
          chain = table.chains.get(rule.jump);
          at = 0;
        }
        case GOTO -> {
          passing(chain, number);
          chain = table.chains.get(rule.jump);
          at = 0;
        }
      }
    }
  }

  private HookVerdict policy() {
    if (base.counts) {
      base.packets++;
      base.bytes += e.packet.totalLength();
    }
    if (e.world.tracing()) {
      Row row =
          new Row(
              Row.Table.IPTABLES,
              where(base),
              0,
              "-P " + base.name + (base.drops ? " DROP" : " ACCEPT"));
      Verdict verdict = base.drops ? Verdict.dropped(DropReason.NETFILTER_DROP) : Verdict.PASSED;
      String key = base.drops ? "nf.policy-drop" : "nf.policy-accept";
      e.world.trace().add(e.skb, before, verdict, row, lost, FUNCTION, Why.of(key, where(base)));
    }
    return base.drops ? HookVerdict.DROP : HookVerdict.ACCEPT;
  }

  private HookVerdict accept(Chain chain, int number) {
    if (e.world.tracing()) {
      e.world
          .trace()
          .add(
              e.skb,
              before,
              Verdict.PASSED,
              row(chain, number),
              lost,
              FUNCTION,
              accepted(chain, number));
    }
    return HookVerdict.ACCEPT;
  }

  /** A NAT target, too, ends the chain: it has said what becomes of the connection. */
  private Why accepted(Chain chain, int number) {
    String text = chain.rules[number].rule.text();
    int target = text.lastIndexOf("-j ");
    String name = target < 0 ? "ACCEPT" : text.substring(target + 3);
    return name.equals("ACCEPT")
        ? Why.of("nf.accept", where(chain), number + 1)
        : Why.of("nf.target", where(chain), number + 1, name);
  }

  private HookVerdict drop(Chain chain, int number) {
    if (e.world.tracing()) {
      trace(chain, number, Verdict.dropped(DropReason.NETFILTER_DROP), "nf.drop");
    }
    return HookVerdict.DROP;
  }

  /** A rule that matched without ending the way is shown among those before the one that does. */
  private void passing(Chain chain, int number) {
    if (e.world.tracing()) {
      lost.add(new Lost(row(chain, number), Why.of("nf.continues")));
    }
  }

  private void trace(Chain chain, int number, Verdict verdict, String key) {
    e.world
        .trace()
        .add(
            e.skb,
            before,
            verdict,
            row(chain, number),
            lost,
            FUNCTION,
            Why.of(key, where(chain), number + 1));
  }

  private Row row(Chain chain, int number) {
    return new Row(
        Row.Table.IPTABLES,
        where(chain),
        number + 1,
        Ruleset.appending(chain.name, chain.rules[number].rule));
  }

  private String where(Chain chain) {
    return table.kind.word() + " " + chain.name;
  }
}
