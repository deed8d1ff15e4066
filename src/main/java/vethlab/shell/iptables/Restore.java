package vethlab.shell.iptables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.op.iptables.BuiltinTable;
import vethlab.op.iptables.Ruleset;
import vethlab.op.iptables.parse.CommandLine;
import vethlab.op.iptables.parse.Getopt;
import vethlab.op.iptables.parse.IptablesException;
import vethlab.op.iptables.parse.Parsed;
import vethlab.op.iptables.parse.SaveLine;
import vethlab.shell.Call;
import vethlab.shell.FileException;

/** The command iptables-restore. Source: iptables xtables-restore.c. */
final class Restore {
  private static final List<Getopt.Long> OPTIONS =
      List.of(
          new Getopt.Long("counters", Getopt.Argument.NONE, 'c'),
          new Getopt.Long("verbose", Getopt.Argument.NONE, 'v'),
          new Getopt.Long("version", Getopt.Argument.NONE, 'V'),
          new Getopt.Long("test", Getopt.Argument.NONE, 't'),
          new Getopt.Long("help", Getopt.Argument.NONE, 'h'),
          new Getopt.Long("noflush", Getopt.Argument.NONE, 'n'),
          new Getopt.Long("modprobe", Getopt.Argument.REQUIRED, 'M'),
          new Getopt.Long("table", Getopt.Argument.REQUIRED, 'T'),
          new Getopt.Long("ipv4", Getopt.Argument.NONE, '4'),
          new Getopt.Long("ipv6", Getopt.Argument.NONE, '6'),
          new Getopt.Long("wait", Getopt.Argument.OPTIONAL, 'w'),
          new Getopt.Long("wait-interval", Getopt.Argument.OPTIONAL, 'W'));

  /** A line that is carried out at COMMIT. */
  private sealed interface Queued {
    int line();

    record Chain(int line, String chain, String policy, long packets, long bytes)
        implements Queued {}

    record Rule(int line, Parsed.Request request) implements Queued {}
  }

  private final Call call;
  private final String program;
  private boolean counters;
  private boolean verbose;
  private boolean test;
  private boolean flush = true;
  private Optional<String> only = Optional.empty();
  private Optional<BuiltinTable> table = Optional.empty();
  private boolean inTable;
  private int line;
  private final List<Queued> queue = new ArrayList<>();

  private Restore(Call call) {
    this.call = call;
    this.program = call.name();
  }

  /** Whether these arguments make it read its input. */
  static boolean readsInput(List<String> args) {
    Getopt words = new Getopt(args, "bcvVthnM:T:wW", OPTIONS);
    for (Getopt.Found f = words.next(); f.key() != Getopt.Marker.END; f = words.next()) {
      if (f.key() instanceof Getopt.Marker || f.key().equals('h') || f.key().equals('V')) {
        return false;
      }
    }
    return true;
  }

  static int run(Call call) {
    return new Restore(call).run();
  }

  private int run() {
    Optional<String> file = Optional.empty();
    Getopt words = new Getopt(call.args(), "bcvVthnM:T:wW", OPTIONS);
    for (Getopt.Found f = words.next(); f.key() != Getopt.Marker.END; f = words.next()) {
      switch (f.key()) {
        case Character c when c == 'c' -> counters = true;
        case Character c when c == 'v' -> verbose = true;
        case Character c when c == 't' -> test = true;
        case Character c when c == 'n' -> flush = false;
        case Character c when c == 'T' -> only = f.argument();
        case Character c when "bMwW".indexOf(c) >= 0 -> {}
        case Character c when c == 'V' -> {
          call.out().println(program + " v" + Complaint.VERSION);
          return 0;
        }
        case Character c when c == 'h' -> {
          call.err().print(usage());
          return 0;
        }
        case Getopt.Marker m when m == Getopt.Marker.WORD -> {
          if (file.isPresent()) {
            call.err().println("Unknown arguments found on commandline");
            return 1;
          }
          file = f.argument();
        }
        default -> {
          call.err().println("Try `" + program + " -h' for more information.");
          return 1;
        }
      }
    }
    return restore(file);
  }

  private String usage() {
    return "Usage: "
        + program
        + " [-c] [-v] [-V] [-t] [-h] [-n] [-T table] [-M command] [-4] [-6] [file]\n"
        + "\t   [ --counters ]\n\t   [ --verbose ]\n\t   [ --version]\n\t   [ --test ]\n"
        + "\t   [ --help ]\n\t   [ --noflush ]\n\t   [ --table=<TABLE> ]\n"
        + "\t   [ --modprobe=<command> ]\n\t   [ --ipv4 ]\n\t   [ --ipv6 ]\n";
  }

  private int restore(Optional<String> file) {
    String text;
    try {
      text = file.isPresent() ? call.files().read(file.get()) : call.input();
    } catch (FileException e) {
      call.err().println("Can't open " + file.orElseThrow() + ": " + e.getMessage());
      return 1;
    }
    try {
      for (String each : text.lines().toList()) {
        line++;
        if (!line(each)) {
          call.err().println(program + ": line " + line + " failed");
          return 1;
        }
      }
    } catch (IptablesException e) {
      call.err().print(Complaint.of(program, e, line));
      return e.status().exit();
    } catch (Failure e) {
      call.err().println(program + ": line " + line + " failed: " + e.getMessage() + ".");
      return 1;
    }
    if (inTable) {
      call.err().println(program + ": COMMIT expected at line " + (line + 1));
      return 1;
    }
    return 0;
  }

