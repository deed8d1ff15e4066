package vethlab.shell.system;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vethlab.shell.Arguments;
import vethlab.shell.Call;
import vethlab.shell.CommandTable;
import vethlab.shell.Signal;
import vethlab.shell.Syscalls.ProcessInfo;
import vethlab.shell.lang.Dates;

/** The machine and its processes: hostname uname id date which ps pgrep pkill killall modprobe. */
final class MachineCommands {
  private static final long NANOS = 1_000_000_000;

  private MachineCommands() {}

  static void addTo(CommandTable table) {
    table.in("/usr/bin");
    table.instant("hostname", MachineCommands::hostname);
    table.instant("uname", MachineCommands::uname);
    table.instant("arch", call -> print(call, "x86_64"));
    table.instant("nproc", call -> print(call, "1"));
    table.instant("whoami", call -> print(call, "root"));
    table.instant("logname", call -> print(call, "root"));
    table.instant("groups", call -> print(call, "root"));
    table.instant("id", MachineCommands::id);
    table.instant("tty", call -> print(call, "not a tty") + 1);
    table.instant("clear", MachineCommands::clear);
    table.instant("reset", call -> 0);
    table.instant("stty", call -> 0);
    table.instant("date", MachineCommands::date);
    table.instant("uptime", MachineCommands::uptime);
    table.instant("printenv", MachineCommands::printenv);
    table.instant("which", MachineCommands::which);
    table.instant("ps", MachineCommands::ps);
    table.instant("pgrep", MachineCommands::pgrep);
    table.instant("pkill", MachineCommands::pkill);
    table.instant("killall", MachineCommands::killall);
    table.instant("pidof", MachineCommands::pidof);
    table.in("/usr/sbin");
    table.instant("modprobe", call -> 0);
    table.instant("insmod", call -> 0);
    table.instant("rmmod", call -> 0);
    table.instant("lsmod", call -> print(call, "Module                  Size  Used by"));
    table.instant("depmod", call -> 0);
  }

  private static int print(Call call, String line) {
    call.out().println(line);
    return 0;
  }

  /** What terminfo says of the usual terminals; a dumb one can't be cleared. */
  private static int clear(Call call) {
    Optional<String> term = call.env("TERM");
    if (term.isEmpty()) {
      call.err().println("TERM environment variable not set.");
      return 1;
    }
    if (term.get().equals("dumb")) {
      return 1;
    }
    if (!term.get().matches("(xterm|screen|tmux|rxvt|linux|vt\\d|ansi).*")) {
      call.err().println("'" + term.get() + "': unknown terminal type.");
      return 1;
    }
    call.out().print("\u001b[H\u001b[2J\u001b[3J");
    return 0;
  }

  private static int hostname(Call call) {
    if (call.args().equals(List.of("-I")) || call.args().equals(List.of("--all-ip-addresses"))) {
      String all =
          call.kernel().addresses(call.netns()).stream()
              .map(address -> address.local().address().toString())
              .filter(address -> !address.startsWith("127."))
              .map(address -> address + " ")
              .collect(Collectors.joining());
      return print(call, all);
    }
    return print(call, "vethlab");
  }

  private static int uname(Call call) {
    Arguments arguments =
        Arguments.parse(
            call.process().argv(), new Arguments.Spec("asnrvmpio", "").name("all", 'a'));
    if (arguments.problem().isPresent()) {
      call.err()
          .println(
              "uname: " + arguments.problem().get() + "\nTry 'uname --help' for more information.");
      return 1;
    }
    String wanted =
        "snrvmo"
            .chars()
            .mapToObj(c -> (char) c)
            .filter(c -> arguments.has('a') || arguments.has(c))
            .map(MachineCommands::fact)
            .collect(Collectors.joining(" "));
    String rest = arguments.has('p') || arguments.has('i') ? "unknown" : "Linux";
    return print(call, wanted.isEmpty() ? rest : wanted);
  }

  /** What uname says for one of its letters. */
  private static String fact(char letter) {
    return switch (letter) {
      case 's' -> "Linux";
      case 'n' -> "vethlab";
      case 'r' -> "6.18.0";
      case 'v' -> "#1 SMP PREEMPT_DYNAMIC simulated";
      case 'm' -> "x86_64";
      default -> "GNU/Linux";
    };
  }

  private static int id(Call call) {
    String flags = String.join("", call.args());
    boolean name = flags.contains("n");
    if (flags.contains("u") || flags.contains("g") || flags.contains("G")) {
      return print(call, name ? "root" : "0");
    }
    return print(call, "uid=0(root) gid=0(root) groups=0(root)");
  }

