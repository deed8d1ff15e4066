package vethlab.lab.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.op.iptables.IptRule;
import vethlab.op.iptables.Ruleset;

/** iptables tables as a lab keeps them: without counters, without tables that say nothing. */
final class Rules {
  private Rules() {}

  /** The rules without their counters. */
  static Ruleset bare(Ruleset ruleset) {
    List<Ruleset.Table> tables = new ArrayList<>();
    for (Ruleset.Table table : ruleset.tables()) {
      List<Ruleset.Chain> chains = new ArrayList<>();
      for (Ruleset.Chain chain : table.chains()) {
        List<IptRule> rules =
            chain.rules().stream().map(r -> new IptRule(r.ip(), r.matches(), r.target())).toList();
        Ruleset.Chain bare = new Ruleset.Chain(chain.name(), chain.policy(), 0, 0, rules);
        if (saysSomething(bare)) {
          chains.add(bare);
        }
      }
      if (!chains.isEmpty()) {
        tables.add(new Ruleset.Table(table.name(), chains));
      }
    }
    return new Ruleset(tables);
  }

  /** A built-in chain that accepts all is there anyway. */
  private static boolean saysSomething(Ruleset.Chain chain) {
    return !chain.rules().isEmpty() || chain.policy().equals("DROP") || !chain.builtin();
  }

  static boolean same(Ruleset a, Ruleset b) {
    return bare(a).equals(bare(b));
  }

  /** As iptables-save prints it, counters left out; empty when it says nothing. */
  static Optional<String> text(Ruleset ruleset) {
    Ruleset bare = bare(ruleset);
    if (bare.tables().isEmpty()) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    for (Ruleset.Table table : bare.tables()) {
      text.append('*').append(table.name()).append('\n');
      for (Ruleset.Chain chain : table.chains()) {
        text.append(':').append(chain.name()).append(' ').append(chain.policy()).append('\n');
      }
      for (Ruleset.Chain chain : table.chains()) {
        for (IptRule rule : chain.rules()) {
          text.append(Ruleset.appending(chain.name(), rule)).append('\n');
        }
      }
      text.append("COMMIT\n");
    }
    return Optional.of(text.toString());
  }
}
