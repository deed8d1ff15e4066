package vethlab.shell.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text as it is copied from a page or a terminal: commands behind prompts, and what they printed
 * between them. The commands are taken out of it and the rest left blank, so that lines keep their
 * numbers.
 *
 * <p>Which style a text has is decided once. It is <em>prompted</em> when its first line that is
 * neither blank nor a comment carries a prompt: {@code $ ip link}, {@code root@host:~# ip link},
 * {@code [root@host ~]# …}, {@code ~# …}, {@code bash-5.1# …}. Then lines without a prompt are
 * output or comments and are skipped, but for those that a command needs to be complete (a loop, a
 * here-document, a line that ends in a backslash).
 *
 * <p>A bare {@code # } is a comment in a script and a prompt in a paste. It counts as a prompt only
 * where no other line can be a command: there is output, none of it begins with the name of a
 * command, and a line behind {@code # } does. A text that begins with {@code #!} is never prompted.
 */
public record PastedText(String commands, boolean isPrompted) {
  private static final Pattern PROMPT =
      Pattern.compile(
          "\\s{0,4}(?:\\([\\w.-]+\\) )?"
              + "(?:\\$|(?:\\[?[\\w.-]+@[\\w.-]+(?:[: ][^\\]$#]*)?\\]?|~[\\w/.-]*|/[\\w/.-]*"
              + "|(?:ba)?sh-\\d[\\d.]*) ?[$#])(?:[ \\t]+|$)");
  private static final Pattern ROOT = Pattern.compile("# +(?=\\S)");
  private static final Pattern FIRST_WORD = Pattern.compile("\\s*([^\\s;|&<>()]+)");
  private static final int NESTING = 200;

  /** Finds out what kind of text it is; {@code isCommand} knows the commands there are. */
  public static PastedText of(String text, Predicate<String> isCommand) {
    List<String> lines = List.of(text.split("\n", -1));
    if (text.startsWith("#!")) {
      return new PastedText(text, false);
    }
    if (startsWithPrompt(lines)) {
      return new PastedText(taken(lines, PROMPT, word -> true), true);
    }
    Predicate<String> known =
        word -> isCommand.test(word) || Builtins.find(word).isPresent() || word.contains("=");
    if (isRootPaste(lines, known)) {
      return new PastedText(taken(lines, ROOT, known), true);
    }
    return new PastedText(text, false);
  }

  private static boolean startsWithPrompt(List<String> lines) {
    for (String line : lines) {
      if (PROMPT.matcher(line).lookingAt()) {
        return true;
      }
      if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
        return false;
      }
    }
    return false;
  }

  private static String firstWord(String line) {
    Matcher word = FIRST_WORD.matcher(line);
    return word.lookingAt() ? word.group(1) : "";
  }

  private static boolean isRootPaste(List<String> lines, Predicate<String> known) {
    boolean output = false;
    boolean prompts = false;
    for (String line : lines) {
      Matcher prompt = ROOT.matcher(line);
      if (prompt.lookingAt()) {
        prompts |= known.test(firstWord(line.substring(prompt.end())));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        output = true;
        if (known.test(firstWord(line)) || Parser.OPENERS.contains(firstWord(line))) {
          return false;
        }
      }
    }
    return output && prompts;
  }

  /** The commands behind the prompts, each on its line. */
  private static String taken(List<String> lines, Pattern prompt, Predicate<String> wanted) {
    List<String> kept = new ArrayList<>();
    String open = "";
    for (String line : lines) {
      Matcher start = prompt.matcher(line);
      if (!open.isEmpty()) {
        String more = line.startsWith("> ") ? line.substring(2) : line.equals(">") ? "" : line;
        kept.add(more);
        open = stillOpen(open + "\n" + more);
      } else if (start.lookingAt() && wanted.test(firstWord(line.substring(start.end())))) {
        String command = line.substring(start.end());
        kept.add(command);
        open = stillOpen(command);
      } else {
        kept.add("");
      }
    }
    return String.join("\n", kept);
  }

  /** The text, if it needs more lines to be complete; else nothing. */
  private static String stillOpen(String text) {
    if (text.endsWith("\\") && !text.endsWith("\\\\")) {
      return text;
    }
    Parser parser = new Parser(new Lexer(text + "\n", 0, 1, NESTING));
    try {
      while (parser.unit().isPresent()) {
        // as long as there are commands
      }
      return "";
    } catch (SyntaxError error) {
      return error.isIncomplete() ? text : "";
    }
  }
}
