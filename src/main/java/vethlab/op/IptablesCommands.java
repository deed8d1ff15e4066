package vethlab.op;

import java.util.ArrayList;
import java.util.List;
import vethlab.op.iptables.IptRule;
import vethlab.op.iptables.Ruleset;
import vethlab.op.iptables.parse.SaveLine;

/** {@code iptables} and {@code iptables-restore}, which does what no single command does. */
final class IptablesCommands {
  private IptablesCommands() {}

  static List<String> words(Op.Iptables change) {
    return switch (change) {
      case Op.IptDeleteTable table -> restore(table.ns(), Op.RestoreMode.FLUSH);
      case Op.IptBatch batch -> restore(batch.ns(), mode(batch));
      default -> {
        Argv argv = Argv.inside(change.ns(), "iptables");
        argv.addIf(!change.table().equals("filter"), "-t", change.table());
        yield argv.addAll(SaveLine.words(line(change))).words();
      }
    };
  }

  static List<String> words(Op.IptRestore restore) {
    return restore(restore.ns(), restore.mode());
  }

  private static List<String> restore(Ns ns, Op.RestoreMode mode) {
    return Argv.inside(ns, "iptables-restore")
        .addIf(mode == Op.RestoreMode.KEEP, "--noflush")
        .words();
  }

  private static Op.RestoreMode mode(Op.IptBatch batch) {
    boolean anew =
        batch.changes().stream()
            .findFirst()
            .filter(Op.IptDeleteTable.class::isInstance)
            .isPresent();
    return anew ? Op.RestoreMode.FLUSH : Op.RestoreMode.KEEP;
  }

  /** Empty for what is not a restore. */
  static String input(Op.Iptables change) {
    return switch (change) {
      case Op.IptDeleteTable table -> input(table.table(), List.of());
      case Op.IptBatch batch -> input(batch.table(), batch.changes());
      default -> "";
    };
  }

  private static String input(String table, List<Op.Iptables> changes) {
    List<String> lines = new ArrayList<>(List.of("*" + table));
    for (Op.Iptables each : changes) {
      switch (each) {
        case Op.IptDeleteTable first -> {}
        case Op.IptNewChain chain -> lines.add(":" + chain.chain() + " - [0:0]");
        default -> lines.add(line(each));
      }
    }
    lines.add("COMMIT");
    return String.join("\n", lines) + "\n";
  }

  private static String line(Op.Iptables change) {
    return switch (change) {
      case Op.IptAppend c -> Ruleset.appending(c.chain(), c.rule());
      case Op.IptInsert c ->
          "-I " + c.chain() + (c.position() == 1 ? "" : " " + c.position()) + rule(c.rule());
      case Op.IptReplace c -> "-R " + c.chain() + " " + c.position() + rule(c.rule());
      case Op.IptDelete c -> "-D " + c.chain() + rule(c.rule());
      case Op.IptDeleteAt c -> "-D " + c.chain() + " " + c.position();
      case Op.IptCheck c -> "-C " + c.chain() + rule(c.rule());
      case Op.IptNewChain c -> "-N " + c.chain();
      case Op.IptRenameChain c -> "-E " + c.chain() + " " + c.name();
      case Op.IptDeleteChain c -> chain("-X", c.chain());
      case Op.IptFlush c -> chain("-F", c.chain());
      case Op.IptZero c -> chain("-Z", c.chain()) + (c.position() == 0 ? "" : " " + c.position());
      case Op.IptPolicy c -> "-P " + c.chain() + " " + c.policy();
      case Op.IptDeleteTable c -> throw new IllegalArgumentException("a table in a table");
      case Op.IptBatch c -> throw new IllegalArgumentException("a batch in a batch");
    };
  }

  private static String rule(IptRule rule) {
    String text = rule.text();
    return text.isEmpty() ? "" : " " + text;
  }

  private static String chain(String verb, String chain) {
    return chain.isEmpty() ? verb : verb + " " + chain;
  }
}
