package vethlab.shell.iptables;

import java.util.List;
import java.util.Optional;
import vethlab.op.iptables.BuiltinTable;
import vethlab.op.iptables.IptRule;
import vethlab.op.iptables.Ruleset;
import vethlab.op.iptables.parse.CommandLine;
import vethlab.op.iptables.parse.IptablesException;
import vethlab.op.iptables.parse.Parsed;
import vethlab.op.iptables.parse.Verb;
import vethlab.shell.Call;
import vethlab.shell.CommandTable;
import vethlab.shell.Instant;

/** The command iptables. Source: iptables xtables.c do_commandx, xtables-standalone.c. */
public final class Iptables {
  private static final String PROGRAM = "iptables";

  private final Call call;

  private Iptables(Call call) {
    this.call = call;
  }

  /** Adds iptables, its save and restore, and the same under the names of its variants. */
  public static void addTo(CommandTable table) {
    table.in("/usr/sbin");
    for (String name : List.of("iptables", "iptables-nft", "iptables-legacy")) {
      table.instant(name, call -> new Iptables(call).run());
      table.instant(name + "-save", Save::run);
      Instant restore = Restore::run;
      table.add(name + "-restore", restore.reading(Restore::readsInput));
    }
    table.instant("ip6tables", Ip6tables::run);
  }

  private int run() {
    try {
      return perform(CommandLine.parse(call.args(), call.err()::println));
    } catch (IptablesException e) {
      call.err().print(Complaint.of(PROGRAM, e, 0));
      return e.status().exit();
    } catch (Failure e) {
      boolean invalid = e.kind() == Failure.Kind.INVALID;
      call.err()
          .println(
              PROGRAM
                  + ": "
                  + e.getMessage()
                  + "."
                  + (invalid ? " Run `dmesg' for more information." : ""));
      return 1;
    }
  }

  private int perform(Parsed parsed) {
    switch (parsed) {
      case Parsed.Help help -> call.out().print(Help.TEXT);
      case Parsed.Version version ->
          call.out()
              .println(
                  version.not()
                      ? "Not " + Complaint.VERSION + " ;-)"
                      : PROGRAM + " v" + Complaint.VERSION);
      case Parsed.Ignored ignored -> {}
      case Parsed.Request request -> request(request);
    }
    return 0;
  }

  private void request(Parsed.Request request) {
    BuiltinTable table = BuiltinTable.of(request.table()).orElseThrow();
    Ruleset ruleset = call.kernel().iptables(call.netns());
    TableImage image = new TableImage(table, ruleset);
    if (request.has(Verb.LIST)) {
      call.out().print(list(request, image.withAllBuiltin()));
    }
    if (request.has(Verb.LIST_RULES)) {
      call.out().print(listRules(request, image.withAllBuiltin()));
    }
    Planner planner = new Planner(call.netns(), request.table(), image, call.out()::print);
    planner.request(request);
    Commit.apply(call.kernel(), call.netns(), request.table(), planner.plan());
  }

  static String list(Parsed.Request request, TableImage image) {
    Listing listing = new Listing(request.output());
    StringBuilder text = new StringBuilder();
    for (Ruleset.Chain chain : chains(request, image)) {
      if (request.number() == 0) {
        text.append(text.isEmpty() ? "" : "\n");
        text.append(listing.header(chain, image.references(chain.name())));
      }
      List<IptRule> rules = chain.rules();
      for (int i = 0; i < rules.size(); i++) {
        if (request.number() == 0 || request.number() == i + 1) {
          text.append(listing.rule(rules.get(i), i + 1));
        }
      }
    }
    return text.toString();
  }

  static String listRules(Parsed.Request request, TableImage image) {
    boolean counters = request.output().verbose() > 0;
    StringBuilder text = new StringBuilder();
    List<Ruleset.Chain> chains = chains(request, image);
    if (request.number() == 0) {
      chains.forEach(chain -> text.append(head(chain, counters)).append('\n'));
    }
    for (Ruleset.Chain chain : chains) {
      List<IptRule> rules = chain.rules();
      for (int i = 0; i < rules.size(); i++) {
        if (request.number() == 0 || request.number() == i + 1) {
          IptRule rule = rules.get(i);
          String said = counters ? rule.textWithCounters() : rule.text();
          text.append("-A ").append(chain.name());
          text.append(said.isEmpty() ? "" : " ").append(said).append('\n');
        }
      }
    }
    return text.toString();
  }

  private static String head(Ruleset.Chain chain, boolean counters) {
    if (!chain.builtin()) {
      return "-N " + chain.name();
    }
    return "-P "
        + chain.name()
        + " "
        + chain.policy()
        + (counters
            ? " -c "
                + Long.toUnsignedString(chain.packets())
                + " "
                + Long.toUnsignedString(chain.bytes())
            : "");
  }

  private static List<Ruleset.Chain> chains(Parsed.Request request, TableImage image) {
    if (request.chain().isEmpty()) {
      return image.sorted();
    }
    Optional<Ruleset.Chain> chain = image.find(request.chain().get());
    return List.of(chain.orElseThrow(() -> unknown(request)));
  }

  /** nft_is_chain_compatible is what looks for the chain. */
  private static IptablesException unknown(Parsed.Request request) {
    String name = request.chain().orElse("");
    return new IptablesException(
        IptablesException.Status.OTHER_PROBLEM,
        "chain `" + name + "' in table `" + request.table() + "' is incompatible, use 'nft' tool.");
  }
}
