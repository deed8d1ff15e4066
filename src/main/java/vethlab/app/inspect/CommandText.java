package vethlab.app.inspect;

import java.util.List;
import vethlab.op.Commands;
import vethlab.op.Op;

/** Rows as the words of the command that makes them. */
final class CommandText {
  private CommandText() {}

  /** The words after the verb: {@code ip route add} is three. */
  static String after(int verb, Op op) {
    List<String> words = Commands.of(op);
    return String.join(" ", words.subList(verb, words.size()));
  }

  static String of(Op op) {
    return Commands.text(op);
  }
}
