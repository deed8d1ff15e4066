package vethlab.shell.lang;

import java.util.List;
import java.util.Optional;
import vethlab.shell.Command;
import vethlab.shell.CommandTable;
import vethlab.shell.FileException;
import vethlab.shell.Process;
import vethlab.shell.Program;
import vethlab.shell.Progress;

/** {@code bash} and {@code sh}: a script file, {@code -c text}, or commands from the input. */
public final class BashCommand implements Command {

  /** Adds the shells and the builtins that also are programs. */
  public static void addTo(CommandTable table) {
    table.in("/usr/bin").add("bash", new BashCommand()).add("sh", new BashCommand());
    table.add("dash", new BashCommand());
    BuiltinPrograms.addTo(table);
  }

  /** A shell for a terminal: it reads what is typed and shows prompts. */
  public static Program interactive() {
    Shell shell = new Shell(new Source(Source.Kind.INPUT, "bash", "", 0, 1), "bash", List.of());
    shell.interactive = true;
    return shell;
  }

  @Override
  public Program start(List<String> argv) {
    return new Starting(argv);
  }

  /** The process before it knows what to run. */
  private static final class Starting implements Program {
    private final List<String> argv;
    private Optional<Program> shell = Optional.empty();

    Starting(List<String> argv) {
      this.argv = argv;
    }

    @Override
    public Program copy() {
      Starting copy = new Starting(argv);
      copy.shell = shell.map(Program::copy);
      return copy;
    }

    @Override
    public Progress advance(Process process) {
      if (shell.isEmpty()) {
        Arguments arguments = new Arguments(argv, process);
        shell = arguments.shell();
        if (shell.isEmpty()) {
          return Progress.exited(arguments.status);
        }
      }
      return shell.get().advance(process);
    }
  }

  /** What the words of the call ask for. */
  private static final class Arguments {
    private final List<String> argv;
    private final Process process;
    private int status;
    private String letters = "";
    private final java.util.List<String> named = new java.util.ArrayList<>();

    Arguments(List<String> argv, Process process) {
      this.argv = argv;
      this.process = process;
    }

    private Optional<Program> fail(String message, int status) {
      process.err().println(argv.getFirst() + ": " + message);
      this.status = status;
      return Optional.empty();
    }

    Optional<Program> shell() {
      int i = 1;
      while (i < argv.size() && argv.get(i).matches("[-+].+")) {
        String word = argv.get(i++);
        if (word.equals("--")) {
          break;
        }
        if (word.startsWith("--")) {
          if (word.equals("--version")) {
            process.out().println("GNU bash, version 5.2.15(1)-release (vethlab, simulated)");
            return Optional.empty();
          }
          if (!List.of("--login", "--norc", "--noprofile", "--posix").contains(word)) {
            return fail(word + ": invalid option", 2);
          }
          continue;
        }
        for (char c : word.substring(1).toCharArray()) {
          if (c == 'o' && i < argv.size()) {
            named.add(argv.get(i++));
          } else {
            letters += c;
          }
        }
      }
      List<String> rest = argv.subList(i, argv.size());
      if (letters.contains("c")) {
        return commands(rest);
      }
      if (rest.isEmpty() || letters.contains("s")) {
        Source input = new Source(Source.Kind.INPUT, argv.getFirst(), "", 0, 1);
        return Optional.of(configured(new Shell(input, argv.getFirst(), rest)));
      }
      return file(rest);
    }

    private Optional<Program> commands(List<String> rest) {
      if (rest.isEmpty()) {
        return fail("-c: option requires an argument", 2);
      }
      String name = rest.size() > 1 ? rest.get(1) : argv.getFirst();
      List<String> arguments = rest.size() > 2 ? rest.subList(2, rest.size()) : List.of();
      Source text = new Source(Source.Kind.STRING, name, rest.getFirst(), 0, 1);
      return Optional.of(configured(new Shell(text, name, List.copyOf(arguments))));
    }

    private Optional<Program> file(List<String> rest) {
      String path = rest.getFirst();
      String text;
      try {
        text = process.files().read(path);
      } catch (FileException e) {
        return fail(
            path + ": " + e.getMessage(), e.getMessage().equals("Is a directory") ? 126 : 127);
      }
      Optional<String> refusal = ScriptText.refusal(text, process.syscalls().limits());
      if (refusal.isPresent()) {
        process.err().println(path + ": " + refusal.get());
        status = 126;
        return Optional.empty();
      }
      Source source = new Source(Source.Kind.FILE, path, text, 0, 1);
      return Optional.of(
          configured(new Shell(source, path, List.copyOf(rest.subList(1, rest.size())))));
    }

    private Shell configured(Shell shell) {
      shell.interactive = letters.contains("i");
      for (char letter : letters.toCharArray()) {
        Option.of(letter).ifPresent(shell.options::add);
      }
      named.forEach(word -> Option.named(word).ifPresent(shell.options::add));
      return shell;
    }
  }
}
