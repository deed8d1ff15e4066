package vethlab.shell.nettools;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vethlab.op.BridgeAttr;

/** The times of a bridge, given in seconds with a fraction. */
enum BridgeTimes {
  AGEING("ageing time", BridgeAttr.AGEING_TIME),
  FORWARD_DELAY("forward delay", BridgeAttr.FORWARD_DELAY),
  HELLO("hello timer", BridgeAttr.HELLO_TIME),
  MAX_AGE("max age", BridgeAttr.MAX_AGE);

  private static final Pattern NUMBER =
      Pattern.compile("\\s*([+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?).*");

  private final String name;
  private final BridgeAttr attr;

  BridgeTimes(String name, BridgeAttr attr) {
    this.name = name;
    this.attr = attr;
  }

  int set(Tool tool, List<String> words) {
    Matcher number = NUMBER.matcher(words.get(1));
    if (!number.matches()) {
      tool.say("bad " + name + " value\n");
      return 1;
    }
    double seconds = Double.parseDouble(number.group(1));
    long whole = (long) seconds;
    long hundredths = (1_000_000 * whole + (long) (1_000_000 * (seconds - whole))) / 10_000;
    return BridgeEdit.setBridge(tool, words.getFirst(), attr, hundredths, "set " + name);
  }

  /** Hundredths of a second as brctl shows them. */
  static String show(long hundredths) {
    return String.format(Locale.ROOT, "%4d.%02d", hundredths / 100, hundredths % 100);
  }
}
