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
  private final List<AttributedString> news = new ArrayList<>();
  private final List<AttributedString> changed = new ArrayList<>();
  private final List<AttributedString> others = new ArrayList<>();

  TablesPane(Words words, Words names, Document document) {
    this.words = words;
    this.names = names;
    this.document = document;
  }

  /** All of them, those that changed first. */
  List<AttributedString> all(int width) {
    Ns ns = read();
    List<AttributedString> lines = new ArrayList<>();
    lines.add(Flow.of(Ink.STRONG, words.get("tables.of", ns)));
    if (changed.isEmpty()) {
      lines.add(Flow.of(Ink.DIM, words.get("tables.unchanged")));
    }
    lines.addAll(changed);
    lines.addAll(others);
    return lines.stream().map(line -> Flow.fit(line, width)).toList();
  }

  /** Only the lines that changed. */
  List<AttributedString> changes(int width) {
    read();
    return news.stream().map(line -> Flow.fit(line, width)).toList();
  }

  private Ns read() {
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
    return ns;
  }

  private void table(Rows rows, TableChange change) {
    if (change.lines().isEmpty() && change.gone().isEmpty()) {
      return;
    }
    List<AttributedString> marked = new ArrayList<>();
    List<AttributedString> all = new ArrayList<>();
    for (TableChange.Changed line : change.lines()) {
      all.add(row(line));
      if (isMarked(line)) {
        marked.add(row(line));
      }
    }
    change.gone().forEach(line -> marked.add(gone(line)));
    change.gone().forEach(line -> all.add(gone(line)));
    String policy = rows.setting().map(fact -> "  " + fact.value()).orElse("");
    all.addFirst(
        new AttributedStringBuilder()
            .append(rows.title(), Ink.EMPHASIS.style())
            .append(policy, Ink.DIM.style())
            .toAttributedString());
    (marked.isEmpty() ? others : changed).addAll(all);
    if (!marked.isEmpty()) {
      news.add(Flow.of(Ink.EMPHASIS, rows.title()));
      news.addAll(marked);
    }
  }

  private static boolean isMarked(TableChange.Changed line) {
    return line.isNew() || cells(line).anyMatch(cell -> line.was(cell).isPresent());
  }

  private static java.util.stream.IntStream cells(TableChange.Changed line) {
    return java.util.stream.IntStream.range(0, line.line().cells().size());
  }

  private AttributedString row(TableChange.Changed line) {
    AttributedStringBuilder row = new AttributedStringBuilder();
    row.append(line.isNew() ? "+ " : isMarked(line) ? "* " : "  ", Ink.CHANGED.style());
    cells(line)
        .forEach(cell -> {
          String text = line.line().cells().get(cell).replace('\n', ' ');
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
    return Flow.of(Ink.DROP, "- " + String.join("  ", line.cells()).replace('\n', ' '));
  }
}
