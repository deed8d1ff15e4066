package vethlab.shell.lang;

import java.util.List;
import java.util.Optional;

/** What {@code for} and {@code select} do at each turn: their words lie under the loop's mark. */
final class Loops {
  private final Shell shell;

  Loops(Shell shell) {
    this.shell = shell;
  }

  boolean nextItem(String variable) {
    Mark.Items items = (Mark.Items) shell.stack.second();
    if (items.next() == items.words().size()) {
      return false;
    }
    shell.stack.replaceSecond(new Mark.Items(items.words(), items.next() + 1));
    shell.parameters.set(variable, items.words().get(items.next()));
    return true;
  }

  void endIteration() {
    shell.stack.replaceTop(((Mark.Loop) shell.stack.peek()).after(shell.status));
  }

  void printMenu() {
    int n = 1;
    for (String word : ((Mark.Items) shell.stack.peek()).words()) {
      shell.process().err().println(n++ + ") " + word);
    }
  }

  /** {@code select}: false at the end of the input. */
  boolean choose(String variable) {
    Optional<String> reply = shell.process().in().line();
    if (reply.isEmpty()) {
      if (!shell.process().in().atEnd()) {
        shell.pc--;
        shell.waiting = Waiting.RETRY;
        return true;
      }
      return false;
    }
    List<String> words = ((Mark.Items) shell.stack.second()).words();
    String text = reply.get().strip();
    shell.variables.set("REPLY", text);
    boolean known =
        text.matches("\\d{1,6}")
            && Integer.parseInt(text) >= 1
            && Integer.parseInt(text) <= words.size();
    shell.parameters.set(variable, known ? words.get(Integer.parseInt(text) - 1) : "");
    return true;
  }
}