  private static int date(Call call) {
    long now = call.process().now();
    long seconds = Dates.epochSeconds(now);
    String format = "%a %b %e %H:%M:%S %Z %Y";
    List<String> words = call.args();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.startsWith("+")) {
        format = word.substring(1);
      } else if ((word.equals("-d") || word.equals("--date")) && i + 1 < words.size()) {
        String when = words.get(++i);
        if (when.matches("@\\d{1,12}")) {
          seconds = Long.parseLong(when.substring(1));
        } else if (!when.equals("now")) {
          call.err().println("date: invalid date ‘" + when + "’");
          return 1;
        }
      } else if (word.matches("-I.*|--iso-8601.*")) {
        format =
            word.contains("s") && !word.equals("--iso-8601") ? "%Y-%m-%dT%H:%M:%S+00:00" : "%F";
      } else if (word.equals("-R")) {
        format = "%a, %d %b %Y %H:%M:%S %z";
      } else if (!word.equals("-u") && !word.equals("--utc")) {
        call.err().println("date: invalid date ‘" + word + "’");
        return 1;
      }
    }
    return print(call, Dates.format(format, seconds, now % NANOS));
  }

  private static int uptime(Call call) {
    long seconds = call.process().now() / NANOS;
    return print(
        call,
        " %s up %d min,  1 user,  load average: 0.00, 0.00, 0.00"
            .formatted(
                Dates.format("%T", Dates.epochSeconds(call.process().now()), 0), seconds / 60));
  }

  private static int printenv(Call call) {
    if (call.args().isEmpty()) {
      call.process().environment().forEach((name, value) -> call.out().println(name + "=" + value));
      return 0;
    }
    int status = 0;
    for (String name : call.args()) {
      Optional<String> value = call.env(name);
      value.ifPresent(text -> call.out().println(text));
      status = value.isEmpty() ? 1 : status;
    }
    return status;
  }

  private static int which(Call call) {
    int status = call.args().isEmpty() ? 1 : 0;
    for (String word : call.args()) {
      if (word.startsWith("-")) {
        continue;
      }
      Optional<String> path =
          call.process().isCommand(word)
              ? call.process().syscalls().commands().path(word).or(() -> Optional.of(word))
              : Optional.empty();
      path.ifPresent(text -> call.out().println(text));
      status = path.isEmpty() ? 1 : status;
    }
    return status;
  }

  // ---- processes

  private static List<ProcessInfo> processes(Call call) {
    return call.process().syscalls().processes().stream().filter(ProcessInfo::alive).toList();
  }

  private static String name(ProcessInfo p) {
    String word = p.argv().getFirst();
    return word.substring(word.lastIndexOf('/') + 1);
  }

  private static int ps(Call call) {
    boolean all = call.args().stream().anyMatch(w -> w.matches("-?[A-Za-z]*[aexA][A-Za-z]*"));
    if (all) {
      call.out().println("    PID TTY          TIME COMMAND");
    } else {
      call.out().println("    PID TTY          TIME CMD");
    }
    for (ProcessInfo p : processes(call)) {
      String shown = all ? String.join(" ", p.argv()) : name(p);
      call.out().println("%7d pts/0    00:00:00 %s".formatted(p.pid(), shown));
    }
    return 0;
  }

  private static List<ProcessInfo> matching(Call call, Arguments arguments) {
    if (arguments.operands().isEmpty()) {
      return List.of();
    }
    String pattern = arguments.operands().getFirst();
    return processes(call).stream()
        .filter(p -> p.pid() != call.process().pid())
        .filter(p -> {
          String text = arguments.has('f') ? String.join(" ", p.argv()) : name(p);
          return arguments.has('x') ? text.equals(pattern) : find(pattern, text);
        })
        .toList();
  }

  private static boolean find(String pattern, String text) {
    try {
      return java.util.regex.Pattern.compile(vethlab.shell.text.PosixRegex.extended(pattern))
          .matcher(text)
          .find();
    } catch (java.util.regex.PatternSyntaxException e) {
      return false;
    }
  }

  private static int pgrep(Call call) {
    Arguments arguments =
        Arguments.parse(call.process().argv(), new Arguments.Spec("fxlano", "uPsd"));
    List<ProcessInfo> found = matching(call, arguments);
    for (ProcessInfo p : found) {
      String more =
          arguments.has('a')
              ? " " + String.join(" ", p.argv())
              : arguments.has('l') ? " " + name(p) : "";
      call.out().println(p.pid() + more);
    }
    return found.isEmpty() ? 1 : 0;
  }

  private static int pkill(Call call) {
    List<String> argv = new java.util.ArrayList<>(call.process().argv());
    Signal signal = Signal.TERM;
    for (int i = 1; i < argv.size(); i++) {
      Optional<Signal> named =
          argv.get(i).startsWith("-") ? Signal.named(argv.get(i).substring(1)) : Optional.empty();
      if (named.isPresent()) {
        signal = named.get();
        argv.remove(i--);
      }
    }
    List<ProcessInfo> found =
        matching(call, Arguments.parse(argv, new Arguments.Spec("fxeno", "uPs")));
    for (ProcessInfo p : found) {
      call.process().kill(p.pid(), signal);
    }
    return found.isEmpty() ? 1 : 0;
  }

  private static int killall(Call call) {
    Signal signal = Signal.TERM;
    int status = 0;
    boolean quiet = false;
    for (String word : call.args()) {
      if (word.startsWith("-")) {
        signal = Signal.named(word.substring(1)).orElse(signal);
        quiet |= word.equals("-q");
        continue;
      }
      boolean found = false;
      for (ProcessInfo p : processes(call)) {
        if (name(p).equals(word)) {
          found |= call.process().kill(p.pid(), signal);
        }
      }
      if (!found) {
        status = 1;
        if (!quiet) {
          call.err().println(word + ": no process found");
        }
      }
    }
    return status;
  }

  private static int pidof(Call call) {
    String pids =
        processes(call).reversed().stream()
            .filter(p -> call.args().contains(name(p)))
            .map(p -> "" + p.pid())
            .collect(Collectors.joining(" "));
    if (pids.isEmpty()) {
      return 1;
    }
    return print(call, pids);
  }
}
