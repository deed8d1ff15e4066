package vethlab.shell.nettools;

import java.util.List;
import java.util.Optional;
import vethlab.shell.Call;
import vethlab.shell.Instant;

/** {@code ifconfig}: shows interfaces or hands changes to {@link InterfaceEdit}. */
public final class Ifconfig implements Instant {
  private static final int FAILED = 1;

  private enum Length {
    LONG,
    SHORT
  }

  private enum Which {
    UP,
    ALL
  }

  @Override
  public int run(Call call) {
    return Tool.run(call, tool -> run(tool, call.args()));
  }

  private static int run(Tool tool, List<String> args) {
    Length length = Length.LONG;
    Which which = Which.UP;
    boolean verbose = false;
    int at = 0;
    while (at < args.size() && args.get(at).startsWith("-")) {
      switch (args.get(at)) {
        case "-a" -> which = Which.ALL;
        case "-s" -> length = Length.SHORT;
        case "-v" -> verbose = true;
        case "-?", "-h", "-help", "--help" -> {
          tool.print(Tool.help("ifconfig"));
          tool.say(Tool.help("ifconfig-lists"));
          return 0;
        }
        case "-V", "-version", "--version" ->
            throw ToolError.notModelled("ifconfig " + args.get(at));
        default ->
            throw new ToolError(
                "ifconfig: option `"
                    + args.get(at)
                    + "' not recognised.\n"
                    + "ifconfig: `--help' gives usage information.\n",
                FAILED);
      }
      at++;
    }
    List<String> words = args.subList(at, args.size());
    if (words.size() > 1) {
      int status = new InterfaceEdit(tool, cut(words.getFirst())).run(words);
      if (verbose && status != 0) {
        tool.say("WARNING: at least one error occured. (" + status + ")\n");
      }
      return status & 0xff;
    }
    return words.isEmpty()
        ? showAll(tool, length, which)
        : showOne(tool, length, cut(words.getFirst()));
  }

  private static String cut(String name) {
    return name.length() > 15 ? name.substring(0, 15) : name;
  }

  private static int showAll(Tool tool, Length length, Which which) {
    head(tool, length);
    Interface.all(tool).stream()
        .filter(iface -> which == Which.ALL || iface.up())
        .forEach(iface -> print(tool, length, iface));
    return 0;
  }

  private static int showOne(Tool tool, Length length, String name) {
    Optional<Interface> found = Interface.find(tool, name);
    head(tool, length);
    if (found.isEmpty()) {
      tool.say(name + ": error fetching interface information: Device not found\n");
      return FAILED;
    }
    print(tool, length, found.get());
    return 0;
  }

  private static void head(Tool tool, Length length) {
    if (length == Length.SHORT) {
      tool.print(InterfacePrinter.SHORT_HEAD);
    }
  }

  private static void print(Tool tool, Length length, Interface iface) {
    switch (length) {
      case LONG -> InterfacePrinter.printLong(tool, iface);
      case SHORT -> InterfacePrinter.printShort(tool, iface);
    }
  }
}
