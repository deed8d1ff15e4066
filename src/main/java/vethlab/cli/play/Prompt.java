package vethlab.cli.play;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import vethlab.app.doc.Document;
import vethlab.app.doc.Runner;
import vethlab.app.doc.Terminal;
import vethlab.app.model.Completion;
import vethlab.app.scene.Scene;
import vethlab.op.Ns;
import vethlab.shell.Session;

/** Where commands are typed: a namespace's terminal. */
final class Prompt {
  private final Document document;
  private final Runner runner;
  private final LineEditor editor = new LineEditor();
  private final Deque<String> waiting = new ArrayDeque<>();
  private Ns ns;
  private List<String> choices = List.of();

  Prompt(Document document, Runner runner) {
    this.document = document;
    this.runner = runner;
    ns = namespaces().getFirst();
  }

  /** As they are drawn, the host before the others; it can always be typed into. */
  private List<Ns> namespaces() {
    List<Ns> all =
        new ArrayList<>(document.scene().nodes().stream().map(Scene.NodeBox::ns).toList());
    if (all.remove(Ns.HOST)) {
      all.addFirst(Ns.HOST);
    } else {
      all.addLast(Ns.HOST);
    }
    return all;
  }

  Ns ns() {
    return ns;
  }

  void ns(Ns into) {
    ns = into;
  }

  LineEditor editor() {
    return editor;
  }

  /** What the line could become, after Tab. */
  List<String> choices() {
    return choices;
  }

  String prompt() {
    return TerminalPane.terminal(document, ns)
        .flatMap(document::session)
        .flatMap(Session::prompt)
        .filter(prompt -> !prompt.startsWith("root@"))
        .orElse(ns + " # ");
  }

  void press(Press press) {
    choices = List.of();
    switch (press) {
      case Press.Text text -> editor.insert(text.text());
      case Press.Of(Key key) -> press(key);
    }
  }

  private void press(Key key) {
    switch (key) {
      case BACKSPACE -> editor.backspace();
      case DELETE -> editor.delete();
      case LEFT -> editor.left();
      case RIGHT -> editor.right();
      case LINE_START -> editor.home();
      case LINE_END -> editor.end();
      case OLDER -> editor.older();
      case NEWER -> editor.newer();
      case CUT_LINE -> editor.cutLine();
      case CUT_WORD -> editor.cutWord();
      case COMPLETE -> complete();
      case ENTER -> enter();
      case INTERRUPT -> interrupt();
      default -> {}
    }
  }

  /** On an empty line the next namespace, else what the line could become. */
  private void complete() {
    if (editor.text().isEmpty()) {
      List<Ns> all = namespaces();
      ns = all.get((all.indexOf(ns) + 1) % all.size());
      return;
    }
    Completion.Result result = Completion.of(document, ns, editor.text(), editor.caret());
    editor.set(result.text(), result.caret());
    choices = result.choices().size() > 1 ? result.choices() : List.of();
  }

  private void enter() {
    waiting.add(editor.enter());
    typeNext();
  }

  /** Types what was entered while another command ran. */
  void typeNext() {
    if (!runner.isRunning() && !waiting.isEmpty()) {
      Terminal terminal = document.terminal(ns);
      document.type(terminal, waiting.remove());
      runner.until(document.terminal(ns));
    }
  }

  private void interrupt() {
    if (runner.isRunning()) {
      waiting.clear();
      Terminal terminal = document.terminal(ns);
      document.interrupt(terminal);
      runner.until(terminal);
    } else {
      editor.set("", 0);
    }
  }
}
