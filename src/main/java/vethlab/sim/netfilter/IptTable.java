package vethlab.sim.netfilter;

import java.util.LinkedHashMap;
import java.util.Map;
import vethlab.op.iptables.BuiltinTable;
import vethlab.sim.Hook;

/** A table of a namespace: struct nft_table with iptables' names. */
final class IptTable {
  final BuiltinTable kind;

  /** In the order in which they were made. */
  final Map<String, Chain> chains = new LinkedHashMap<>();

  /** Base chains by the ordinal of their hook. */
  final Chain[] base = new Chain[Hook.values().length];

  IptTable(BuiltinTable kind) {
    this.kind = kind;
  }

  void add(Chain chain) {
    chains.put(chain.name, chain);
    if (chain.isBase()) {
      base[chain.hook] = chain;
    }
  }

  void remove(Chain chain) {
    chains.remove(chain.name);
    if (chain.isBase()) {
      base[chain.hook] = null;
    }
  }

  IptTable copy() {
    IptTable copy = new IptTable(kind);
    chains.values().forEach(chain -> copy.add(chain.copy()));
    return copy;
  }
}
