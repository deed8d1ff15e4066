package vethlab.shell.iproute;

import java.util.List;
import vethlab.shell.Command;
import vethlab.shell.Program;

/** {@code bridge}. */
public final class BridgeCommand implements Command {
  private static final List<String> OBJECTS =
      List.of("link", "fdb", "mdb", "vlan", "vni", "monitor", "help");

  @Override
  public Program start(List<String> argv) {
    return new ToolProgram(Host.Tool.BRIDGE, BridgeCommand::run);
  }

  private static Outcome run(Host host, Args args) {
    String word = args.take();
    String object =
        OBJECTS.stream()
            .filter(name -> Args.matches(word, name))
            .findFirst()
            .orElseThrow(() ->
                new IpError("Object \"" + word + "\" is unknown, try \"bridge help\".\n", 255));
    switch (object) {
      case "link" -> new BridgeLink(host).run(args);
      case "fdb" -> new BridgeFdb(host).run(args);
      case "vlan" -> new BridgeVlanTable(host).run(args);
      case "mdb" -> mdb(host, args);
      case "help" -> throw Help.of("bridge");
      default -> throw IpError.notModelled("bridge " + object);
    }
    return Outcome.DONE;
  }

  /** No group is ever a member here: the table can be shown, and is empty. */
  private static void mdb(Host host, Args args) {
    String command = args.more() ? args.take() : "show";
    if (Args.matches(command, "help")) {
      throw Help.of("bridge-mdb");
    }
    if (command.matches("add|append|replace|change|delete|del")) {
      throw IpError.notModelled("bridge mdb " + command);
    }
    if (!IpLink.isList(command)) {
      throw IpError.unknownCommand(command, "bridge mdb");
    }
    if (args.more() && args.peek().equals("dev")) {
      args.take();
      host.device(args.value());
    }
    if (host.options().json()) {
      host.print(
          host.options().pretty > 0
              ? "[ {\n        \"mdb\": [ ],\n        \"router\": {}\n" + "    } ]\n"
              : "[{\"mdb\":[],\"router\":{}}]\n");
    }
  }
}