  private boolean line(String text) {
    if (text.isEmpty() || text.startsWith("#")) {
      if (verbose && !text.isEmpty()) {
        call.out().println(text);
      }
      return true;
    }
    if (inTable && text.equals("COMMIT")) {
      inTable = false;
      commit();
      return true;
    }
    if (text.startsWith("*") && !inTable) {
      beginTable(text);
      return true;
    }
    if (!inTable) {
      return skipped();
    }
    if (text.startsWith(":")) {
      chainLine(text);
    } else {
      ruleLine(text);
    }
    return true;
  }

  private boolean skipped() {
    return table.isPresent() && only.isPresent() && !only.get().equals(table.get().word());
  }

  private IptablesException parameter(String message) {
    return new IptablesException(IptablesException.Status.PARAMETER_PROBLEM, message);
  }

  private void beginTable(String text) {
    String[] words = text.substring(1).strip().split("[ \t]+");
    if (words[0].isEmpty()) {
      throw parameter(program + ": line " + line + " table name invalid");
    }
    table = BuiltinTable.of(words[0]);
    if (table.isEmpty()) {
      throw parameter(program + ": line " + line + " table name '" + words[0] + "' invalid");
    }
    inTable = !skipped();
    queue.clear();
  }

  private void chainLine(String text) {
    String[] words = text.substring(1).strip().split("[ \t]+");
    if (words[0].isEmpty()) {
      throw parameter(program + ": line " + line + " chain name invalid");
    }
    CommandLine.checkChainName(words[0]);
    if (words.length < 2) {
      throw parameter(program + ": line " + line + " policy invalid");
    }
    long[] count = new long[2];
    if (counters && table.orElseThrow().has(words[0])) {
      if (words.length < 3 || !words[2].matches("\\[[0-9]+:[0-9]+].*")) {
        throw parameter("invalid policy counters for chain '" + words[0] + "'");
      }
      String[] numbers = words[2].substring(1, words[2].indexOf(']')).split(":");
      count[0] = Long.parseUnsignedLong(numbers[0]);
      count[1] = Long.parseUnsignedLong(numbers[1]);
    }
    queue.add(new Queued.Chain(line, words[0], words[1], count[0], count[1]));
  }

  private void ruleLine(String text) {
    List<String> words = new ArrayList<>(List.of("-t", table.orElseThrow().word()));
    String rest = text;
    if (text.startsWith("[")) {
      int end = text.indexOf(']');
      int colon = text.indexOf(':');
      if (end < 0) {
        throw parameter("Bad line " + line + ": need ]");
      }
      if (colon < 0 || colon > end) {
        throw parameter("Bad line " + line + ": need :");
      }
      if (counters) {
        words.addAll(
            List.of("--set-counters", text.substring(1, colon), text.substring(colon + 1, end)));
      }
      rest = text.substring(end + 1);
    }
    words.addAll(SaveLine.words(rest));
    if (CommandLine.parseRestored(program, words, call.err()::println)
        instanceof Parsed.Request request) {
      queue.add(new Queued.Rule(line, request));
    }
  }

  private void commit() {
    if (test) {
      return;
    }
    BuiltinTable of = table.orElseThrow();
    Ruleset before = call.kernel().iptables(call.netns());
    Planner planner =
        new Planner(call.netns(), of.word(), new TableImage(of, before), call.out()::print);
    if (flush) {
      if (before.table(of.word()).isPresent()) {
        planner.deleteTable();
      }
    }
    int end = line;
    for (Queued each : queue) {
      planner.line(each.line());
      try {
        carryOut(planner, each);
      } catch (Failure e) {
        line = each.line();
        throw e;
      }
    }
    line = end;
    if (counters) {
      replaceWhole(planner.image());
    } else {
      Commit.apply(call.kernel(), call.netns(), of.word(), planner.plan());
    }
  }

  private static void carryOut(Planner planner, Queued queued) {
    switch (queued) {
      case Queued.Chain chain ->
          planner.restoreChain(chain.chain(), chain.policy(), chain.packets(), chain.bytes());
      case Queued.Rule rule -> planner.request(rule.request());
    }
  }

  /** With -c the policies' counters are set too, which only a whole table carries. */
  private void replaceWhole(TableImage image) {
    Op.IptRestore restore =
        new Op.IptRestore(
            call.netns(), new Ruleset(List.of(image.toTable())), Op.RestoreMode.FLUSH);
    if (call.kernel().apply(restore) instanceof Result.Refused refused) {
      throw new IptablesException(
          IptablesException.Status.RESOURCE_PROBLEM,
          "\nline " + line + ": RULE_APPEND failed (" + refused.errno().text() + ")");
    }
  }
}
