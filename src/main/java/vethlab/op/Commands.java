package vethlab.op;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Each {@link Op} as the command a person would type for it; parsing the command gives the same Op
 * again.
 */
public final class Commands {
  private static final String END = "EOF";

  private Commands() {}

  /**
   * The command's words.
   *
   * @throws IllegalArgumentException if no one command does it all: settings of a bridge together
   *     with settings of a port
   */
  public static List<String> of(Op op) {
    return switch (op) {
      case Op.NetnsAdd add -> List.of("ip", "netns", "add", add.name());
      case Op.NetnsDel del -> List.of("ip", "netns", "del", del.name());
      case Op.NetnsSetId set ->
          Argv.in(set.ns(), "ip")
              .add("netns", "set", set.name(), set.nsid() < 0 ? "auto" : "" + set.nsid())
              .words();
      case Op.LinkAdd add -> LinkCommands.add(add);
      case Op.LinkSet set -> LinkCommands.set(set);
      case Op.LinkDel del -> LinkCommands.delete(del);
      case Op.AddrAdd add -> AddrCommands.add(add);
      case Op.AddrDel del -> AddrCommands.delete(del);
      case Op.RouteChange change -> RouteCommands.change(change);
      case Op.RuleAdd add -> RuleCommands.words(add.ns(), RuleCommands.Verb.ADD, add.rule());
      case Op.RuleDel del -> RuleCommands.words(del.ns(), RuleCommands.Verb.DEL, del.rule());
      case Op.NeighAdd add -> NeighCommands.add(add);
      case Op.NeighDel del -> NeighCommands.delete(del);
      case Op.FdbAdd add -> FdbCommands.words(add.ns(), word(add.verb()), add.entry());
      case Op.FdbDel del -> FdbCommands.words(del.ns(), "del", del.entry());
      case Op.BridgeVlanAdd add -> FdbCommands.vlan(add.ns(), "add", add.dev(), add.vlan());
      case Op.BridgeVlanDel del -> FdbCommands.vlan(del.ns(), "del", del.dev(), del.vlan());
      case Op.SysctlSet set ->
          Argv.inside(set.ns(), "sysctl").add("-w", set.key() + "=" + set.value()).words();
      case Op.QdiscSet set -> QdiscCommands.set(set);
      case Op.QdiscDel del ->
          Argv.in(del.ns(), "tc").add("qdisc", "del", "dev", del.dev(), "root").words();
      case Op.ConntrackFlush flush -> Argv.inside(flush.ns(), "conntrack").add("-F").words();
      case Op.ConntrackDelete delete -> ConntrackCommands.delete(delete);
      case Op.Iptables change -> IptablesCommands.words(change);
      case Op.IptRestore restore -> IptablesCommands.words(restore);
    };
  }

  /** What the command reads from its standard input; empty for all but iptables-restore. */
  public static String input(Op op) {
    return switch (op) {
      case Op.Iptables change -> IptablesCommands.input(change);
      case Op.IptRestore restore -> restore.ruleset().text();
      default -> "";
    };
  }

  /** The command as a line for a shell, with its input as a here-document. */
  public static String text(Op op) {
    String line = of(op).stream().map(Commands::quoted).collect(Collectors.joining(" "));
    String input = input(op);
    return input.isEmpty() ? line : line + " <<'" + END + "'\n" + input + END;
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:=,%+@!-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
