package vethlab.op.iptables;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The tables that iptables knows, in its order, and their built-in chains. Source: iptables nft.c
 * xtables_ipv4, enum nft_table_type.
 */
public enum BuiltinTable {
  MANGLE("PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING"),
  SECURITY("INPUT", "FORWARD", "OUTPUT"),
  RAW("PREROUTING", "OUTPUT"),
  FILTER("INPUT", "FORWARD", "OUTPUT"),
  NAT("PREROUTING", "INPUT", "POSTROUTING", "OUTPUT");

  /** Every built-in chain, in the order of the hooks and so of every listing. */
  public static final List<String> HOOK_ORDER =
      List.of("PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING");

  private final List<String> chains;

  BuiltinTable(String... chains) {
    this.chains = List.of(chains);
  }

  /** Its built-in chains, in the order in which iptables makes them. */
  public List<String> chains() {
    return chains;
  }

  public boolean has(String chain) {
    return chains.contains(chain);
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<BuiltinTable> of(String word) {
    for (BuiltinTable table : values()) {
      if (table.word().equals(word)) {
        return Optional.of(table);
      }
    }
    return Optional.empty();
  }
}
