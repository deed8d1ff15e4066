package vethlab.shell.system;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vethlab.shell.Arguments;
import vethlab.shell.Call;
import vethlab.shell.CommandTable;
import vethlab.shell.FileException;
import vethlab.shell.Files;

/** Files and directories: ls mkdir rmdir rm touch cp mv chmod. */
final class FileCommands {

  private FileCommands() {}

  static void addTo(CommandTable table) {
    table.in("/usr/bin");
    table.instant("ls", FileCommands::ls);
    table.instant("mkdir", FileCommands::mkdir);
    table.instant("rmdir", call -> each(call, "", "failed to remove '%s': %s", Files::remove));
    table.instant("rm", FileCommands::rm);
    table.instant("touch", FileCommands::touch);
    table.instant("cp", FileCommands::cp);
    table.instant("mv", FileCommands::mv);
    table.instant("chmod", FileCommands::chmod);
    table.instant("chown", call -> 0);
    table.instant("sync", call -> 0);
    table.instant("find", FindCommand::run);
  }

  private interface Work {
    void on(Files files, String path);
  }

  static int usage(Call call, String problem) {
    call.err()
        .println(
            call.name()
                + ": "
                + problem
                + "\nTry '"
                + call.name()
                + " --help' for more information.");
    return 1;
  }

  static Arguments arguments(Call call, String flags, String valued) {
    return Arguments.parse(
        call.process().argv(),
        new Arguments.Spec(flags, valued)
            .name("parents", 'p')
            .name("recursive", 'r')
            .name("force", 'f')
            .name("all", 'a')
            .name("directory", 'd')
            .name("verbose", 'v'));
  }

  private static int each(Call call, String flags, String complaint, Work work) {
    Arguments arguments = arguments(call, flags, "");
    if (arguments.problem().isPresent()) {
      return usage(call, arguments.problem().get());
    }
    if (arguments.operands().isEmpty()) {
      return usage(call, "missing operand");
    }
    int status = 0;
    for (String path : arguments.operands()) {
      try {
        work.on(call.files(), path);
      } catch (FileException e) {
        call.err().println(call.name() + ": " + complaint.formatted(path, e.getMessage()));
        status = 1;
      }
    }
    return status;
  }

  private static int ls(Call call) {
    Arguments arguments =
        Arguments.parse(
            call.process().argv(),
            new Arguments.Spec("1alAdhtrRFSi", "").name("all", 'a').name("color", 'i'));
    if (arguments.problem().isPresent()) {
      usage(call, arguments.problem().get());
      return 2;
    }
    List<String> paths = arguments.operands().isEmpty() ? List.of(".") : arguments.operands();
    int status = 0;
    List<String> plain = new ArrayList<>();
    List<String> directories = new ArrayList<>();
    for (String path : paths) {
      if (!call.files().exists(path)) {
        call.err().println("ls: cannot access '" + path + "': No such file or directory");
        status = 2;
      } else if (call.files().isDirectory(path) && !arguments.has('d')) {
        directories.add(path);
      } else {
        plain.add(path);
      }
    }
    plain.sort(Comparator.naturalOrder());
    directories.sort(Comparator.naturalOrder());
    plain.forEach(path -> call.out().println(entry(call.files(), path, path, arguments)));
    for (String directory : directories) {
      if (paths.size() > 1) {
        call.out()
            .println(
                (plain.isEmpty() && directory.equals(directories.getFirst()) ? "" : "\n")
                    + directory
                    + ":");
      }
      for (String name : call.files().list(directory)) {
        if (arguments.has('a') || arguments.has('A') || !name.startsWith(".")) {
          call.out().println(entry(call.files(), directory + "/" + name, name, arguments));
        }
      }
    }
    return status;
  }

  private static String entry(Files files, String path, String shown, Arguments arguments) {
    if (!arguments.has('l')) {
      return shown;
    }
    boolean directory = files.isDirectory(path);
    String mode = directory ? "drwxr-xr-x" : files.isExecutable(path) ? "-rwxr-xr-x" : "-rw-r--r--";
    return "%s 1 root root %6d Jan  1 00:00 %s".formatted(mode, files.size(path), shown);
  }

  private static int mkdir(Call call) {
    Arguments arguments = arguments(call, "pv", "m");
    if (arguments.problem().isPresent()) {
      return usage(call, arguments.problem().get());
    }
    if (arguments.operands().isEmpty()) {
      return usage(call, "missing operand");
    }
    int status = 0;
    for (String path : arguments.operands()) {
      try {
        if (arguments.has('p')) {
          parents(call.files(), call.files().absolute(path));
        } else {
          call.files().makeDirectory(path);
        }
      } catch (FileException e) {
        call.err().println("mkdir: cannot create directory ‘" + path + "’: " + e.getMessage());
        status = 1;
      }
    }
    return status;
  }

