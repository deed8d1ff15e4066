package vethlab.shell.iptables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vethlab.op.iptables.BuiltinTable;
import vethlab.op.iptables.IptRule;
import vethlab.op.iptables.Ruleset;
import vethlab.op.iptables.Target;

/**
 * A table as iptables sees it while it works: the kernel's chains, changed by what is about to be
 * done. Source: iptables nft-cache.c.
 */
final class TableImage {
  private final BuiltinTable table;
  private final Map<String, List<IptRule>> chains = new LinkedHashMap<>();
  private final Map<String, Ruleset.Chain> origin = new LinkedHashMap<>();

  TableImage(BuiltinTable table, Ruleset ruleset) {
    this.table = table;
    ruleset.table(table.word()).map(Ruleset.Table::chains).orElse(List.of()).forEach(this::put);
  }

  private void put(Ruleset.Chain chain) {
    chains.put(chain.name(), new ArrayList<>(chain.rules()));
    origin.put(chain.name(), chain);
  }

  boolean has(String chain) {
    return chains.containsKey(chain);
  }

  /** Whether a rule may jump there, or no other chain be called so. */
  boolean isTaken(String chain) {
    return table.has(chain) || has(chain);
  }

  boolean isBuiltin(String chain) {
    return table.has(chain);
  }

  /** A built-in chain comes to be when something is done to it. */
  void initialise(String chain) {
    if (table.has(chain) && !has(chain)) {
      put(new Ruleset.Chain(chain, "ACCEPT", 0, 0, List.of()));
    }
  }

  List<IptRule> rules(String chain, Failure.At at) {
    List<IptRule> rules = chains.get(chain);
    if (rules == null) {
      throw new Failure(at, Failure.Kind.MISSING);
    }
    return rules;
  }

  void add(String chain) {
    put(new Ruleset.Chain(chain, "-", 0, 0, List.of()));
  }

  void remove(String chain) {
    chains.remove(chain);
    origin.remove(chain);
  }

  void clear() {
    chains.clear();
    origin.clear();
  }

  void policy(String chain, String policy, long packets, long bytes) {
    initialise(chain);
    origin.put(chain, new Ruleset.Chain(chain, policy, packets, bytes, List.of()));
  }

  void rename(String chain, String name) {
    List<IptRule> rules = chains.get(chain);
    remove(chain);
    chains.put(name, rules);
    origin.put(name, new Ruleset.Chain(name, "-", 0, 0, List.of()));
  }

  /** Whether a built-in chain holds nothing and lets everything pass. */
  boolean isIdle(String chain) {
    return chains.get(chain).isEmpty() && origin.get(chain).policy().equals("ACCEPT");
  }

  Ruleset.Chain chain(String name) {
    Ruleset.Chain from = origin.get(name);
    return new Ruleset.Chain(name, from.policy(), from.packets(), from.bytes(), chains.get(name));
  }

  Optional<Ruleset.Chain> find(String name) {
    return has(name) ? Optional.of(chain(name)) : Optional.empty();
  }

  /** As listings show them: the built-in ones by hook, the others by name. */
  List<Ruleset.Chain> sorted() {
    List<Ruleset.Chain> sorted = new ArrayList<>();
    for (String hook : BuiltinTable.HOOK_ORDER) {
      find(hook).filter(Ruleset.Chain::builtin).ifPresent(sorted::add);
    }
    chains.keySet().stream()
        .filter(name -> !table.has(name))
        .sorted(Comparator.naturalOrder())
        .forEach(name -> sorted.add(chain(name)));
    return sorted;
  }

  /** User chains in the kernel's order. */
  List<String> userChains() {
    return chains.keySet().stream().filter(name -> !table.has(name)).toList();
  }

  /** Built-in chains that exist, by hook. */
  List<String> builtinChains() {
    return BuiltinTable.HOOK_ORDER.stream().filter(n -> table.has(n) && has(n)).toList();
  }

  /** Shows built-in chains that the kernel doesn't have yet. */
  TableImage withAllBuiltin() {
    table.chains().forEach(this::initialise);
    return this;
  }

  int references(String chain) {
    int count = 0;
    for (List<IptRule> rules : chains.values()) {
      for (IptRule rule : rules) {
        count +=
            switch (rule.target()) {
              case Target.Jump jump when jump.chain().equals(chain) -> 1;
              case Target.Goto jump when jump.chain().equals(chain) -> 1;
              default -> 0;
            };
      }
    }
    return count;
  }

  Ruleset.Table toTable() {
    return new Ruleset.Table(table.word(), chains.keySet().stream().map(this::chain).toList());
  }
}
