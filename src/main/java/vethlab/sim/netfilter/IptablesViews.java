package vethlab.sim.netfilter;

import java.util.ArrayList;
import java.util.List;
import vethlab.op.iptables.IptRule;
import vethlab.op.iptables.Ruleset;
import vethlab.sim.Netns;
import vethlab.sim.World;

/** The tables as iptables-save prints them. */
public final class IptablesViews {
  private IptablesViews() {}

  public static Ruleset ruleset(World world, Netns netns) {
    List<Ruleset.Table> tables = new ArrayList<>();
    for (IptTable table : netns.netfilter.existingTables()) {
      List<Ruleset.Chain> chains = new ArrayList<>();
      for (Chain chain : table.base) {
        if (chain != null) {
          chains.add(view(chain));
        }
      }
      for (Chain chain : table.chains.values()) {
        if (!chain.isBase()) {
          chains.add(view(chain));
        }
      }
      tables.add(new Ruleset.Table(table.kind.word(), chains));
    }
    return new Ruleset(tables);
  }

  private static Ruleset.Chain view(Chain chain) {
    List<IptRule> rules = new ArrayList<>(chain.rules.length);
    for (int i = 0; i < chain.rules.length; i++) {
      rules.add(chain.rules[i].rule.counting(chain.counters[2 * i], chain.counters[2 * i + 1]));
    }
    String policy = chain.isBase() ? chain.drops ? "DROP" : "ACCEPT" : "-";
    return new Ruleset.Chain(chain.name, policy, chain.packets, chain.bytes, rules);
  }
}
