package vethlab.shell.iptables;

import vethlab.op.Op;

/**
 * One change that is about to be made.
 *
 * @param line of the restored file, 0 for a command
 */
record Planned(Op.Iptables change, int line) {

  /** As iptables names it when the kernel refuses. Source: nft.c mnl_append_error. */
  String refusal(String because) {
    String what =
        switch (change) {
          case Op.IptAppend o -> "RULE_APPEND failed (%s): rule in chain " + o.chain();
          case Op.IptInsert o -> "RULE_INSERT failed (%s): rule in chain " + o.chain();
          case Op.IptReplace o -> "RULE_REPLACE failed (%s): rule in chain " + o.chain();
          case Op.IptDelete o -> "RULE_DELETE failed (%s): rule in chain " + o.chain();
          case Op.IptDeleteAt o -> "RULE_DELETE failed (%s): rule in chain " + o.chain();
          case Op.IptFlush o ->
              "RULE_FLUSH failed (%s): rule in chain "
                  + (o.chain().isEmpty() ? "(null)" : o.chain());
          case Op.IptNewChain o -> "CHAIN_USER_ADD failed (%s): chain " + o.chain();
          case Op.IptDeleteChain o -> "CHAIN_DEL failed (%s): chain " + o.chain();
          case Op.IptRenameChain o -> "CHAIN_RENAME failed (%s): chain " + o.name();
          case Op.IptPolicy o -> "CHAIN_UPDATE failed (%s): chain " + o.chain();
          case Op.IptZero o -> "CHAIN_ZERO failed (%s): chain " + o.chain();
          case Op.IptDeleteTable o -> "TABLE_FLUSH failed (%s): table " + o.table();
          case Op.IptCheck o -> "%s";
          case Op.IptBatch o -> "%s";
        };
    return (line == 0 ? " " : "\nline " + line + ": ") + what.formatted(because);
  }
}
