package vethlab.linux.golang;

import java.util.List;
import vethlab.op.Commands;
import vethlab.op.Op;

/** A command, run inside its namespace: for what the libraries have no call for. */
final class GoCommand {
  private GoCommand() {}

  static String of(Op op) {
    String words = String.join(", ", own(Commands.of(op)).stream().map(GoText::string).toList());
    String input = Commands.input(op);
    return "run("
        + GoText.ns(op.ns())
        + ", "
        + (input.isEmpty() ? "\"\"" : GoText.lines(input))
        + ", "
        + words
        + ")";
  }

  /** The words without those that enter the namespace, which the program does itself. */
  private static List<String> own(List<String> words) {
    if (words.size() > 4 && words.subList(0, 3).equals(List.of("ip", "netns", "exec"))) {
      return words.subList(4, words.size());
    }
    if (words.size() > 3 && List.of("-n", "-netns").contains(words.get(1))) {
      List<String> own = new java.util.ArrayList<>(words);
      own.subList(1, 3).clear();
      return own;
    }
    return words;
  }
}
