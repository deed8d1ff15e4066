package vethlab.shell.nettools;

import java.util.List;
import java.util.Optional;
import vethlab.shell.Call;
import vethlab.shell.GetoptLong;
import vethlab.shell.GetoptLong.Long;
import vethlab.shell.GetoptLong.Option;
import vethlab.shell.Instant;

/** {@code arp}: shows neighbours, or hands changes to {@link ArpEdit}. */
public final class Arp implements Instant {
  private static final int MISUSE = 3;
  private static final List<Long> LONG =
      List.of(
          Long.flag("verbose", 'v'),
          Long.flag("version", 'V'),
          Long.flag("all", 'a'),
          Long.flag("delete", 'd'),
          Long.flag("file", 'f'),
          Long.flag("numeric", 'n'),
          Long.flag("set", 's'),
          Long.with("protocol", 'A'),
          Long.with("hw-type", 'H'),
          Long.with("device", 'i'),
          Long.flag("help", 'h'),
          Long.flag("use-device", 'D'),
          Long.flag("symbolic", 'N'));

  private enum What {
    SHOW,
    SHOW_ALL,
    FILE,
    DELETE,
    SET
  }

  private What what = What.SHOW;
  private ArpTable.Style style = ArpTable.Style.BSD;
  private boolean numeric;
  private boolean verbose;
  private boolean useDevice;
  private boolean hardwareGiven;
  private String device = "";

  @Override
  public int run(Call call) {
    return Tool.run(call, tool -> new Arp().run(tool, call.args()));
  }

  static ToolError misuse(String text) {
    return new ToolError(text + Tool.help("arp") + Tool.help("arp-lists"), MISUSE);
  }

  private int run(Tool tool, List<String> args) {
    GetoptLong given = GetoptLong.parse("A:H:adfp:nsei:t:vh?DNV", LONG, args);
    for (Option option : given.options()) {
      if (option.letter() == 'h') {
        tool.print(Tool.help("arp"));
        tool.say(Tool.help("arp-lists"));
        return 0;
      }
      option(tool, option);
    }
    if (given.mistake().isPresent()) {
      throw misuse("arp: " + given.mistake().get() + "\n");
    }
    ArpEdit edit =
        new ArpEdit(tool, device, useDevice ? ArpEdit.Hardware.DEVICE : ArpEdit.Hardware.ADDRESS);
    return switch (what) {
      case SHOW -> show(tool, ArpTable.Style.LINUX, given.words());
      case SHOW_ALL -> show(tool, style, given.words());
      case FILE -> edit.file(given.words().isEmpty() ? "/etc/ethers" : given.words().getFirst());
      case DELETE -> edit.delete(given.words());
      case SET -> edit.set(given.words());
    };
  }

  private void option(Tool tool, Option option) {
    switch (option.letter()) {
      case 'a' -> what = What.SHOW_ALL;
      case 'f' -> what = What.FILE;
      case 'd' -> what = What.DELETE;
      case 's' -> what = What.SET;
      case 'e' -> style = ArpTable.Style.LINUX;
      case 'n' -> numeric = true;
      case 'D' -> useDevice = true;
      case 'N' -> tool.say("arp: -N not yet supported.\n");
      case 'v' -> verbose = true;
      case 'A', 'p' -> {
        if (!option.value().equals("inet")) {
          throw new ToolError("arp: " + option.value() + ": unknown address family.\n", 255);
        }
      }
      case 'H', 't' -> {
        if (!option.value().equals("ether")) {
          throw new ToolError("arp: " + option.value() + ": unknown hardware type.\n", 255);
        }
        hardwareGiven = true;
      }
      case 'i' -> device = option.value();
      case 'V' -> throw ToolError.notModelled("arp -V");
      default -> throw misuse("");
    }
  }

  private int show(Tool tool, ArpTable.Style how, List<String> words) {
    Optional<String> host = words.stream().findFirst();
    Optional<Inet.Resolved> resolved =
        host.flatMap(name -> Inet.resolve(tool, name, Inet.Lookup.NET_FIRST));
    if (host.isPresent() && resolved.isEmpty()) {
      return 255;
    }
    ArpTable table =
        new ArpTable(tool, how, numeric ? ArpTable.Names.NUMBERS : ArpTable.Names.WORDS, device);
    ArpTable.Count count = table.print(resolved.map(Inet.Resolved::ip));
    if (verbose) {
      tool.print(
          "Entries: %d\tSkipped: %d\tFound: %d\n",
          count.all(), count.all() - count.shown(), count.shown());
    }
    if (count.shown() == 0) {
      if (host.isPresent() && what == What.SHOW) {
        tool.print("%s (%s) -- no entry\n", host.get(), resolved.orElseThrow().ip());
      } else if (hardwareGiven || host.isPresent() || !device.isEmpty()) {
        tool.print("arp: in %d entries no match found.\n", count.all());
      }
    }
    return 0;
  }
}
