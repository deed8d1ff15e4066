package vethlab.shell.sysctl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import vethlab.shell.Call;
import vethlab.shell.FileException;
import vethlab.shell.GetoptLong;
import vethlab.shell.GetoptLong.Long;
import vethlab.shell.GetoptLong.Option;
import vethlab.shell.GetoptLong.Value;
import vethlab.shell.Instant;

/** {@code sysctl}. */
public final class Sysctl implements Instant {
  private static final char DEPRECATED = '1';
  private static final char DRY_RUN = '2';
  private static final char SYSTEM = '3';
  private static final List<Long> LONG =
      List.of(
          Long.flag("all", 'a'),
          Long.flag("deprecated", DEPRECATED),
          Long.flag("dry-run", DRY_RUN),
          Long.flag("binary", 'b'),
          Long.flag("ignore", 'e'),
          Long.flag("names", 'N'),
          Long.flag("values", 'n'),
          new Long("load", 'p', Value.OPTIONAL),
          Long.flag("quiet", 'q'),
          Long.flag("write", 'w'),
          Long.flag("system", SYSTEM),
          Long.with("pattern", 'r'),
          Long.flag("help", 'h'),
          Long.flag("version", 'V'));
  private static final List<String> DIRECTORIES =
      List.of(
          "/etc/sysctl.d",
          "/run/sysctl.d",
          "/usr/local/lib/sysctl.d",
          "/usr/lib/sysctl.d",
          "/lib/sysctl.d");
  private static final String DEFAULT_FILE = "/etc/sysctl.conf";

  /** Whether a file of settings among the arguments is the standard input. */
  public static boolean readsInput(List<String> args) {
    return args.stream().anyMatch(Sysctl::isInput);
  }

  private static boolean isInput(String file) {
    return file.matches("-|/dev/stdin|(-p|-f|--load=)(-|/dev/stdin)");
  }

  @Override
  public int run(Call call) {
    if (call.args().isEmpty()) {
      call.err().print(usage());
      return 1;
    }
    GetoptLong given = GetoptLong.parse("bneNwfp::qoxaAXr:Vdh", LONG, call.args());
    Way way = new Way();
    boolean write = false;
    boolean all = false;
    Optional<String> load = Optional.empty();
    for (Option option : given.options()) {
      switch (option.letter()) {
        case 'b' -> way.print = Way.Print.BARE_VALUE;
        case 'n' -> way.print = way.print == Way.Print.BARE_VALUE ? way.print : Way.Print.VALUE;
        case 'e' -> way.ignoreUnknown = true;
        case 'N' -> way.namesOnly = true;
        case 'w' -> write = true;
        case 'f', 'p' -> load = Optional.of(load.filter(f -> !f.isEmpty()).orElse(option.value()));
        case 'q' -> way.quiet = true;
        case 'a', 'A', 'X' -> all = true;
        case DRY_RUN -> way.dryRun = true;
        case SYSTEM -> {
          way.ignoreUnknown = true;
          return loadSystem(call, new Variables(call, way));
        }
        case 'r' -> way.pattern = Optional.of(option.value());
        case 'V' -> {
          call.out().print("sysctl from procps-ng 4.0.2\n");
          return 0;
        }
        case 'd', 'h' -> {
          call.out().print(usage());
          return 0;
        }
        default -> {}
      }
    }
    if (given.mistake().isPresent()) {
      call.err().print("sysctl: " + given.mistake().get() + "\n");
      call.out().print(usage());
      return 0;
    }
    Variables variables = new Variables(call, way);
    if (all) {
      return variables.showAll("");
    }
    if (load.isPresent()) {
      return load(call, variables, load.get(), given.words());
    }
    return each(call, way, variables, write, given.words());
  }

  private static int each(
      Call call, Way way, Variables variables, boolean write, List<String> words) {
    if (words.isEmpty()) {
      call.err()
          .print("sysctl: no variables specified\nTry `sysctl --help' for more information.\n");
      return 1;
    }
    if (way.namesOnly && way.quiet) {
      call.err()
          .print(
              "sysctl: options -N and -q cannot coexist\n"
                  + "Try `sysctl --help' for more information.\n");
      return 1;
    }
    int status = 0;
    for (String word : words) {
      if (write || word.contains("=")) {
        status |= write(call, variables, word);
      } else {
        status += variables.show(word);
      }
    }
    return status & 0xff;
  }

  private static int write(Call call, Variables variables, String word) {
    List<Setting> settings = new ArrayList<>();
    read(call, variables, "command line", 0, word, settings);
    if (settings.isEmpty()) {
      return 1;
    }
    Setting setting = settings.getFirst();
    return variables.set(setting.key(), setting.value().orElse("(null)"));
  }

  private static void read(
      Call call,
      Variables variables,
      String file,
      int number,
      String line,
      List<Setting> settings) {
    if (!variables.wanted(line.stripLeading())) {
      return;
    }
    switch (Setting.parse(line)) {
      case Setting.Line.Nothing nothing -> {}
      case Setting.Line.Invalid invalid ->
          call.err().print("sysctl: " + file + "(" + number + "): invalid syntax, continuing...\n");
      case Setting.Line.Set set -> settings.add(set.setting());
    }
  }

  private static int load(Call call, Variables variables, String file, List<String> more) {
    List<String> files = new ArrayList<>();
    if (!file.isEmpty()) {
      files.add(file);
    } else if (more.isEmpty()) {
      files.add(DEFAULT_FILE);
    }
    files.addAll(more);
    List<Setting> settings = new ArrayList<>();
    int status = 0;
    for (String name : files) {
      status |= readFile(call, variables, name, settings);
    }
    return status | variables.setAll(settings);
  }

  private static int readFile(Call call, Variables variables, String name, List<Setting> settings) {
    String text;
    try {
      text = isInput(name) ? call.input() : call.files().read(name);
    } catch (FileException e) {
      call.err().print("sysctl: cannot open \"" + name + "\": " + e.getMessage() + "\n");
      return 1;
    }
    int number = 0;
    for (String line : text.split("\n", -1)) {
      read(call, variables, name, ++number, line, settings);
    }
    return 0;
  }

  private static int loadSystem(Call call, Variables variables) {
    TreeMap<String, String> files = new TreeMap<>();
    for (String directory : DIRECTORIES) {
      if (call.files().isDirectory(directory)) {
        call.files().list(directory).stream()
            .filter(name -> name.endsWith(".conf"))
            .forEach(name -> files.putIfAbsent(name, directory + "/" + name));
      }
    }
    List<String> order = new ArrayList<>(files.values());
    if (call.files().exists(DEFAULT_FILE)) {
      order.add(DEFAULT_FILE);
    }
    List<Setting> settings = new ArrayList<>();
    int status = 0;
    for (String file : order) {
      variables.announce("* Applying " + file + " ...\n");
      status |= readFile(call, variables, file, settings);
    }
    return status | variables.setAll(settings);
  }

  private static String usage() {
    try (InputStream in = Sysctl.class.getResourceAsStream("usage.txt")) {
      if (in == null) {
        throw new IllegalStateException("the usage text is not there");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
