package vethlab.op.iptables.parse;

import static vethlab.op.iptables.parse.IptablesException.parameter;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import vethlab.op.iptables.AddressMask;
import vethlab.op.iptables.BuiltinTable;
import vethlab.op.iptables.IptRule;

/**
 * Reads one iptables command line. Source: iptables xshared.c do_parse, in its order: what is wrong
 * first is complained of first.
 */
public final class CommandLine {
  private static final String SHORT =
      "A:C:D:E:F::I:L::M:N:P:VX::Z::c:d:i:j:o:p:s:t:R:S::W::46bfg:h::m:nvw::x";
  private static final int LONGEST_CHAIN = 28;

  private final String program;
  private final boolean restore;
  private final Consumer<String> warnings;
  private final Getopt words;
  private final RuleParts parts;
  private final EnumSet<Verb> verbs = EnumSet.noneOf(Verb.class);
  private final StringBuilder given = new StringBuilder();

  private boolean not;
  private String table;
  private boolean tableGiven;
  private Optional<String> chain = Optional.empty();
  private int number;
  private String word = "";
  private int verbose;
  private String sources = "0.0.0.0/0";
  private String destinations = "0.0.0.0/0";
  private long packets;
  private long bytes;
  private boolean waits;
  private boolean waitInterval;

  private CommandLine(
      String program,
      boolean restore,
      String table,
      List<String> words,
      Consumer<String> warnings) {
    this.program = program;
    this.restore = restore;
    this.table = table;
    this.warnings = warnings;
    this.words = new Getopt(words, SHORT, LongOptions.ALL);
    this.parts = new RuleParts(this.words);
  }

  /**
   * Reads the words behind {@code iptables}.
   *
   * @param warnings takes lines for stderr that stop nothing
   */
  public static Parsed parse(List<String> words, Consumer<String> warnings) {
    return new CommandLine("iptables", false, "filter", words, warnings).parse();
  }

  /** Reads a line of iptables-restore's input. */
  public static Parsed parseRestored(
      String program, List<String> words, Consumer<String> warnings) {
    return new CommandLine(program, true, "filter", words, warnings).parse();
  }

  /** The rule that a text says, as {@link IptRule#text} prints it. */
  public static IptRule rule(String text) {
    return rules("chain", text).getFirst();
  }

  /** The rules that are appended to a chain: one for each pair of addresses. */
  static List<IptRule> rules(String chain, String text) {
    List<String> words = new ArrayList<>(List.of("-A", chain));
    words.addAll(SaveLine.words(text));
    if (parse(words, warning -> {}) instanceof Parsed.Request request) {
      return request.rules();
    }
    throw parameter("not a rule: %s", text);
  }

  private Parsed parse() {
    while (true) {
      Getopt.Found found = words.next();
      if (found.key() == Getopt.Marker.END) {
        return finish();
      }
      if (found.key() == Getopt.Marker.WORD) {
        word(found.argument().orElseThrow());
        continue;
      }
      if (found.key() instanceof Character letter) {
        Optional<Parsed> end = option(letter, found.argument());
        if (end.isPresent()) {
          return end.get();
        }
      } else if (!parts.extensionOption(found, not, given.indexOf("n") >= 0)) {
        continue;
      }
      not = false;
    }
  }

  private void word(String text) {
    if (!text.equals("!")) {
      throw new IptablesException(
          IptablesException.Status.BARE_PROBLEM, "Bad argument `" + text + "'");
    }
    if (not) {
      throw parameter("multiple consecutive ! not allowed");
    }
    not = true;
  }

