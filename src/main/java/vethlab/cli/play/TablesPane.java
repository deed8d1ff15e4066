package vethlab.cli.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import vethlab.app.Words;
import vethlab.app.doc.Document;
import vethlab.app.inspect.Sheet.Line;
import vethlab.app.inspect.Sheet.Rows;
import vethlab.app.inspect.Sheets;
import vethlab.app.model.TableChange;
import vethlab.op.Ns;

/** The tables of the namespace of the last event: first what it changed, with what was there. */
final class TablesPane {
  private final Words words;
  private final Words names;
  private final Document document;
  private final List<AttributedString> changed = new ArrayList<>();
  private final List<AttributedString> others = new ArrayList<>();

  TablesPane(Words words, Words names, Document document) {
    this.words = words;
    this.names = names;
    this.document = document;
  }

  List<AttributedString> lines(int width) {
    Ns ns = document.current().map(step -> step.ns()).orElse(Ns.HOST);
    Map<String, Rows> before =
        document.beforeThisStep().stream()
            .flatMap(kernel -> new Sheets(names, kernel).tables(ns).stream())
            .collect(Collectors.toMap(Rows::id, rows -> rows));
    for (Rows rows : new Sheets(names, document.kernel()).tables(ns)) {
      table(
          rows,
          TableChange.between(Optional.ofNullable(before.get(rows.id())), rows, !before.isEmpty()));
    }
    List<AttributedString> lines = new ArrayList<>();
    lines.add(Flow.of(Ink.STRONG, words.get("tables.of", ns)));
    if (changed.isEmpty()) {
      lines.add(Flow.of(Ink.DIM, words.get("tables.unchanged")));
    }
    lines.addAll(changed);
    lines.addAll(others);
    return lines.stream().map(line -> Flow.fit(line, width)).toList();
  }

  private void table(Rows rows, TableChange change) {
    boolean news =
        !change.gone().isEmpty()
            || change.lines().stream().anyMatch(line -> line.isNew() || isChanged(line));
    if (change.lines().isEmpty() && change.gone().isEmpty()) {
      return;
    }
    List<AttributedString> to = news ? changed : others;
    String policy = rows.setting().map(fact -> "  " + fact.value()).orElse("");
    to.add(
        new AttributedStringBuilder()
            .append(rows.title(), Ink.EMPHASIS.style())
            .append(policy, Ink.DIM.style())
            .toAttributedString());
    change.lines().forEach(line -> to.add(row(line)));
    change.gone().forEach(line -> to.add(gone(line)));
  }

  private static boolean isChanged(TableChange.Changed line) {
    return cells(line).anyMatch(cell -> line.was(cell).isPresent());
  }

  private static java.util.stream.IntStream cells(TableChange.Changed line) {
    return java.util.stream.IntStream.range(0, line.line().cells().size());
  }

  private AttributedString row(TableChange.Changed line) {
    boolean marked = line.isNew() || isChanged(line);
    AttributedStringBuilder row = new AttributedStringBuilder();
    row.append(line.isNew() ? "+ " : marked ? "* " : "  ", Ink.CHANGED.style());
    cells(line)
        .forEach(cell -> {
          String text = line.line().cells().get(cell);
          Optional<String> was = line.was(cell);
          row.append(
              text, line.isNew() || was.isPresent() ? Ink.CHANGED.style() : Ink.TEXT.style());
          was.filter(old -> !old.isEmpty())
              .ifPresent(
                  old -> row.append(" (" + words.get("tables.was", old) + ")", Ink.DIM.style()));
          row.append(text.isEmpty() && was.isEmpty() ? "" : "  ");
        });
    return row.toAttributedString();
  }

  private static AttributedString gone(Line line) {
    return Flow.of(Ink.DROP, "- " + String.join("  ", line.cells()));
  }
}
