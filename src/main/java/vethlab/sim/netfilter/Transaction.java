package vethlab.sim.netfilter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.op.Errno;
import vethlab.op.Op;
import vethlab.op.iptables.BuiltinTable;
import vethlab.op.iptables.IptRule;
import vethlab.op.iptables.Ruleset;
import vethlab.sim.Hook;

/**
 * Changes that are tried on a copy of a table and put in place at once. Source: nf_tables_api.c
 * nf_tables_newrule, nf_tables_newchain, nft_chain_validate.
 */
final class Transaction {
  /** What the validation of the whole refuses, and because of which change. */
  record Bad(Errno errno, int change) {}

  private static final int DEEPEST = 16;

  private final NetfilterState state;
  private final BuiltinTable kind;
  private IptTable table;
  private boolean gone;
  private int changes;

  /** Rules that were put in, to be blamed if the whole is not valid. */
  private final List<Put> put = new ArrayList<>();

  private record Put(String chain, CompiledRule rule, int change) {}

  Transaction(NetfilterState state, BuiltinTable kind) {
    this.state = state;
    this.kind = kind;
    IptTable existing = state.table(kind);
    this.gone = existing == null;
    this.table = gone ? new IptTable(kind) : existing.copy();
  }

  Optional<Errno> change(Op.Iptables op) {
    Optional<Errno> refused =
        switch (op) {
          case Op.IptAppend o -> append(o.chain(), o.rule());
          case Op.IptInsert o -> insert(o.chain(), o.position(), o.rule());
          case Op.IptReplace o -> replace(o.chain(), o.position(), o.rule());
          case Op.IptDelete o -> delete(o.chain(), o.rule());
          case Op.IptDeleteAt o -> deleteAt(o.chain(), o.position());
          case Op.IptNewChain o -> newChain(o.chain());
          case Op.IptRenameChain o -> rename(o.chain(), o.name());
          case Op.IptDeleteChain o -> deleteChains(o.chain());
          case Op.IptFlush o -> flush(o.chain());
          case Op.IptZero o -> zero(o.chain(), o.position());
          case Op.IptPolicy o -> policy(o.chain(), o.policy());
          case Op.IptDeleteTable o -> {
            deleteTable();
            yield Optional.empty();
          }
          case Op.IptCheck o -> Optional.empty();
          case Op.IptBatch o -> Optional.of(Errno.EINVAL);
        };
    changes++;
    return refused;
  }

  void commit() {
    if (gone) {
      state.removeTable(kind);
    } else {
      state.put(table);
    }
    state.rebuildHooks();
  }

  void deleteTable() {
    table = new IptTable(kind);
    gone = true;
    put.clear();
  }

  /** The chain; a built-in one is made if it is not there. */
  private Optional<Chain> chain(String name) {
    gone = false;
    if (!table.chains.containsKey(name) && kind.has(name)) {
      table.add(new Chain(name, Hook.valueOf(name).ordinal()));
    }
    return Optional.ofNullable(table.chains.get(name));
  }

  private Optional<Errno> addable(IptRule rule, Chain chain) {
    CompiledRule compiled = CompiledRule.of(rule);
    Optional<Errno> refused = RuleCheck.refuse(rule, kind, chain.hook);
    if (refused.isEmpty() && !compiled.jump.isEmpty()) {
      Chain to = table.chains.get(compiled.jump);
      if (to == null) {
        return Optional.of(Errno.ENOENT);
      }
      if (to.isBase()) {
        return Optional.of(Errno.EOPNOTSUPP);
      }
    }
    return refused;
  }

  Optional<Errno> append(String name, IptRule rule) {
    Optional<Chain> chain = chain(name);
    return chain.isEmpty()
        ? Optional.of(Errno.ENOENT)
        : insertAt(chain.get(), chain.get().rules.length, rule);
  }

  private Optional<Errno> insert(String name, int position, IptRule rule) {
    Optional<Chain> chain = chain(name);
    if (chain.isEmpty() || position < 1 || position > chain.get().rules.length + 1) {
      return Optional.of(Errno.ENOENT);
    }
    return insertAt(chain.get(), position - 1, rule);
  }

  private Optional<Errno> insertAt(Chain chain, int at, IptRule rule) {
    Optional<Errno> refused = addable(rule, chain);
    if (refused.isEmpty()) {
      CompiledRule compiled = CompiledRule.of(rule);
      chain.insert(at, compiled, rule.packets(), rule.bytes());
      put.add(new Put(chain.name, compiled, changes));
    }
    return refused;
  }

  private Optional<Errno> replace(String name, int position, IptRule rule) {
    Chain chain = table.chains.get(name);
    if (chain == null || position < 1 || position > chain.rules.length) {
      return Optional.of(Errno.ENOENT);
    }
    Optional<Errno> refused = addable(rule, chain);
    if (refused.isEmpty()) {
      CompiledRule compiled = CompiledRule.of(rule);
      chain.set(position - 1, compiled, rule.packets(), rule.bytes());
      put.add(new Put(name, compiled, changes));
    }
    return refused;
  }