  private Optional<Parsed> option(char letter, Optional<String> argument) {
    String text = argument.orElse("");
    switch (letter) {
      case 'A' -> verb(Verb.APPEND, text);
      case 'C' -> verb(Verb.CHECK, text);
      case 'D' -> deleteRule(text);
      case 'R' -> replaceRule(text);
      case 'I' -> insertRule(text);
      case 'L' -> list(Verb.LIST, argument);
      case 'S' -> list(Verb.LIST_RULES, argument);
      case 'F' -> optionalChain(Verb.FLUSH, argument);
      case 'X' -> optionalChain(Verb.DELETE_CHAIN, argument);
      case 'Z' -> zero(argument);
      case 'N' -> newChain(text);
      case 'E' -> twoWords(Verb.RENAME, text, "old-chain-name and new-chain-name");
      case 'P' -> twoWords(Verb.POLICY, text, "a chain and a policy");
      case 'h' -> {
        return Optional.of(new Parsed.Help());
      }
      case 'V' -> {
        return Optional.of(new Parsed.Version(not));
      }
      case '6' -> {
        if (restore) {
          return Optional.of(new Parsed.Ignored());
        }
        throw new IptablesException(IptablesException.Status.BARE_PROBLEM, "");
      }
      case '4', 'b' -> {}
      case 'M' -> {}
      case 'p', 's', 'd', 'j', 'i', 'o' -> wholeWord(letter, text);
      default -> ruleOption(letter, text, argument);
    }
    return Optional.empty();
  }

  /** These read argv[optind - 1]: of an option joined to its argument, the whole of it. */
  private void wholeWord(char letter, String argument) {
    if (argument.isEmpty() && (letter == 'i' || letter == 'o')) {
      throw parameter("Empty interface is likely to be undesired");
    }
    once(letter);
    String text = words.previous();
    switch (letter) {
      case 'p' -> parts.protocol(text.toLowerCase(Locale.ROOT), not);
      case 's' -> {
        parts.notSource = not;
        sources = text;
      }
      case 'd' -> {
        parts.notDestination = not;
        destinations = text;
      }
      case 'j' -> parts.jump(text);
      case 'i' -> parts.in(device(text), not);
      case 'o' -> parts.out(device(text), not);
      default -> throw new IllegalArgumentException("no such option: " + letter);
    }
  }

  private void ruleOption(char letter, String text, Optional<String> argument) {
    switch (letter) {
      case 'g' -> {
        once('j');
        parts.goTo(text);
      }
      case 'f' -> {
        once('f');
        parts.fragment(not);
      }
      case 'm' -> {
        if (not) {
          throw parameter("unexpected ! flag before --match");
        }
        parts.match(text);
      }
      case 'v' -> {
        if (verbose == 0) {
          once('v');
        }
        verbose++;
      }
      case 'n', 'x', '0' -> once(letter);
      case 't' -> table(text);
      case 'w' -> waitTime(argument);
      case 'W' -> waitInterval(argument);
      case 'c' -> counters(text);
      default -> throw parameter("unknown option \"%s\"", words.previous());
    }
  }

  private void verb(Verb verb, String chain, Verb... beside) {
    if (not) {
      throw parameter("unexpected '!' flag");
    }
    EnumSet<Verb> others = EnumSet.copyOf(verbs);
    others.removeAll(List.of(beside));
    if (!others.isEmpty()) {
      char other = others.stream().reduce((a, b) -> b).orElseThrow().letter();
      throw parameter("Cannot use -%c with -%c", verb.letter(), other);
    }
    verbs.add(verb);
    this.chain = Optional.of(chain);
  }

  private void deleteRule(String chain) {
    verb(Verb.DELETE, chain);
    if (words.hasArgument()) {
      number = ruleNumber();
      verbs.clear();
      verbs.add(Verb.DELETE_AT);
    }
  }

  private void replaceRule(String chain) {
    verb(Verb.REPLACE, chain);
    if (!words.hasArgument()) {
      throw parameter("-R requires a rule number");
    }
    number = ruleNumber();
  }

  private void insertRule(String chain) {
    verb(Verb.INSERT, chain);
    number = words.hasArgument() ? ruleNumber() : 1;
  }

  private void list(Verb verb, Optional<String> joined) {
    Optional<String> before = chain;
    verb(verb, "", Verb.ZERO, Verb.ZERO_AT);
    chain = joined.or(() -> words.hasArgument() ? Optional.of(words.take()) : before);
    if (words.hasArgument()) {
      number = ruleNumber();
    }
  }

