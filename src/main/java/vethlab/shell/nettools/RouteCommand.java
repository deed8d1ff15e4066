package vethlab.shell.nettools;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.shell.Call;
import vethlab.shell.Instant;

/** {@code route}: shows the main table or hands changes to {@link RouteEdit}. */
public final class RouteCommand implements Instant {
  private static final int MISUSE = 3;

  @Override
  public int run(Call call) {
    return Tool.run(call, tool -> new RouteCommand().run(tool, call.args()));
  }

  private int extend = 1;
  private boolean numeric;
  private boolean cache;
  private boolean ip6;
  private boolean help;

  private int run(Tool tool, List<String> words) {
    List<String> rest = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("-net")
          || word.equals("-host")
          || !word.startsWith("-")
          || word.length() < 2) {
        rest.add(word);
      } else if (word.equals("-A")) {
        family(i + 1 < words.size() ? words.get(++i) : "");
      } else if (word.startsWith("--")) {
        longOption(tool, word.substring(2));
      } else {
        shortOptions(tool, word);
      }
    }
    if (help) {
      tool.print(Tool.help("route"));
      tool.say(Tool.help("route-lists"));
      return 0;
    }
    if (rest.isEmpty()) {
      return show(tool);
    }
    return edit(tool, rest);
  }

  private void family(String name) {
    if (!name.equals("inet") && !name.equals("inet6")) {
      throw new ToolError("Unknown address family `" + name + "'.\n", 1);
    }
    ip6 = name.equals("inet6");
  }

  private void longOption(Tool tool, String name) {
    switch (name) {
      case "extend" -> extend++;
      case "numeric" -> numeric = true;
      case "cache" -> cache = true;
      case "fib", "verbose", "symbolic", "inet" -> {}
      case "inet6" -> ip6 = true;
      case "version" -> throw ToolError.notModelled("route --version");
      case "help" -> help = true;
      default -> mistake(tool, "unrecognized option '--" + name + "'");
    }
  }

  private void shortOptions(Tool tool, String word) {
    for (char c : word.substring(1).toCharArray()) {
      switch (c) {
        case 'n' -> numeric = true;
        case 'e' -> extend++;
        case 'v', 'N', 'F', '4' -> {}
        case 'C' -> cache = true;
        case '6' -> ip6 = true;
        case 'h', '?' -> help = true;
        case 'V' -> throw ToolError.notModelled("route -V");
        default -> mistake(tool, "invalid option -- '" + c + "'");
      }
    }
  }

  /** An unknown option is answered with the usage, and is no failure. */
  private void mistake(Tool tool, String text) {
    tool.say("route: " + text + "\n");
    help = true;
  }

  private static ToolError usage() {
    return new ToolError(Tool.help("route") + Tool.help("route-lists"), MISUSE);
  }

  private int show(Tool tool) {
    if (ip6) {
      tool.print("Kernel IPv6 routing table\n");
      tool.print(
          "Destination                    Next Hop                   Flag Met Ref  Use If\n");
      return 0;
    }
    if (cache) {
      tool.print("Kernel IP routing cache\n");
      tool.print(
          "Source          Destination     Gateway         "
              + (extend == 2
                  ? "Flags   MSS Window  irtt Iface\n"
                  : "Flags Metric Ref    Use Iface\n"));
      return 0;
    }
    RouteTable.print(tool, extend, numeric ? RouteTable.Names.NUMBERS : RouteTable.Names.WORDS);
    return 0;
  }

  private int edit(Tool tool, List<String> rest) {
    Optional<RouteEdit.Action> action =
        switch (rest.getFirst()) {
          case "add" -> Optional.of(RouteEdit.Action.ADD);
          case "del", "delete" -> Optional.of(RouteEdit.Action.DELETE);
          case "flush" -> Optional.empty();
          default -> throw usage();
        };
    if (ip6) {
      throw ToolError.notModelled("route -A inet6");
    }
    if (action.isEmpty()) {
      throw new ToolError(
          "Flushing `inet' routing table not supported\n" + Tool.help("inet_route"), MISUSE);
    }
    List<String> words = rest.subList(1, rest.size());
    if (words.isEmpty()) {
      tool.print(Tool.help("inet_route"));
      return 0;
    }
    return RouteEdit.run(tool, action.get(), words);
  }
}
