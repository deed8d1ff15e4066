package vethlab.shell.iptables;

import static vethlab.op.iptables.parse.IptablesException.Status.PARAMETER_PROBLEM;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.iptables.IptRule;
import vethlab.op.iptables.Target;
import vethlab.op.iptables.parse.IptablesException;
import vethlab.op.iptables.parse.Parsed;

/**
 * Turns what was asked into changes of the kernel's table, as iptables does before it asks the
 * kernel: it looks chains and rules up by itself. Source: iptables nft.c nft_prepare.
 */
final class Planner {
  private final Ns ns;
  private final String table;
  private final TableImage image;
  private final Consumer<String> out;
  private final List<Planned> plan = new ArrayList<>();
  private int line;

  /**
   * @param out takes what -v prints
   */
  Planner(Ns ns, String table, TableImage image, Consumer<String> out) {
    this.ns = ns;
    this.table = table;
    this.image = image;
    this.out = out;
  }

  List<Planned> plan() {
    return plan;
  }

  TableImage image() {
    return image;
  }

  void line(int line) {
    this.line = line;
  }

  private void add(Op.Iptables change) {
    plan.add(new Planned(change, line));
  }

  void deleteTable() {
    image.clear();
    add(new Op.IptDeleteTable(ns, table));
  }

  /** A chain's line in a restored file. */
  void restoreChain(String chain, String policy, long packets, long bytes) {
    if (image.isBuiltin(chain)) {
      policy(chain, policy);
      image.policy(chain, policy.equals("-") ? "ACCEPT" : policy, packets, bytes);
      return;
    }
    if (image.has(chain)) {
      add(new Op.IptFlush(ns, table, chain));
      image.rules(chain, Failure.At.OTHER).clear();
    } else {
      add(new Op.IptNewChain(ns, table, chain));
      image.add(chain);
    }
  }

  void request(Parsed.Request request) {
    String chain = request.chain().orElse("");
    boolean verbose = request.output().verbose() > 0;
    for (var verb : request.verbs()) {
      switch (verb) {
        case APPEND -> request.rules().forEach(rule -> append(chain, rule, verbose));
        case INSERT ->
            request.rules().forEach(rule -> insert(chain, request.number(), rule, verbose));
        case REPLACE -> replace(chain, request.number(), request.rules().getFirst(), verbose);
        case DELETE -> request.rules().forEach(rule -> delete(chain, rule, verbose));
        case DELETE_AT -> deleteAt(chain, request.number());
        case CHECK -> request.rules().forEach(rule -> check(chain, rule, verbose));
        case FLUSH -> flush(chain, verbose);
        case ZERO -> zero(chain, verbose);
        case ZERO_AT -> zeroAt(chain, request.number());
        case NEW_CHAIN -> newChain(chain);
        case DELETE_CHAIN -> deleteChains(chain, verbose);
        case POLICY -> policy(chain, request.word());
        case RENAME -> rename(chain, request.word());
        case LIST, LIST_RULES -> {}
      }
    }
  }

  private void checkJump(IptRule rule) {
    String to =
        switch (rule.target()) {
          case Target.Jump jump -> jump.chain();
          case Target.Goto jump -> jump.chain();
          default -> "";
        };
    if (!to.isEmpty() && !image.isTaken(to)) {
      throw new IptablesException(PARAMETER_PROBLEM, "Chain '" + to + "' does not exist");
    }
  }

  private void show(IptRule rule, boolean verbose) {
    if (verbose) {
      out.accept(Listing.changed(rule));
    }
  }

  private void append(String chain, IptRule rule, boolean verbose) {
    checkJump(rule);
    image.initialise(chain);
    show(rule, verbose);
    image.rules(chain, Failure.At.OTHER).add(rule);
    add(new Op.IptAppend(ns, table, chain, rule));
  }

  private void insert(String chain, int number, IptRule rule, boolean verbose) {
    checkJump(rule);
    image.initialise(chain);
    List<IptRule> rules = image.rules(chain, Failure.At.RULE_INSERT);
    if (number > rules.size() + 1) {
      throw new Failure(Failure.At.RULE_INSERT, Failure.Kind.TOO_BIG);
    }
    show(rule, verbose);
    rules.add(number - 1, rule);
    add(new Op.IptInsert(ns, table, chain, number, rule));
  }

  private void replace(String chain, int number, IptRule rule, boolean verbose) {
    checkJump(rule);
    List<IptRule> rules = image.rules(chain, Failure.At.RULE_REPLACE);
    if (number > rules.size()) {
      throw new Failure(Failure.At.RULE_REPLACE, Failure.Kind.TOO_BIG);
    }
    show(rule, verbose);
    rules.set(number - 1, rule);
    add(new Op.IptReplace(ns, table, chain, number, rule));
  }