  private void optionalChain(Verb verb, Optional<String> joined) {
    verb(verb, "");
    chain = joined.or(() -> words.hasArgument() ? Optional.of(words.take()) : Optional.empty());
  }

  private void zero(Optional<String> joined) {
    Optional<String> before = chain;
    verb(Verb.ZERO, "", Verb.LIST, Verb.LIST_RULES);
    chain = joined.or(() -> words.hasArgument() ? Optional.of(words.take()) : before);
    if (words.hasArgument()) {
      number = ruleNumber();
      verbs.clear();
      verbs.add(Verb.ZERO_AT);
    }
  }

  private void newChain(String chain) {
    checkChainName(chain);
    verb(Verb.NEW_CHAIN, chain);
  }

  private void twoWords(Verb verb, String chain, String what) {
    verb(verb, chain);
    if (!words.hasArgument()) {
      throw parameter("-%c requires %s", verb.letter(), what);
    }
    word = words.take();
  }

  private int ruleNumber() {
    String text = words.take();
    return Number.wholeInt(text, 1, Integer.MAX_VALUE)
        .orElseThrow(() -> parameter("Invalid rule number `%s'", text));
  }

  /** Source: xshared.c assert_valid_chain_name. */
  public static void checkChainName(String name) {
    if (name.length() > LONGEST_CHAIN) {
      throw tooLong(name);
    }
    if (name.startsWith("-") || name.startsWith("!")) {
      throw parameter("chain name not allowed to start with `%c'", name.charAt(0));
    }
    if (Extensions.isTarget(name)) {
      throw parameter("chain name may not clash with target name");
    }
    if (name.chars().anyMatch(Character::isWhitespace)) {
      throw parameter("Invalid chain name `%s'", name);
    }
  }

  private static IptablesException tooLong(String chain) {
    return parameter("chain name `%s' too long (must be under %d chars)", chain, LONGEST_CHAIN + 1);
  }

  /** Notes an option that may be given once; complains of a bang it can't have. */
  private void once(char option) {
    if (given.indexOf("" + option) >= 0) {
      throw parameter("multiple -%c flags not allowed", option);
    }
    given.append(option);
    if (not && "sdpiof".indexOf(option) < 0) {
      throw parameter("cannot have ! before -%c", option);
    }
  }

  private String device(String name) {
    InterfaceName.check(name);
    if (InterfaceName.isWeird(name)) {
      warnings.accept(
          "Warning: weird character in interface `"
              + name
              + "' ('/' and ' ' are not allowed by the kernel).");
    }
    return name;
  }

  private void table(String name) {
    if (not) {
      throw parameter("unexpected ! flag before --table");
    }
    if (restore && tableGiven) {
      throw parameter("The -t option cannot be used in %s.\n", program);
    }
    table = name;
    tableGiven = true;
  }

  private void waitTime(Optional<String> joined) {
    if (restore) {
      throw parameter("You cannot use `-w' from iptables-restore");
    }
    Optional<String> seconds =
        joined.or(() -> words.hasArgument() ? Optional.of(words.take()) : Optional.empty());
    if (seconds.isPresent() && !seconds.get().matches("\\s*[-+]?[0-9].*")) {
      throw parameter("wait seconds not numeric");
    }
    waits = seconds.isEmpty() || !seconds.get().equals("0");
  }

  private void waitInterval(Optional<String> joined) {
    if (restore) {
      throw parameter("You cannot use `-W' from iptables-restore");
    }
    String text =
        joined
            .or(() -> words.hasArgument() ? Optional.of(words.take()) : Optional.empty())
            .orElseThrow(() -> parameter("wait interval value required"));
    if (!text.matches("\\s*[0-9].*")) {
      throw parameter("wait interval not numeric");
    }
    long microseconds = Number.leading(text.strip());
    if (microseconds > 999999) {
      throw parameter("too long usec wait %d > 999999 usec", microseconds);
    }
    warnings.accept("Ignoring deprecated --wait-interval option.");
    waitInterval = true;
  }

