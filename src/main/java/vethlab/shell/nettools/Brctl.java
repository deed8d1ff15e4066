package vethlab.shell.nettools;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vethlab.shell.Call;
import vethlab.shell.Instant;

/** {@code brctl}: {@link BridgeEdit} changes bridges, {@link BridgeShow} shows them. */
public final class Brctl implements Instant {
  private static final Map<String, Command> COMMANDS = commands();

  /** One command: how many words it needs, their names as its help has them, and what it does. */
  private record Command(int words, String help, Action action) {}

  private interface Action {
    int run(Tool tool, List<String> words);
  }

  private static Map<String, Command> commands() {
    Map<String, Command> map = new LinkedHashMap<>();
    add(map, "addbr", 1, "<bridge>\t\tadd bridge", BridgeEdit::add);
    add(map, "delbr", 1, "<bridge>\t\tdelete bridge", BridgeEdit::delete);
    add(map, "addif", 2, "<bridge> <device>\tadd interface to bridge", BridgeEdit::addPorts);
    add(
        map,
        "delif",
        2,
        "<bridge> <device>\tdelete interface from bridge",
        BridgeEdit::deletePorts);
    add(map, "hairpin", 3, "<bridge> <port> {on|off}\tturn hairpin on/off", BridgeEdit::hairpin);
    add(map, "setageing", 2, "<bridge> <time>\t\tset ageing time", BridgeTimes.AGEING::set);
    add(
        map,
        "setbridgeprio",
        2,
        "<bridge> <prio>\t\tset bridge priority",
        BridgeEdit::bridgePriority);
    add(
        map,
        "setfd",
        2,
        "<bridge> <time>\t\tset bridge forward delay",
        BridgeTimes.FORWARD_DELAY::set);
    add(map, "sethello", 2, "<bridge> <time>\t\tset hello time", BridgeTimes.HELLO::set);
    add(map, "setmaxage", 2, "<bridge> <time>\t\tset max message age", BridgeTimes.MAX_AGE::set);
    add(map, "setpathcost", 3, "<bridge> <port> <cost>\tset path cost", BridgeEdit::pathCost);
    add(
        map,
        "setportprio",
        3,
        "<bridge> <port> <prio>\tset port priority",
        BridgeEdit::portPriority);
    add(map, "show", 0, "[ <bridge> ]\t\tshow a list of bridges", BridgeShow::list);
    add(map, "showmacs", 1, "<bridge>\t\tshow a list of mac addrs", BridgeShow::macs);
    add(map, "showstp", 1, "<bridge>\t\tshow bridge stp info", BridgeShow::stp);
    add(map, "stp", 2, "<bridge> {on|off}\tturn stp on/off", BridgeEdit::stp);
    return map;
  }

  private static void add(
      Map<String, Command> map, String name, int words, String help, Action action) {
    map.put(name, new Command(words, help, action));
  }

  @Override
  public int run(Call call) {
    return Tool.run(call, tool -> run(tool, call.args()));
  }

  private static int run(Tool tool, List<String> args) {
    if (args.isEmpty()) {
      return help(tool, 1);
    }
    String name = args.getFirst();
    switch (name) {
      case "-h", "--help" -> {
        return help(tool, 0);
      }
      case "-V", "--version" -> {
        tool.print("bridge-utils, 1.7\n");
        return 0;
      }
      default -> {}
    }
    if (name.startsWith("-") && name.length() > 1) {
      tool.say(
          name.startsWith("--")
              ? "brctl: unrecognized option '" + name + "'\n"
              : "brctl: invalid option -- '" + name.charAt(1) + "'\n");
      tool.say("Unknown option '?'\n");
      return help(tool, 1);
    }
    Command command = COMMANDS.get(name);
    if (command == null) {
      tool.say("never heard of command [" + name + "]\n");
      return help(tool, 1);
    }
    List<String> words = args.subList(1, args.size());
    if (words.size() < command.words()) {
      tool.print("Incorrect number of arguments for command\n");
      tool.print("Usage: brctl %s %s\n", name, command.help());
      return 1;
    }
    return command.action().run(tool, words);
  }

  private static int help(Tool tool, int status) {
    tool.print("Usage: brctl [commands]\ncommands:\n");
    COMMANDS.forEach((name, command) -> tool.print("\t%-10s\t%s\n", name, command.help()));
    return status;
  }
}
