package vethlab.sim.netfilter;

import java.util.List;
import java.util.Optional;
import vethlab.op.Errno;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.op.iptables.BuiltinTable;
import vethlab.op.iptables.IptRule;
import vethlab.op.iptables.Ruleset;
import vethlab.sim.Netns;
import vethlab.sim.World;

/** Changes of a namespace's tables, all or none: nf_tables_api.c nf_tables_newrule and its kin. */
public final class IptablesControl {
  private IptablesControl() {}

  public static Result apply(World world, Netns netns, Op.Iptables op) {
    if (op instanceof Op.IptCheck check) {
      return check(netns, check);
    }
    Optional<BuiltinTable> kind = BuiltinTable.of(op.table());
    if (kind.isEmpty()) {
      return Result.refused(Errno.ENOENT);
    }
    List<Op.Iptables> changes = op instanceof Op.IptBatch batch ? batch.changes() : List.of(op);
    Transaction transaction = new Transaction(netns.netfilter, kind.get());
    for (int i = 0; i < changes.size(); i++) {
      Optional<Errno> refused = transaction.change(changes.get(i));
      if (refused.isPresent()) {
        return Result.refused(refused.get(), op instanceof Op.IptBatch ? "" + i : "");
      }
    }
    Optional<Transaction.Bad> bad = transaction.validate();
    if (bad.isPresent()) {
      return Result.refused(
          bad.get().errno(), op instanceof Op.IptBatch ? "" + bad.get().change() : "");
    }
    transaction.commit();
    return Result.OK;
  }

  public static Result restore(World world, Netns netns, Op.IptRestore op) {
    for (Ruleset.Table table : op.ruleset().tables()) {
      if (BuiltinTable.of(table.name()).isEmpty()) {
        return Result.refused(Errno.ENOENT);
      }
    }
    NetfilterState before = netns.netfilter.copy();
    for (Ruleset.Table table : op.ruleset().tables()) {
      Result result = restoreTable(netns, table, op.mode());
      if (!result.ok()) {
        netns.netfilter.takeTables(before);
        return result;
      }
    }
    return Result.OK;
  }

  private static Result restoreTable(Netns netns, Ruleset.Table table, Op.RestoreMode mode) {
    Transaction transaction =
        new Transaction(netns.netfilter, BuiltinTable.of(table.name()).orElseThrow());
    if (mode == Op.RestoreMode.FLUSH) {
      transaction.deleteTable();
    }
    for (Ruleset.Chain chain : table.chains()) {
      transaction.restoreChain(chain);
    }
    for (Ruleset.Chain chain : table.chains()) {
      for (IptRule rule : chain.rules()) {
        Optional<Errno> refused = transaction.append(chain.name(), rule);
        if (refused.isPresent()) {
          return Result.refused(refused.get());
        }
      }
    }
    Optional<Transaction.Bad> bad = transaction.validate();
    if (bad.isPresent()) {
      return Result.refused(bad.get().errno());
    }
    transaction.commit();
    return Result.OK;
  }

  private static Result check(Netns netns, Op.IptCheck op) {
    Optional<BuiltinTable> kind = BuiltinTable.of(op.table());
    IptTable table = kind.map(netns.netfilter::table).orElse(null);
    Chain chain = table == null ? null : table.chains.get(op.chain());
    if (chain != null) {
      for (CompiledRule rule : chain.rules) {
        if (rule.rule.equals(op.rule())) {
          return Result.OK;
        }
      }
    }
    return Result.refused(Errno.ENOENT);
  }
}
