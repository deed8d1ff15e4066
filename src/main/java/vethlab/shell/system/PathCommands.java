package vethlab.shell.system;

import java.util.List;
import vethlab.shell.Arguments;
import vethlab.shell.Call;
import vethlab.shell.CommandTable;
import vethlab.shell.FileException;

/** Names of files: mktemp basename dirname readlink realpath. */
final class PathCommands {

  private PathCommands() {}

  static void addTo(CommandTable table) {
    table.in("/usr/bin");
    table.instant("mktemp", PathCommands::mktemp);
    table.instant("basename", PathCommands::basename);
    table.instant("dirname", PathCommands::dirname);
    table.instant("readlink", PathCommands::realpath);
    table.instant("realpath", PathCommands::realpath);
  }

  private static int mktemp(Call call) {
    Arguments arguments = FileCommands.arguments(call, "dutq", "p");
    String template =
        arguments.operands().isEmpty() ? "tmp.XXXXXXXXXX" : arguments.operands().getFirst();
    if (!template.contains("XXX")) {
      call.err().println("mktemp: too few X's in template ‘" + template + "’");
      return 1;
    }
    boolean inTmp = arguments.operands().isEmpty() || arguments.has('t') || arguments.has('p');
    String directory = arguments.value('p').orElse(call.env("TMPDIR").orElse("/tmp"));
    String base = inTmp ? directory + "/" + template : template;
    int end = base.lastIndexOf('X') + 1;
    int start = end;
    while (start > 0 && base.charAt(start - 1) == 'X') {
      start--;
    }
    for (int n = 0; ; n++) {
      String digits = Integer.toString(n, 36);
      String fill = "0".repeat(Math.max(0, end - start - digits.length())) + digits;
      String path = base.substring(0, start) + fill + base.substring(end);
      if (!call.files().exists(path)) {
        return create(call, path, arguments);
      }
    }
  }

  private static int create(Call call, String path, Arguments arguments) {
    try {
      if (arguments.has('d')) {
        call.files().makeDirectory(path);
      } else if (!arguments.has('u')) {
        call.files().write(path, "");
      }
    } catch (FileException e) {
      String kind = arguments.has('d') ? "directory" : "file";
      call.err()
          .println(
              "mktemp: failed to create "
                  + kind
                  + " via template ‘"
                  + path
                  + "’: "
                  + e.getMessage());
      return 1;
    }
    call.out().println(path);
    return 0;
  }

  private static String stripSlashes(String path) {
    String stripped = path.replaceFirst("/+$", "");
    return stripped.isEmpty() && path.startsWith("/") ? "/" : stripped;
  }

  private static int basename(Call call) {
    Arguments arguments = FileCommands.arguments(call, "a", "s");
    List<String> words = arguments.operands();
    if (words.isEmpty()) {
      return FileCommands.usage(call, "missing operand");
    }
    boolean many = arguments.has('a') || arguments.has('s');
    String suffix = arguments.value('s').orElse(!many && words.size() > 1 ? words.get(1) : "");
    for (String path : many ? words : words.subList(0, 1)) {
      String stripped = stripSlashes(path);
      String name = stripped.equals("/") ? "/" : stripped.substring(stripped.lastIndexOf('/') + 1);
      boolean cut = !suffix.isEmpty() && name.endsWith(suffix) && !name.equals(suffix);
      call.out().println(cut ? name.substring(0, name.length() - suffix.length()) : name);
    }
    return 0;
  }

  private static int dirname(Call call) {
    if (call.args().isEmpty()) {
      return FileCommands.usage(call, "missing operand");
    }
    for (String path : call.args()) {
      String stripped = stripSlashes(path);
      int slash = stripped.lastIndexOf('/');
      call.out()
          .println(slash < 0 ? "." : slash == 0 ? "/" : stripSlashes(stripped.substring(0, slash)));
    }
    return 0;
  }

  private static int realpath(Call call) {
    Arguments arguments = FileCommands.arguments(call, "femsqnzP", "");
    boolean follows =
        call.name().equals("realpath")
            || arguments.has('f')
            || arguments.has('e')
            || arguments.has('m');
    if (arguments.operands().isEmpty()) {
      return FileCommands.usage(call, "missing operand");
    }
    for (String path : arguments.operands()) {
      if (path.matches("/proc/(self|\\d+)/ns/net")) {
        call.out().println("net:[" + namespaceNumber(call) + "]");
      } else if (follows) {
        call.out().println(call.files().absolute(path));
      } else {
        return 1;
      }
    }
    return 0;
  }

  /** A number that tells namespaces apart, as an inode does. */
  private static long namespaceNumber(Call call) {
    return 4_026_531_840L
        + (call.netns().isHost()
            ? 0
            : 1 + call.kernel().namespaces().reversed().indexOf(call.netns()));
  }
}