  private void counters(String text) {
    once('c');
    int comma = text.indexOf(',', 1);
    Optional<String> second = Optional.empty();
    if (comma >= 0) {
      second = Optional.of(text.substring(comma + 1));
    } else if (words.hasArgument()) {
      second = Optional.of(words.take());
    }
    String of = second.orElseThrow(() -> parameter("-c requires packet and byte counter"));
    packets = counter(text, "packet");
    bytes = counter(of, "byte");
  }

  private static long counter(String text, String what) {
    if (!text.matches("\\s*[0-9].*")) {
      throw parameter("-c %s counter not numeric", what);
    }
    return Number.leading(text.strip());
  }

  private Parsed finish() {
    if (table.equals("nat")
        && (verbs.contains(Verb.POLICY) && word.equals("DROP") || parts.jumpsTo("DROP"))) {
      throw parameter(
          "\nThe \"nat\" table is not intended for filtering, "
              + "the use of DROP is therefore inhibited.\n\n");
    }
    if (!waits && waitInterval) {
      throw parameter("--wait-interval only makes sense with --wait\n");
    }
    parts.finish();
    if (verbs.isEmpty()) {
      throw parameter("no command specified");
    }
    if (not) {
      throw parameter("nothing appropriate following !");
    }
    List<IptRule> rules = rules();
    if (verbs.contains(Verb.REPLACE) && rules.size() != 1) {
      throw parameter("Replacement rule does not specify a unique address");
    }
    checkOptions();
    checkChain();
    if (BuiltinTable.of(table).isEmpty()) {
      throw new IptablesException(
          IptablesException.Status.VERSION_PROBLEM, "table '" + table + "' does not exist");
    }
    if (verbs.stream().anyMatch(Verb::takesRule)) {
      parts.checkProtocols();
    }
    return new Parsed.Request(
        verbs,
        table,
        chain,
        number,
        word,
        rules,
        new Parsed.Output(
            verbose, given.indexOf("n") >= 0, given.indexOf("x") >= 0, given.indexOf("0") >= 0));
  }

  private List<IptRule> rules() {
    List<AddressMask> from = Addresses.list(sources);
    List<AddressMask> to = Addresses.list(destinations);
    if ((from.size() > 1 || to.size() > 1) && (parts.notSource || parts.notDestination)) {
      throw parameter("! not allowed with multiple source or destination IP addresses");
    }
    List<IptRule> rules = new ArrayList<>();
    if (verbs.stream().anyMatch(Verb::takesRule)) {
      for (AddressMask source : from) {
        for (AddressMask destination : to) {
          rules.add(parts.rule(source, destination).counting(packets, bytes));
        }
      }
    }
    return rules;
  }

  /** Source: xshared.c generic_opt_check: an option is legal if one of the commands allows it. */
  private void checkOptions() {
    for (char option : Verb.OPTIONS.toCharArray()) {
      if (given.indexOf("" + option) >= 0 && verbs.stream().noneMatch(v -> v.allows(option))) {
        throw parameter("Illegal option `-%c' with this command", option);
      }
    }
  }

  private void checkChain() {
    String name = chain.orElse("");
    if (name.length() > LONGEST_CHAIN) {
      throw tooLong(name);
    }
    if (verbs.stream().noneMatch(verb -> verb.takesRule() || verb == Verb.DELETE_AT)) {
      return;
    }
    boolean incoming = name.equals("PREROUTING") || name.equals("INPUT");
    boolean outgoing = name.equals("POSTROUTING") || name.equals("OUTPUT");
    if (incoming && given.indexOf("o") >= 0) {
      throw parameter("Can't use -o with %s\n", name);
    }
    if (outgoing && given.indexOf("i") >= 0) {
      throw parameter("Can't use -i with %s\n", name);
    }
  }
}
