package vethlab.linux.iptables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vethlab.op.iptables.IptRule;
import vethlab.op.iptables.Ruleset;
import vethlab.op.iptables.parse.CommandLine;

/** What {@code iptables-save -c} printed, as a {@link Ruleset}. */
public final class SavedRules {
  private static final Pattern CHAIN = Pattern.compile(":(\\S+) (\\S+) \\[(\\d+):(\\d+)]");
  private static final Pattern RULE = Pattern.compile("\\[(\\d+):(\\d+)] -A (\\S+) ?(.*)");

  private final List<Ruleset.Table> tables = new ArrayList<>();
  private final Map<String, Ruleset.Chain> chains = new LinkedHashMap<>();
  private final Map<String, List<IptRule>> rules = new LinkedHashMap<>();
  private String table = "";

  private SavedRules() {}

  public static Ruleset read(String text) {
    SavedRules reader = new SavedRules();
    text.lines().forEach(reader::line);
    return new Ruleset(reader.tables);
  }

  private void line(String line) {
    if (line.startsWith("*")) {
      table = line.substring(1);
    } else if (line.startsWith(":")) {
      chain(line);
    } else if (line.startsWith("[")) {
      rule(line);
    } else if (line.equals("COMMIT")) {
      commit();
    }
  }

  private void chain(String line) {
    Matcher m = CHAIN.matcher(line);
    if (m.matches()) {
      chains.put(
          m.group(1),
          new Ruleset.Chain(
              m.group(1),
              m.group(2),
              Long.parseLong(m.group(3)),
              Long.parseLong(m.group(4)),
              List.of()));
      rules.put(m.group(1), new ArrayList<>());
    }
  }

  private void rule(String line) {
    Matcher m = RULE.matcher(line);
    if (m.matches()) {
      IptRule rule = CommandLine.rule(m.group(4));
      rules
          .get(m.group(3))
          .add(rule.counting(Long.parseLong(m.group(1)), Long.parseLong(m.group(2))));
    }
  }

  private void commit() {
    List<Ruleset.Chain> filled =
        chains.values().stream()
            .map(c ->
                new Ruleset.Chain(
                    c.name(), c.policy(), c.packets(), c.bytes(), rules.get(c.name())))
            .toList();
    tables.add(new Ruleset.Table(table, filled));
    chains.clear();
    rules.clear();
  }
}
