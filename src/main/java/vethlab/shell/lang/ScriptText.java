package vethlab.shell.lang;

import java.util.Optional;
import vethlab.shell.Limits;
import vethlab.shell.Limits.Limit;

/** Whether a text can be a script at all. */
public final class ScriptText {

  private ScriptText() {}

  /** Why it is refused, if it is. */
  public static Optional<String> refusal(String text, Limits limits) {
    int line = text.indexOf('\n');
    String head = line < 0 ? text : text.substring(0, line);
    if (head.indexOf('\0') >= 0 || text.indexOf('\0') >= 0 && head.indexOf('\ufffd') >= 0) {
      return Optional.of("cannot execute binary file");
    }
    if (text.length() > limits.get(Limit.SCRIPT_BYTES)) {
      return Optional.of(
          "the script is longer than "
              + limits.get(Limit.SCRIPT_BYTES)
              + " bytes (limit \""
              + Limit.SCRIPT_BYTES.word()
              + "\")");
    }
    long longest = limits.get(Limit.LINE_BYTES);
    int number = 1;
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      if (end - start > longest) {
        return Optional.of(
            "line "
                + number
                + ": longer than "
                + longest
                + " bytes (limit \""
                + Limit.LINE_BYTES.word()
                + "\")");
      }
      start = end + 1;
      number++;
    }
    return Optional.empty();
  }
}