  private static void parents(Files files, String path) {
    if (files.isDirectory(path)) {
      return;
    }
    int slash = path.lastIndexOf('/');
    if (slash > 0) {
      parents(files, path.substring(0, slash));
    }
    files.makeDirectory(path);
  }

  private static int rm(Call call) {
    Arguments arguments = arguments(call, "rRfvid", "");
    if (arguments.problem().isPresent()) {
      return usage(call, arguments.problem().get());
    }
    boolean recursive = arguments.has('r') || arguments.has('R');
    if (arguments.operands().isEmpty() && !arguments.has('f')) {
      return usage(call, "missing operand");
    }
    int status = 0;
    for (String path : arguments.operands()) {
      try {
        remove(call.files(), path, recursive);
      } catch (FileException e) {
        boolean missing = e.getMessage().startsWith("No such");
        if (!(arguments.has('f') && missing)) {
          call.err().println("rm: cannot remove '" + path + "': " + e.getMessage());
          status = 1;
        }
      }
    }
    return status;
  }

  private static void remove(Files files, String path, boolean recursive) {
    if (files.isDirectory(path)) {
      if (!recursive) {
        throw FileException.isDirectory();
      }
      for (String name : files.list(path)) {
        remove(files, path + "/" + name, true);
      }
    }
    files.remove(path);
  }

  private static int touch(Call call) {
    return each(
        call,
        "acm",
        "cannot touch '%s': %s",
        (files, path) -> {
          if (!files.exists(path)) {
            files.write(path, "");
          }
        });
  }

  /** The path a file gets that is copied or moved to {@code target}. */
  private static String destination(Files files, String from, String target) {
    return files.isDirectory(target)
        ? target + "/" + from.substring(from.lastIndexOf('/') + 1)
        : target;
  }

  private static int transfer(Call call, String flags, String verb, Transfer work) {
    Arguments arguments = arguments(call, flags, "t");
    if (arguments.problem().isPresent()) {
      return usage(call, arguments.problem().get());
    }
    List<String> words = arguments.operands();
    if (words.size() < 2) {
      return usage(
          call,
          words.isEmpty()
              ? "missing file operand"
              : "missing destination file operand after '" + words.getFirst() + "'");
    }
    String target = words.getLast();
    int status = 0;
    for (String from : words.subList(0, words.size() - 1)) {
      try {
        work.run(call.files(), from, destination(call.files(), from, target), arguments);
      } catch (FileException e) {
        call.err().println(call.name() + ": cannot " + verb + " '" + from + "': " + e.getMessage());
        status = 1;
      }
    }
    return status;
  }

  private interface Transfer {
    void run(Files files, String from, String to, Arguments options);
  }

  private static int cp(Call call) {
    return transfer(
        call,
        "rRafpvu",
        "stat",
        (files, from, to, options) -> {
          boolean recursive = options.has('r') || options.has('R') || options.has('a');
          copy(files, from, to, recursive);
        });
  }

  private static void copy(Files files, String from, String to, boolean recursive) {
    if (!files.isDirectory(from)) {
      files.write(to, files.read(from));
      if (files.isExecutable(from)) {
        files.setExecutable(to, true);
      }
      return;
    }
    if (!recursive) {
      throw new FileException("-r not specified; omitting directory");
    }
    if (!files.exists(to)) {
      files.makeDirectory(to);
    }
    for (String name : files.list(from)) {
      copy(files, from + "/" + name, to + "/" + name, true);
    }
  }

  private static int mv(Call call) {
    return transfer(call, "fvnu", "stat", (files, from, to, options) -> files.rename(from, to));
  }

  private static int chmod(Call call) {
    List<String> words = call.args().stream().filter(w -> !w.matches("-[Rvcf]+")).toList();
    if (words.size() < 2) {
      return usage(
          call,
          words.isEmpty() ? "missing operand" : "missing operand after ‘" + words.getFirst() + "’");
    }
    String mode = words.getFirst();
    boolean symbolic = mode.matches("[ugoa]*[-+=][rwxXst]*(,.*)?");
    if (!symbolic && !mode.matches("[0-7]{1,4}")) {
      return usage(call, "invalid mode: ‘" + mode + "’");
    }
    boolean grants =
        symbolic ? mode.contains("x") && !mode.matches("[ugoa]*-.*") : mode.matches(".*[1357].*");
    boolean concerns = !symbolic || mode.contains("x") || mode.contains("=");
    int status = 0;
    for (String path : words.subList(1, words.size())) {
      if (!call.files().exists(path)) {
        call.err().println("chmod: cannot access '" + path + "': No such file or directory");
        status = 1;
      } else if (concerns) {
        call.files().setExecutable(path, grants);
      }
    }
    return status;
  }
}
