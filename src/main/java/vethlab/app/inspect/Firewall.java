package vethlab.app.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.app.Words;
import vethlab.app.inspect.Sheet.Adding;
import vethlab.app.inspect.Sheet.Fact;
import vethlab.app.inspect.Sheet.Line;
import vethlab.app.inspect.Sheet.Moving;
import vethlab.app.inspect.Sheet.OneOf;
import vethlab.app.inspect.Sheet.Part;
import vethlab.app.inspect.Sheet.Rows;
import vethlab.app.inspect.Sheet.Text;
import vethlab.op.iptables.BuiltinTable;
import vethlab.op.iptables.IptRule;
import vethlab.op.iptables.Ruleset;

/** iptables: each chain with its rules and counters, and all of it as iptables-save prints it. */
final class Firewall {
  private static final List<BuiltinTable> ALWAYS = List.of(BuiltinTable.FILTER, BuiltinTable.NAT);

  private final Words words;
  private final Ruleset ruleset;

  Firewall(Words words, Ruleset ruleset) {
    this.words = words;
    this.ruleset = ruleset;
  }

  /** Every chain, those too that would come to be with their first rule; then the text. */
  List<Part> parts() {
    List<Part> parts = new ArrayList<>(chains(true));
    parts.add(
        new Text(
            words.get("inspect.iptables-text"),
            ruleset.text(),
            text -> "iptables-restore <<'EOF'\n" + text.stripTrailing() + "\nEOF"));
    return parts;
  }

  /** The chains that hold rules or drop, or with {@code empty} all of them. */
  List<Rows> chains(boolean empty) {
    List<Rows> chains = new ArrayList<>();
    for (BuiltinTable table : BuiltinTable.values()) {
      Optional<Ruleset.Table> there = ruleset.table(table.word());
      if (there.isEmpty() && !(empty && ALWAYS.contains(table))) {
        continue;
      }
      List<String> names = new ArrayList<>(table.chains());
      there.ifPresent(t ->
          t.chains().stream()
              .map(Ruleset.Chain::name)
              .filter(name -> !names.contains(name))
              .forEach(names::add));
      for (String name : names) {
        Ruleset.Chain chain =
            there
                .flatMap(t -> t.chain(name))
                .orElse(new Ruleset.Chain(name, "ACCEPT", 0, 0, List.of()));
        if (empty || !chain.rules().isEmpty() || chain.policy().equals("DROP")) {
          chains.add(chain(table.word(), chain));
        }
      }
    }
    chains.sort((a, b) -> Integer.compare(b.lines().size(), a.lines().size()));
    return chains;
  }

  private Rows chain(String table, Ruleset.Chain chain) {
    String name = chain.name();
    String tool = "iptables -t " + table + " ";
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < chain.rules().size(); i++) {
      lines.add(rule(tool, name, i + 1, chain.rules().get(i)));
    }
    Fact policy =
        new Fact(
            words.get("inspect.policy"),
            chain.policy(),
            words.get("inspect.packets", chain.packets(), chain.bytes()),
            new OneOf(List.of("ACCEPT", "DROP"), to -> tool + "-P " + name + " " + to));
    String example =
        name.equals("POSTROUTING")
            ? "-s 10.0.0.0/24 -o eth0 -j MASQUERADE"
            : "-p tcp --dport 80 -j ACCEPT";
    return new Rows(
        table + " " + name,
        table + " " + name,
        chain.builtin() ? Optional.of(policy) : Optional.empty(),
        List.of("#", words.get("head.rule"), words.get("head.packets"), words.get("head.bytes")),
        lines,
        Optional.of(new Adding(example, typed -> tool + "-A " + name + " " + typed)),
        lines.size() > 1 ? Optional.of(moving(tool, chain)) : Optional.empty());
  }

  private static Line rule(String tool, String chain, int number, IptRule rule) {
    return new Line(
        rule.text(),
        List.of("" + number, rule.text(), "" + rule.packets(), "" + rule.bytes()),
        rule.text(),
        Optional.of(to -> tool + "-R " + chain + " " + number + " " + to),
        Optional.of(tool + "-D " + chain + " " + number));
  }

  /** A rule that moves keeps its counters. */
  private static Moving moving(String tool, Ruleset.Chain chain) {
    return (from, to) -> {
      IptRule rule = chain.rules().get(from - 1);
      String name = chain.name();
      return "%s-D %s %d && %s-I %s %d %s"
          .formatted(tool, name, from, tool, name, to, rule.textWithCounters());
    };
  }
}
