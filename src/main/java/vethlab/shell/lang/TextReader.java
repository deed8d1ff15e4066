package vethlab.shell.lang;

import java.util.Optional;
import vethlab.shell.Limits.Limit;

/**
 * Reads the next command of the text a shell is at: a script, a string, or what is typed. A mistake
 * is reported where it is met, after the commands before it have run.
 */
final class TextReader {
  private static final int DEEPEST = 500;

  private final Shell shell;

  TextReader(Shell shell) {
    this.shell = shell;
  }

  /** Reads and shell.calls the next command of the current text. */
  void readCommand() {
    if (shell.source.kind() == Source.Kind.INPUT && !hasLine()) {
      return;
    }
    int nesting = (int) Math.min(DEEPEST, shell.system().limits().get(Limit.NESTING));
    Lexer lexer = new Lexer(shell.source.text(), shell.source.pos(), shell.source.line(), nesting);
    if (shell.source.kind() != Source.Kind.INPUT || shell.process().in().atEnd()) {
      lexer.whole();
    }
    Optional<Node> command;
    try {
      command = new Parser(lexer).unit();
    } catch (SyntaxError error) {
      mistake(error);
      return;
    }
    lexer
        .warnings()
        .forEach(text -> shell.process().err().println(shell.source.name() + ": " + text));
    verbose(lexer.pos);
    shell.source = shell.source.at(lexer.pos, lexer.line);
    if (command.isEmpty()) {
      endOfText();
    } else if (!shell.options.contains(Option.NOEXEC)) {
      shell.stack.callUnit(Compiler.callable(command.get()));
    }
  }

  private void verbose(int end) {
    if (shell.options.contains(Option.VERBOSE)) {
      shell.process().err().print(shell.source.text().substring(shell.source.pos(), end));
    }
  }

  private void endOfText() {
    if (shell.source.kind() == Source.Kind.INPUT && !shell.process().in().atEnd()) {
      shell.pc = 0;
    } else {
      shell.stack.returnToCaller();
    }
  }

  /** Whether there is text to read, from standard input; asks for it otherwise. */
  private boolean hasLine() {
    if (shell.source.pos() < shell.source.text().length()) {
      return true;
    }
    return typed();
  }

  private boolean typed() {
    Optional<String> more = shell.process().in().line();
    if (more.isPresent()) {
      shell.source = shell.source.plus(more.get() + "\n");
      return true;
    }
    if (shell.process().in().atEnd()) {
      shell.exit(shell.status);
      return false;
    }
    if (shell.interactive) {
      shell.jobs.notice(shell);
      shell
          .system()
          .prompt(prompt(shell.source.pos() < shell.source.text().length() ? "PS2" : "PS1"));
    }
    shell.pc = 0;
    shell.waiting = Waiting.RETRY;
    return false;
  }

  private String prompt(String variable) {
    String usual = variable.equals("PS1") ? "root@vethlab:\\w# " : "> ";
    String directory = shell.process().files().workingDirectory();
    String shown =
        directory.equals("/root")
            ? "~"
            : directory.startsWith("/root/") ? "~" + directory.substring(5) : directory;
    return shell
        .variables
        .text(variable)
        .orElse(usual)
        .replace("\\w", shown)
        .replace("\\W", shown.substring(shown.lastIndexOf('/') + 1))
        .replace("\\u", "root")
        .replace("\\h", "vethlab")
        .replace("\\$", "#");
  }

  private void mistake(SyntaxError error) {
    if (error.isIncomplete() && shell.source.kind() == Source.Kind.INPUT) {
      if (typed() || !shell.process().in().atEnd()) {
        shell.pc = 0;
        return;
      }
    }
    reportMistake(error);
    if (shell.source.kind() == Source.Kind.INPUT && shell.interactive) {
      shell.source = shell.source.at(shell.source.text().length(), shell.source.line());
      shell.status = 2;
      shell.pc = 0;
      return;
    }
    shell.status = 2;
    if (shell.stack.hasCalls()) {
      shell.stack.returnToCaller();
    } else {
      shell.exit(2);
    }
  }

  private void reportMistake(SyntaxError error) {
    String where = shell.source.name() + ": " + (shell.stack.isEval() ? "eval: " : "");
    String at = shell.interactive && !shell.stack.isEval() ? "" : "line " + error.line() + ": ";
    shell.process().err().println(where + at + error.getMessage());
    if (error.getMessage().contains("unexpected token")) {
      shell.process().err().println(where + at + "`" + lineOf(error.line()) + "'");
    }
  }

  private String lineOf(int number) {
    String[] rest = shell.source.text().substring(shell.source.pos()).split("\n", -1);
    int index = number - shell.source.line();
    return index >= 0 && index < rest.length ? rest[index] : "";
  }
}