  private Optional<Errno> delete(String name, IptRule rule) {
    Chain chain = table.chains.get(name);
    for (int i = 0; chain != null && i < chain.rules.length; i++) {
      if (chain.rules[i].rule.equals(rule)) {
        chain.remove(i);
        return Optional.empty();
      }
    }
    return Optional.of(Errno.ENOENT);
  }

  private Optional<Errno> deleteAt(String name, int position) {
    Chain chain = table.chains.get(name);
    if (chain == null || position < 1 || position > chain.rules.length) {
      return Optional.of(Errno.ENOENT);
    }
    chain.remove(position - 1);
    return Optional.empty();
  }

  private Optional<Errno> newChain(String name) {
    gone = false;
    if (table.chains.containsKey(name) || kind.has(name)) {
      return Optional.of(Errno.EEXIST);
    }
    table.add(new Chain(name, Chain.USER));
    return Optional.empty();
  }

  private Optional<Errno> rename(String name, String to) {
    Chain chain = table.chains.get(name);
    if (chain == null) {
      return Optional.of(Errno.ENOENT);
    }
    if (table.chains.containsKey(to)) {
      return Optional.of(Errno.EEXIST);
    }
    IptTable renamed = new IptTable(kind);
    for (Chain each : table.chains.values()) {
      if (each == chain) {
        each.name = to;
      }
      for (int i = 0; i < each.rules.length; i++) {
        if (each.rules[i].jump.equals(name)) {
          each.rules = each.rules.clone();
          each.rules[i] = each.rules[i].jumpingTo(to);
        }
      }
      renamed.add(each);
    }
    table = renamed;
    return Optional.empty();
  }

  private Optional<Errno> deleteChains(String name) {
    if (!name.isEmpty()) {
      Chain chain = table.chains.get(name);
      return chain == null ? Optional.of(Errno.ENOENT) : deleteChain(chain);
    }
    for (Chain chain : List.copyOf(table.chains.values())) {
      boolean idle = chain.isBase() && chain.rules.length == 0 && !chain.drops;
      if (!chain.isBase() || idle) {
        Optional<Errno> refused = deleteChain(chain);
        if (refused.isPresent()) {
          return refused;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Errno> deleteChain(Chain chain) {
    if (chain.rules.length > 0 || isJumpedTo(chain.name)) {
      return Optional.of(Errno.EBUSY);
    }
    table.remove(chain);
    return Optional.empty();
  }

  private boolean isJumpedTo(String name) {
    for (Chain chain : table.chains.values()) {
      for (CompiledRule rule : chain.rules) {
        if (rule.jump.equals(name)) {
          return true;
        }
      }
    }
    return false;
  }

  private Optional<Errno> flush(String name) {
    if (name.isEmpty()) {
      table.chains.values().forEach(Chain::clear);
      return Optional.empty();
    }
    Optional<Chain> chain = chain(name);
    chain.ifPresent(Chain::clear);
    return chain.isEmpty() ? Optional.of(Errno.ENOENT) : Optional.empty();
  }

  private Optional<Errno> zero(String name, int position) {
    if (name.isEmpty()) {
      table.chains.values().forEach(Transaction::zero);
      return Optional.empty();
    }
    Chain chain = chain(name).orElse(null);
    if (chain == null || position > chain.rules.length) {
      return Optional.of(Errno.ENOENT);
    }
    if (position == 0) {
      zero(chain);
    } else {
      chain.counters[2 * position - 2] = 0;
      chain.counters[2 * position - 1] = 0;
    }
    return Optional.empty();
  }

  private static void zero(Chain chain) {
    java.util.Arrays.fill(chain.counters, 0);
    chain.packets = 0;
    chain.bytes = 0;
    chain.counts |= chain.isBase();
  }

  private Optional<Errno> policy(String name, String policy) {
    if (!kind.has(name)) {
      return Optional.of(Errno.ENOENT);
    }
    Chain chain = chain(name).orElseThrow();
    chain.drops = policy.equals("DROP");
    chain.counts = true;
    chain.packets = 0;
    chain.bytes = 0;
    return Optional.empty();
  }

  /** A chain of a whole restore: made or emptied, with its policy and the policy's counters. */
  void restoreChain(Ruleset.Chain given) {
    if (!kind.has(given.name())) {
      gone = false;
      table.add(new Chain(given.name(), Chain.USER));
      return;
    }
    Chain chain = chain(given.name()).orElseThrow();
    chain.clear();
    chain.drops = given.policy().equals("DROP");
    chain.counts = true;
    chain.packets = given.packets();
    chain.bytes = given.bytes();
  }

  /** No loops, not too deep; only what can be reached from a built-in chain is looked at. */
  Optional<Bad> validate() {
    for (Chain chain : table.chains.values()) {
      if (chain.isBase() && tooDeep(chain, 0)) {
        int blamed = put.isEmpty() ? 0 : put.getLast().change();
        return Optional.of(new Bad(Errno.EMLINK, blamed));
      }
    }
    return Optional.empty();
  }

  private boolean tooDeep(Chain chain, int depth) {
    if (depth >= DEEPEST) {
      return true;
    }
    for (CompiledRule rule : chain.rules) {
      Chain to = rule.jump.isEmpty() ? null : table.chains.get(rule.jump);
      if (to != null && tooDeep(to, depth + 1)) {
        return true;
      }
    }
    return false;
  }
}
