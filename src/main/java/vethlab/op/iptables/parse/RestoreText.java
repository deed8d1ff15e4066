package vethlab.op.iptables.parse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vethlab.op.iptables.BuiltinTable;
import vethlab.op.iptables.IptRule;
import vethlab.op.iptables.Ruleset;
import vethlab.op.iptables.Target;

/**
 * A whole iptables-save text as a {@link Ruleset}, for files: chains that are used without being
 * declared must be built in. Counters of rules are read, those of chains too.
 */
public final class RestoreText {
  /** A line that iptables-restore would refuse. */
  public static final class BadLine extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;

    BadLine(int line, String message) {
      super(message, null, false, false);
      this.line = line;
    }

    /** Counted from 1 within the text. */
    public int line() {
      return line;
    }
  }

  private static final class Draft {
    private final String policy;
    private final List<IptRule> rules = new ArrayList<>();

    Draft(String policy) {
      this.policy = policy;
    }
  }

  /** A jump to a chain, which may be declared further down. */
  private record Jump(int line, String chain) {}

  private final List<Jump> jumps = new ArrayList<>();
  private final List<Ruleset.Table> tables = new ArrayList<>();
  private String table = "";
  private Map<String, Draft> chains = new LinkedHashMap<>();
  private int line;

  private RestoreText() {}

  public static Ruleset parse(String text) throws BadLine {
    RestoreText reader = new RestoreText();
    for (String line : text.split("\n", -1)) {
      reader.line++;
      reader.take(line.strip());
    }
    if (!reader.table.isEmpty()) {
      throw new BadLine(reader.line, "COMMIT is missing for table " + reader.table);
    }
    return new Ruleset(reader.tables);
  }

  private void take(String text) throws BadLine {
    if (text.isEmpty() || text.startsWith("#")) {
      return;
    }
    switch (text.charAt(0)) {
      case '*' -> begin(text.substring(1).strip());
      case ':' -> chain(text.substring(1));
      default -> {
        if (text.equals("COMMIT")) {
          commit();
        } else {
          rule(text);
        }
      }
    }
  }

  private void begin(String name) throws BadLine {
    if (!table.isEmpty()) {
      throw new BadLine(line, "COMMIT is missing for table " + table + " before *" + name);
    }
    BuiltinTable builtin =
        BuiltinTable.of(name).orElseThrow(() -> new BadLine(line, "no table is called " + name));
    table = name;
    chains = new LinkedHashMap<>();
    builtin.chains().forEach(each -> chains.put(each, new Draft("ACCEPT")));
  }

  private void chain(String text) throws BadLine {
    needTable();
    String[] words = text.strip().split("\\s+");
    String policy = words.length > 1 ? words[1] : "-";
    boolean builtin = chains.containsKey(words[0]) && !chains.get(words[0]).policy.equals("-");
    if (builtin && !policy.equals("ACCEPT") && !policy.equals("DROP") && !policy.equals("-")) {
      throw new BadLine(line, "the policy of " + words[0] + " is ACCEPT or DROP, not " + policy);
    }
    if (!builtin && !policy.equals("-")) {
      throw new BadLine(line, words[0] + " is no built-in chain, so it has no policy (write -)");
    }
    chains.put(words[0], new Draft(builtin && policy.equals("-") ? "ACCEPT" : policy));
  }

  private static final Pattern APPEND =
      Pattern.compile("(?:\\[\\d+:\\d+\\]\\s+)?(?:-A|--append)\\s+(\\S+)\\s*(.*)");

  private void rule(String text) throws BadLine {
    needTable();
    Matcher append = APPEND.matcher(text);
    if (!append.matches()) {
      throw new BadLine(line, "expected a rule (-A CHAIN …), :CHAIN, *TABLE or COMMIT");
    }
    String name = append.group(1);
    if (!chains.containsKey(name)) {
      throw new BadLine(line, "there is no chain " + name + " in table " + table);
    }
    try {
      for (IptRule rule : CommandLine.rules(name, append.group(2))) {
        chains.get(name).rules.add(rule);
        goal(rule.target()).ifPresent(chain -> jumps.add(new Jump(line, chain)));
      }
    } catch (IptablesException e) {
      throw new BadLine(line, e.getMessage().lines().findFirst().orElse("not a rule"));
    }
  }

  private static Optional<String> goal(Target target) {
    return switch (target) {
      case Target.Jump jump -> Optional.of(jump.chain());
      case Target.Goto jump -> Optional.of(jump.chain());
      default -> Optional.empty();
    };
  }

  private void needTable() throws BadLine {
    if (table.isEmpty()) {
      throw new BadLine(line, "a table must begin first (*filter, *nat …)");
    }
  }

  private void commit() throws BadLine {
    needTable();
    for (Jump jump : jumps) {
      if (!chains.containsKey(jump.chain())) {
        throw new BadLine(
            jump.line(),
            "there is neither a target nor a chain " + jump.chain() + " in table " + table);
      }
    }
    jumps.clear();
    List<Ruleset.Chain> all = new ArrayList<>();
    chains.forEach(
        (name, draft) -> all.add(new Ruleset.Chain(name, draft.policy, 0, 0, draft.rules)));
    tables.add(new Ruleset.Table(table, all));
    table = "";
  }
}
