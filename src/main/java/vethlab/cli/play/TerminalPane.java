package vethlab.cli.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import vethlab.app.Words;
import vethlab.app.doc.Document;
import vethlab.app.doc.Terminal;
import vethlab.app.model.Screen;
import vethlab.op.Ns;

/** The end of what a namespace's terminal shows at the moment. */
final class TerminalPane {
  private TerminalPane() {}

  static List<AttributedString> lines(Words words, Document document, Ns ns, int width) {
    Optional<Terminal> terminal = terminal(document, ns);
    if (terminal.isEmpty()) {
      return Flow.lines(Flow.of(Ink.DIM, words.get("terminal.none", ns)), width);
    }
    List<AttributedString> lines = new ArrayList<>();
    for (Screen.Line line : Screen.of(document, terminal.get()).lines()) {
      lines.addAll(line(line, width));
    }
    return lines;
  }

  /** The namespace's shell, else a script that runs there. */
  static Optional<Terminal> terminal(Document document, Ns ns) {
    List<Terminal> there =
        document.terminals().stream().filter(each -> each.ns().equals(ns)).toList();
    return there.stream()
        .filter(each -> each.name().equals(ns.toString()) && !each.typed().isEmpty())
        .findFirst()
        .or(() -> there.stream().findFirst());
  }

  private static List<AttributedString> line(Screen.Line line, int width) {
    AttributedStringBuilder text = new AttributedStringBuilder();
    switch (line.kind()) {
      case TYPED -> {
        text.append(line.text().substring(0, line.promptLength()), Ink.CODE.style());
        text.append(line.text().substring(line.promptLength()), Ink.STRONG.style());
      }
      case ERROR -> text.append(line.text(), Ink.DROP.style());
      case DIM -> text.append(line.text(), Ink.DIM.style());
      case PRINTED -> text.append(line.text());
    }
    return Flow.lines(text.toAttributedString(), width);
  }
}
