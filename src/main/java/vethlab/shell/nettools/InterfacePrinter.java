package vethlab.shell.nettools;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import vethlab.op.LinkFlags;
import vethlab.op.LinkKind;
import vethlab.op.view.LinkStats;
import vethlab.op.view.LinkView;
import vethlab.wire.Ip4;

/** Prints interfaces as ifconfig does at length, and as {@code -s} and {@code netstat -i} do. */
final class InterfacePrinter {
  private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB", "PiB"};
  private static final String COLUMNS =
      "   MTU    RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg\n";
  static final String SHORT_HEAD = "Iface   " + COLUMNS;
  static final String TABLE_HEAD = "Iface          " + COLUMNS;
  private static final Map<Integer, String> WORDS = words();
  private static final Map<Integer, String> LETTERS = letters();

  private InterfacePrinter() {}

  private static Map<Integer, String> words() {
    Map<Integer, String> words = new LinkedHashMap<>();
    words.put(LinkFlags.UP, "UP");
    words.put(LinkFlags.BROADCAST, "BROADCAST");
    words.put(LinkFlags.LOOPBACK, "LOOPBACK");
    words.put(LinkFlags.POINTOPOINT, "POINTOPOINT");
    words.put(LinkFlags.RUNNING, "RUNNING");
    words.put(LinkFlags.NOARP, "NOARP");
    words.put(LinkFlags.PROMISC, "PROMISC");
    words.put(LinkFlags.ALLMULTI, "ALLMULTI");
    words.put(LinkFlags.SLAVE, "SLAVE");
    words.put(LinkFlags.MASTER, "MASTER");
    words.put(LinkFlags.MULTICAST, "MULTICAST");
    return words;
  }

  private static Map<Integer, String> letters() {
    Map<Integer, String> letters = new LinkedHashMap<>();
    letters.put(LinkFlags.ALLMULTI, "A");
    letters.put(LinkFlags.BROADCAST, "B");
    letters.put(LinkFlags.LOOPBACK, "L");
    letters.put(LinkFlags.MULTICAST, "M");
    letters.put(LinkFlags.PROMISC, "P");
    letters.put(LinkFlags.NOARP, "O");
    letters.put(LinkFlags.POINTOPOINT, "P");
    letters.put(LinkFlags.SLAVE, "s");
    letters.put(LinkFlags.MASTER, "m");
    letters.put(LinkFlags.RUNNING, "R");
    letters.put(LinkFlags.UP, "U");
    return letters;
  }

  static void printLong(Tool tool, Interface iface) {
    LinkView link = iface.link();
    StringJoiner words = new StringJoiner(",", "<", ">");
    WORDS.forEach((flag, word) -> {
      if (link.has(flag)) {
        words.add(word);
      }
    });
    tool.print("%s: flags=%d%s  mtu %d\n", iface.name(), (short) link.flags(), words, link.mtu());
    printAddress(tool, iface);
    boolean loopback = link.kind() instanceof LinkKind.Loopback;
    String hardware = loopback ? "loop" : "ether " + link.address();
    String title = loopback ? "Local Loopback" : "Ethernet";
    tool.print("        %s  txqueuelen %d  (%s)\n", hardware, link.txQueueLength(), title);
    if (!iface.isAlias()) {
      printStats(tool, link.stats());
    }
    tool.print("\n");
  }

  private static void printAddress(Tool tool, Interface iface) {
    iface
        .address()
        .ifPresent(address -> {
          Ip4 local = address.local().address();
          tool.print("        inet %s  netmask %s", local, address.local().mask());
          if (iface.has(LinkFlags.BROADCAST)) {
            tool.print("  broadcast %s", address.broadcast().orElse(Ip4.ANY));
          }
          if (iface.has(LinkFlags.POINTOPOINT)) {
            tool.print("  destination %s", address.peer().orElse(local));
          }
          tool.print("\n");
        });
  }

  private static void printStats(Tool tool, LinkStats stats) {
    tool.print(
        "        RX packets %d  bytes %d (%s)\n",
        stats.rxPackets(), stats.rxBytes(), size(stats.rxBytes()));
    tool.print(
        "        RX errors %d  dropped %d  overruns 0  frame 0\n",
        stats.rxErrors(), stats.rxDropped());
    tool.print(
        "        TX packets %d  bytes %d (%s)\n",
        stats.txPackets(), stats.txBytes(), size(stats.txBytes()));
    tool.print(
        "        TX errors %d  dropped %d overruns 0  carrier %d  collisions %d\n",
        stats.txErrors(), stats.txDropped(), stats.txCarrier(), stats.collisions());
  }

  private static String size(long bytes) {
    int unit = -1;
    while (unit + 1 < UNITS.length && bytes > 1L << 10 * (unit + 2)) {
      unit++;
    }
    long tenths = (bytes * 10) >> 10 * (unit + 1);
    return tenths / 10 + "." + tenths % 10 + " " + (unit < 0 ? "B" : UNITS[unit]);
  }

  static void printShort(Tool tool, Interface iface) {
    LinkView link = iface.link();
    tool.print("%-15.15s %5d ", iface.name(), link.mtu());
    if (iface.isAlias()) {
      tool.print("%-56s", "     - no statistics available -");
    } else {
      LinkStats s = link.stats();
      tool.print("%8d %6d %6d %-6d ", s.rxPackets(), s.rxErrors(), s.rxDropped(), 0);
      tool.print("%8d %6d %6d %6d ", s.txPackets(), s.txErrors(), s.txDropped(), 0);
    }
    StringBuilder flags = new StringBuilder();
    LETTERS.forEach((flag, letter) -> {
      if (link.has(flag)) {
        flags.append(letter);
      }
    });
    tool.print(flags.append('\n').toString());
  }
}
