package vethlab.op.iptables;

import java.util.List;
import java.util.Optional;

/** Tables as iptables-save prints them. */
public record Ruleset(List<Table> tables) {
  public static final Ruleset EMPTY = new Ruleset(List.of());

  public Ruleset {
    tables = List.copyOf(tables);
  }

  public Optional<Table> table(String name) {
    return tables.stream().filter(table -> table.name().equals(name)).findFirst();
  }

  /** Chains in the kernel's order: the built-in ones that exist by hook, the others by age. */
  public record Table(String name, List<Chain> chains) {
    public Table {
      chains = List.copyOf(chains);
    }

    public Optional<Chain> chain(String name) {
      return chains.stream().filter(chain -> chain.name().equals(name)).findFirst();
    }
  }

  /**
   * @param policy ACCEPT, DROP, or "-" for a user chain
   */
  public record Chain(String name, String policy, long packets, long bytes, List<IptRule> rules) {
    public Chain {
      rules = List.copyOf(rules);
    }

    public boolean builtin() {
      return !policy.equals("-");
    }
  }

  /** As iptables-save prints it, without the comments that carry the time. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Table table : tables) {
      text.append('*').append(table.name()).append('\n');
      for (Chain chain : table.chains()) {
        text.append(
            ":%s %s [%s:%s]\n"
                .formatted(
                    chain.name(),
                    chain.policy(),
                    Long.toUnsignedString(chain.packets()),
                    Long.toUnsignedString(chain.bytes())));
      }
      for (Chain chain : table.chains()) {
        for (IptRule rule : chain.rules()) {
          text.append(appending(chain.name(), rule)).append('\n');
        }
      }
      text.append("COMMIT\n");
    }
    return text.toString();
  }

  /** {@code -A CHAIN RULE}. */
  public static String appending(String chain, IptRule rule) {
    String text = rule.text();
    return "-A " + chain + (text.isEmpty() ? "" : " " + text);
  }
}
