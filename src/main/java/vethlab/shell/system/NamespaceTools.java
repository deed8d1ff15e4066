package vethlab.shell.system;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vethlab.op.Ns;
import vethlab.shell.CommandTable;
import vethlab.shell.NamespaceFiles;
import vethlab.shell.Process;
import vethlab.shell.Program;
import vethlab.shell.Progress;
import vethlab.sim.netdev.NetnsControl;

/**
 * {@code nsenter} and {@code unshare}: util-linux 2.38. Of the kinds of namespaces only the network
 * ones make a difference here; the others are accepted, for every process shares them.
 */
final class NamespaceTools {
  private static final int NOT_FOUND = 127;

  /** What the letters and long options ask for; those without a case change nothing. */
  private enum Wish {
    NET,
    TARGET,
    ALL,
    IGNORED,
    IGNORED_WITH_VALUE,
    UNKNOWN;

    /** Of a long option. */
    static Wish of(String option) {
      return switch (option) {
        case "net" -> NET;
        case "target" -> TARGET;
        case "all" -> ALL;
        case "mount", "uts", "ipc", "pid", "user", "cgroup", "time", "fork", "no-fork" -> IGNORED;
        case "map-root-user", "mount-proc", "kill-child", "preserve-credentials" -> IGNORED;
        case "root", "wd" -> IGNORED;
        case "propagation" -> IGNORED_WITH_VALUE;
        default -> UNKNOWN;
      };
    }
  }

  private static final String IGNORED_LETTERS = "muipUCTfFr";

  /** The words before the command, read. */
  private static final class Words {
    private final Set<Wish> wishes = EnumSet.noneOf(Wish.class);
    private Optional<String> file = Optional.empty();
    private Optional<String> target = Optional.empty();
    private List<String> command = List.of();
    private Optional<String> mistake = Optional.empty();

    boolean net() {
      return wishes.contains(Wish.NET);
    }
  }

  private record Once(String name, List<String> argv) implements Program {
    @Override
    public Program copy() {
      return this;
    }

    @Override
    public Progress advance(Process process) {
      Words words = read(name, argv.subList(1, argv.size()));
      if (words.mistake.isPresent()) {
        return fail(
            process,
            name
                + ": "
                + words.mistake.get()
                + "\nTry '"
                + name
                + " --help' for more information.");
      }
      return name.equals("nsenter") ? nsenter(process, words) : unshare(process, words);
    }
  }

  private NamespaceTools() {}

  static void addTo(CommandTable table) {
    table.in("/usr/bin");
    table.add("nsenter", argv -> new Once("nsenter", argv));
    table.add("unshare", argv -> new Once("unshare", argv));
  }

  private static Words read(String name, List<String> words) {
    Words read = new Words();
    int i = 0;
    for (; i < words.size() && read.mistake.isEmpty(); i++) {
      String word = words.get(i);
      if (word.equals("--")) {
        i++;
        break;
      }
      if (!word.startsWith("-") || word.equals("-")) {
        break;
      }
      boolean takesNext =
          word.startsWith("--") ? longOption(read, word) : letters(read, name, word);
      if (takesNext && i + 1 == words.size()) {
        read.mistake = Optional.of("option requires an argument");
      } else if (takesNext) {
        String value = words.get(++i);
        if (read.wishes.contains(Wish.TARGET) && read.target.isEmpty()) {
          read.target = Optional.of(value);
        }
      }
    }
    read.command = new ArrayList<>(words.subList(Math.min(i, words.size()), words.size()));
    return read;
  }

  /** Whether the option takes the next word. */
  private static boolean longOption(Words read, String word) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word.substring(2) : word.substring(2, equals);
    Optional<String> value =
        equals < 0 ? Optional.empty() : Optional.of(word.substring(equals + 1));
    Wish wish = Wish.of(name.toLowerCase(Locale.ROOT));
    if (wish == Wish.UNKNOWN) {
      read.mistake = Optional.of("unrecognized option '" + word + "'");
      return false;
    }
    read.wishes.add(wish);
    switch (wish) {
      case NET -> read.file = value;
      case TARGET -> read.target = value;
      default -> {}
    }
    return value.isEmpty() && (wish == Wish.TARGET || wish == Wish.IGNORED_WITH_VALUE);
  }

  private static boolean letters(Words read, String name, String word) {
    for (int i = 1; i < word.length(); i++) {
      char letter = word.charAt(i);
      String rest = word.substring(i + 1);
      if (letter == 't' && name.equals("nsenter")) {
        read.wishes.add(Wish.TARGET);
        read.target = rest.isEmpty() ? Optional.empty() : Optional.of(rest);
        return rest.isEmpty();
      }
      if (letter == 'n' && rest.startsWith("/")) {
        read.wishes.add(Wish.NET);
        read.file = Optional.of(rest);
        return false;
      }
      if (letter == 'n') {
        read.wishes.add(Wish.NET);
      } else if (letter == 'a' && name.equals("nsenter")) {
        read.wishes.add(Wish.ALL);
      } else if (IGNORED_LETTERS.indexOf(letter) < 0) {
        read.mistake = Optional.of("invalid option -- '" + letter + "'");
        return false;
      }
    }
    return false;
  }

  private static Progress nsenter(Process process, Words words) {
    if (!words.net() && !(words.wishes.contains(Wish.ALL) && words.target.isPresent())) {
      return become(process, "nsenter", words.command, process.netns());
    }
    if (words.file.isEmpty() && words.target.isEmpty()) {
      return fail(process, "nsenter: neither filename nor target pid supplied for ns/net");
    }
    String file = words.file.orElseGet(() -> "/proc/" + words.target.orElse("") + "/ns/net");
    Optional<Ns> ns = NamespaceFiles.find(process, file);
    if (ns.isPresent()) {
      return become(process, "nsenter", words.command, ns.get());
    }
    return fail(
        process,
        process.files().exists(file)
            ? "nsenter: reassociate to namespace 'ns/net' failed: Invalid argument"
            : "nsenter: cannot open " + file + ": No such file or directory");
  }

  private static Progress unshare(Process process, Words words) {
    Progress next = become(process, "unshare", words.command, process.netns());
    return words.net() && next instanceof Progress.Exec exec
        ? new Progress.Exec(exec.argv(), NetnsControl.unshare(process.world()))
        : next;
  }

  private static Progress become(Process process, String name, List<String> command, Ns ns) {
    if (command.isEmpty()) {
      return new Progress.Exec(List.of("bash"), ns);
    }
    if (!process.isCommand(command.getFirst())) {
      process
          .err()
          .println(
              name + ": failed to execute " + command.getFirst() + ": No such file or directory");
      return Progress.exited(NOT_FOUND);
    }
    return new Progress.Exec(List.copyOf(command), ns);
  }

  private static Progress fail(Process process, String message) {
    process.err().println(message);
    return Progress.exited(1);
  }
}
