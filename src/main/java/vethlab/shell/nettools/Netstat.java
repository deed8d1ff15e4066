package vethlab.shell.nettools;

import java.util.List;
import vethlab.shell.Call;
import vethlab.shell.GetoptLong;
import vethlab.shell.GetoptLong.Long;
import vethlab.shell.GetoptLong.Option;
import vethlab.shell.Instant;

/** {@code netstat}: the routing table, the interface table or sockets. */
public final class Netstat implements Instant {
  private static final int MISUSE = 3;
  private static final char NUMERIC_PORTS = '@';
  private static final List<Long> LONG =
      List.of(
          Long.flag("version", 'V'),
          Long.flag("interfaces", 'i'),
          Long.flag("help", 'h'),
          Long.flag("route", 'r'),
          Long.flag("masquerade", 'M'),
          Long.with("protocol", 'A'),
          Long.flag("tcp", 't'),
          Long.flag("sctp", 'S'),
          Long.flag("udp", 'u'),
          Long.flag("udplite", 'U'),
          Long.flag("raw", 'w'),
          Long.flag("unix", 'x'),
          Long.flag("listening", 'l'),
          Long.flag("all", 'a'),
          Long.flag("timers", 'o'),
          Long.flag("continuous", 'c'),
          Long.flag("extend", 'e'),
          Long.flag("programs", 'p'),
          Long.flag("verbose", 'v'),
          Long.flag("statistics", 's'),
          Long.flag("wide", 'W'),
          Long.flag("numeric", 'n'),
          Long.flag("numeric-hosts", '!'),
          Long.flag("numeric-ports", NUMERIC_PORTS),
          Long.flag("numeric-users", '#'),
          Long.flag("symbolic", 'N'),
          Long.flag("cache", 'C'),
          Long.flag("fib", 'F'),
          Long.flag("groups", 'g'),
          Long.flag("context", 'Z'),
          Long.flag("inet", '4'),
          Long.flag("inet6", '6'));

  private final SocketTable sockets = new SocketTable();
  private int tables;
  private boolean route;
  private boolean interfaces;
  private int extend = 1;
  private boolean unix;
  private boolean inet;

  @Override
  public int run(Call call) {
    return Tool.run(call, tool -> new Netstat().run(tool, call.args()));
  }

  private int run(Tool tool, List<String> args) {
    GetoptLong given = GetoptLong.parse("A:CFMacdeghilnNoprsStuUvVWw2fx64?Z", LONG, args);
    for (Option option : given.options()) {
      if (option.letter() == 'h') {
        tool.print(Tool.help("netstat"));
        tool.say(Tool.help("netstat-lists"));
        return 0;
      }
      option(option);
    }
    if (given.mistake().isPresent()) {
      throw misuse("netstat: " + given.mistake().get() + "\n");
    }
    if (tables > 1) {
      throw misuse("");
    }
    if (route) {
      int columns = extend == 2 ? 1 : extend == 1 ? 2 : extend;
      RouteTable.print(
          tool, columns, sockets.numeric() ? RouteTable.Names.NUMBERS : RouteTable.Names.WORDS);
      return 0;
    }
    if (interfaces) {
      return showInterfaces(tool);
    }
    boolean internet = inet || sockets.anyProtocol();
    if (!unix || internet) {
      sockets.print(tool, extend > 1);
    }
    if (unix || !internet) {
      sockets.printUnix(tool);
    }
    return 0;
  }

  private static ToolError misuse(String text) {
    return new ToolError(text + Tool.help("netstat") + Tool.help("netstat-lists"), MISUSE);
  }

  private void option(Option option) {
    switch (option.letter()) {
      case 'r' -> {
        route = true;
        tables++;
      }
      case 'i' -> {
        interfaces = true;
        tables++;
      }
      case 'e' -> extend++;
      case 'x' -> unix = true;
      case 'A' -> family(option.value());
      case '4' -> inet = true;
      case '6' -> throw ToolError.notModelled("netstat -6");
      case 't' -> sockets.protocol("tcp");
      case 'u' -> sockets.protocol("udp");
      case 'w' -> sockets.protocol("raw");
      case 'S', 'U', '2', 'f' -> sockets.protocol("");
      case 'a' -> sockets.all();
      case 'l' -> sockets.listening();
      case 'n' -> sockets.numbers();
      case NUMERIC_PORTS -> sockets.numericPorts();
      case 'p' -> sockets.programs();
      case 's', 'g', 'M', 'c', 'o', 'V' ->
          throw ToolError.notModelled("netstat -" + option.letter());
      case 'C' -> throw ToolError.notModelled("netstat -C");
      case 'Z' -> throw new ToolError("SELinux is not enabled on this machine.\n", 1);
      case '?' -> throw misuse("");
      default -> {}
    }
  }

  private void family(String name) {
    switch (name) {
      case "inet", "ip" -> inet = true;
      case "unix" -> unix = true;
      default -> throw ToolError.notModelled("netstat -A " + name);
    }
  }

  private int showInterfaces(Tool tool) {
    tool.print("Kernel Interface table\n");
    boolean table = extend < 2;
    if (table) {
      tool.print(InterfacePrinter.TABLE_HEAD);
    }
    for (Interface iface : Interface.all(tool)) {
      if (!iface.up() && !sockets.showsAll()) {
        continue;
      }
      if (table) {
        InterfacePrinter.printShort(tool, iface);
      } else {
        InterfacePrinter.printLong(tool, iface);
      }
    }
    return 0;
  }
}
