package vethlab.op.iptables;

import java.util.List;

/** Tables as iptables-save prints them. */
public record Ruleset(List<Table> tables) {
  public record Table(String name, List<Chain> chains) {}

  /** @param policy ACCEPT, DROP, or "-" for a user chain */
  public record Chain(String name, String policy, long packets, long bytes, List<IptRule> rules) {}
}