  private void delete(String chain, IptRule rule, boolean verbose) {
    checkJump(rule);
    List<IptRule> rules = image.rules(chain, Failure.At.RULE_DELETE);
    int at = rules.indexOf(rule);
    if (at < 0) {
      throw new Failure(Failure.At.RULE_DELETE, Failure.Kind.MISSING);
    }
    show(rules.remove(at), verbose);
    add(new Op.IptDelete(ns, table, chain, rule));
  }

  private void deleteAt(String chain, int number) {
    List<IptRule> rules = image.rules(chain, Failure.At.RULE_DELETE_AT);
    if (number > rules.size()) {
      throw new Failure(Failure.At.RULE_DELETE_AT, Failure.Kind.TOO_BIG);
    }
    rules.remove(number - 1);
    add(new Op.IptDeleteAt(ns, table, chain, number));
  }

  private void check(String chain, IptRule rule, boolean verbose) {
    checkJump(rule);
    List<IptRule> rules = image.rules(chain, Failure.At.RULE_CHECK);
    int at = rules.indexOf(rule);
    if (at < 0) {
      throw new Failure(Failure.At.RULE_CHECK, Failure.Kind.MISSING);
    }
    show(rules.get(at), verbose);
  }

  private void flush(String chain, boolean verbose) {
    if (chain.isEmpty() && !verbose) {
      if (!image.builtinChains().isEmpty() || !image.userChains().isEmpty()) {
        add(new Op.IptFlush(ns, table, ""));
      }
      image.builtinChains().forEach(name -> image.rules(name, Failure.At.OTHER).clear());
      image.userChains().forEach(name -> image.rules(name, Failure.At.OTHER).clear());
      return;
    }
    if (chain.isEmpty()) {
      image.withAllBuiltin().sorted().forEach(each -> flushOne(each.name(), true));
      return;
    }
    image.initialise(chain);
    flushOne(chain, verbose);
  }

  private void flushOne(String chain, boolean verbose) {
    List<IptRule> rules = image.rules(chain, Failure.At.OTHER);
    if (verbose) {
      out.accept("Flushing chain `" + chain + "'\n");
    }
    rules.clear();
    add(new Op.IptFlush(ns, table, chain));
  }

  private void zero(String chain, boolean verbose) {
    if (!chain.isEmpty()) {
      image.rules(chain, Failure.At.OTHER);
    }
    if (verbose) {
      List<String> chains =
          chain.isEmpty()
              ? image.sorted().stream().map(each -> each.name()).toList()
              : List.of(chain);
      chains.forEach(each -> out.accept("Zeroing chain `" + each + "'\n"));
    }
    add(new Op.IptZero(ns, table, chain, 0));
  }

  private void zeroAt(String chain, int number) {
    if (number <= image.rules(chain, Failure.At.RULE_DELETE).size()) {
      add(new Op.IptZero(ns, table, chain, number));
    }
  }

  private void newChain(String chain) {
    if (image.isTaken(chain)) {
      throw new Failure(Failure.At.CHAIN_ADD, Failure.Kind.EXISTS);
    }
    image.add(chain);
    add(new Op.IptNewChain(ns, table, chain));
  }

  private void deleteChains(String chain, boolean verbose) {
    if (!chain.isEmpty()) {
      image.rules(chain, Failure.At.CHAIN_DELETE);
      deleteChain(chain, verbose);
      return;
    }
    image.builtinChains().stream().filter(image::isIdle).forEach(each -> deleteChain(each, false));
    image.userChains().forEach(each -> deleteChain(each, verbose));
  }

  private void deleteChain(String chain, boolean verbose) {
    if (image.isBuiltin(chain) && !image.isIdle(chain)) {
      throw new Failure(Failure.At.CHAIN_DELETE, Failure.Kind.BUSY);
    }
    if (verbose && !image.isBuiltin(chain)) {
      out.accept("Deleting chain `" + chain + "'\n");
    }
    image.remove(chain);
    add(new Op.IptDeleteChain(ns, table, chain));
  }

  private void policy(String chain, String policy) {
    if (!List.of("ACCEPT", "DROP", "-").contains(policy)) {
      throw new Failure(Failure.At.CHAIN_SET, Failure.Kind.INVALID);
    }
    if (!image.isBuiltin(chain)) {
      throw new Failure(Failure.At.CHAIN_SET, Failure.Kind.MISSING);
    }
    if (!policy.equals("-")) {
      image.policy(chain, policy, 0, 0);
      add(new Op.IptPolicy(ns, table, chain, policy));
    }
  }

  private void rename(String chain, String name) {
    if (image.isTaken(name)) {
      throw new Failure(Failure.At.CHAIN_RENAME, Failure.Kind.EXISTS);
    }
    image.rules(chain, Failure.At.CHAIN_RENAME);
    image.rename(chain, name);
    add(new Op.IptRenameChain(ns, table, chain, name));
  }
}
