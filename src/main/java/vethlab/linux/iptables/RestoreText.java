package vethlab.linux.iptables;

import java.util.List;
import vethlab.op.Op;

/**
 * Changes of rules as the text that iptables-restore reads.
 *
 * @param mode whether the tables that it names are emptied first
 */
public record RestoreText(String text, Op.RestoreMode mode) {

  /** Several changes at once, in their order; a table is committed where the next differs. */
  public static RestoreText of(List<? extends Op.Iptables> changes) {
    StringBuilder text = new StringBuilder();
    String table = "";
    Op.RestoreMode mode = Op.RestoreMode.KEEP;
    for (Op.Iptables change : changes.stream().flatMap(RestoreText::single).toList()) {
      if (!change.table().equals(table)) {
        text.append(table.isEmpty() ? "" : "COMMIT\n").append('*').append(change.table());
        text.append('\n');
        table = change.table();
      }
      if (change instanceof Op.IptDeleteTable) {
        mode = Op.RestoreMode.FLUSH;
      } else {
        text.append(line(change)).append('\n');
      }
    }
    return new RestoreText(table.isEmpty() ? "" : text.append("COMMIT\n").toString(), mode);
  }

  private static java.util.stream.Stream<? extends Op.Iptables> single(Op.Iptables change) {
    return change instanceof Op.IptBatch batch
        ? batch.changes().stream()
        : java.util.stream.Stream.of(change);
  }

  private static String line(Op.Iptables change) {
    return switch (change) {
      case Op.IptAppend o -> words("-A", o.chain(), o.rule().text());
      case Op.IptInsert o -> words("-I", o.chain(), o.position(), o.rule().text());
      case Op.IptReplace o -> words("-R", o.chain(), o.position(), o.rule().text());
      case Op.IptDelete o -> words("-D", o.chain(), o.rule().text());
      case Op.IptDeleteAt o -> words("-D", o.chain(), o.position());
      case Op.IptCheck o -> words("-C", o.chain(), o.rule().text());
      case Op.IptNewChain o -> words("-N", o.chain());
      case Op.IptRenameChain o -> words("-E", o.chain(), o.name());
      case Op.IptDeleteChain o -> words("-X", o.chain());
      case Op.IptFlush o -> words("-F", o.chain());
      case Op.IptZero o -> words("-Z", o.chain(), o.position() == 0 ? "" : o.position());
      case Op.IptPolicy o -> words("-P", o.chain(), o.policy());
      case Op.IptDeleteTable _, Op.IptBatch _ -> "";
    };
  }

  private static String words(Object... words) {
    StringBuilder line = new StringBuilder();
    for (Object word : words) {
      String text = word.toString();
      if (!text.isEmpty()) {
        line.append(line.isEmpty() ? "" : " ").append(text);
      }
    }
    return line.toString();
  }
}
