package vethlab.shell.iptables;

import vethlab.op.iptables.BuiltinTable;
import vethlab.op.iptables.Ruleset;
import vethlab.op.iptables.parse.CommandLine;
import vethlab.op.iptables.parse.IptablesException;
import vethlab.op.iptables.parse.Parsed;
import vethlab.op.iptables.parse.Verb;
import vethlab.shell.Call;

/** ip6tables: IPv6 is switched off, so its tables are empty and stay so. */
final class Ip6tables {
  private static final String PROGRAM = "ip6tables";

  private Ip6tables() {}

  static int run(Call call) {
    try {
      switch (CommandLine.parse(call.args(), call.err()::println)) {
        case Parsed.Help help -> call.out().print(Help.TEXT.replace("iptables", PROGRAM));
        case Parsed.Version version -> call.out().println(PROGRAM + " v" + Complaint.VERSION);
        case Parsed.Ignored ignored -> {}
        case Parsed.Request request -> request(call, request);
      }
      return 0;
    } catch (IptablesException e) {
      call.err().print(Complaint.of(PROGRAM, e, 0));
      return e.status().exit();
    } catch (Failure e) {
      call.err().println(PROGRAM + ": " + e.getMessage() + ".");
      return 1;
    }
  }

  private static void request(Call call, Parsed.Request request) {
    TableImage empty =
        new TableImage(BuiltinTable.of(request.table()).orElseThrow(), Ruleset.EMPTY)
            .withAllBuiltin();
    if (request.has(Verb.LIST)) {
      call.out().print(Iptables.list(request, empty));
    } else if (request.has(Verb.LIST_RULES)) {
      call.out().print(Iptables.listRules(request, empty));
    } else if (!changesNothing(request)) {
      throw new IptablesException(
          IptablesException.Status.OTHER_PROBLEM, "IPv6 rules are not modelled by Vethlab");
    }
  }

  private static boolean changesNothing(Parsed.Request request) {
    return request.has(Verb.FLUSH)
        || request.has(Verb.ZERO)
        || request.has(Verb.DELETE_CHAIN) && request.chain().isEmpty()
        || request.has(Verb.POLICY) && request.word().equals("ACCEPT");
  }
}
