package vethlab.sim.netdev;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import vethlab.op.Errno;
import vethlab.sim.Netns;
import vethlab.sim.World;

/** Which names a link may have: net/core/dev.c dev_valid_name, __dev_alloc_name. */
final class LinkNames {
  /** IFNAMSIZ with its closing zero. */
  private static final int SIZE = 16;

  private static final int MOST = 8 * 4096;

  private LinkNames() {}

  static boolean valid(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    if (bytes.length == 0 || bytes.length >= SIZE || name.equals(".") || name.equals("..")) {
      return false;
    }
    for (byte b : bytes) {
      if (b == '/' || b == ':' || isSpace(b & 0xff)) {
        return false;
      }
    }
    return true;
  }

  /** The kernel's isspace knows Latin-1's no-break space too. */
  private static boolean isSpace(int b) {
    return b == ' ' || (b >= 9 && b <= 13) || b == 0xa0;
  }

  /** dev_get_valid_name: the name itself if it is free, or the first free one of a pattern. */
  static String get(World world, Netns netns, String wanted) throws Refusal {
    if (!valid(wanted) || isSysctlDirectory(wanted)) {
      throw new Refusal(Errno.EINVAL);
    }
    int percent = wanted.indexOf('%');
    if (percent >= 0) {
      return fromPattern(world, netns, wanted, percent);
    }
    if (world.device(netns, wanted).isPresent()) {
      throw new Refusal(Errno.EEXIST);
    }
    return wanted;
  }

  /** devinet_sysctl_register: these directories of net.ipv4.conf are taken. */
  private static boolean isSysctlDirectory(String name) {
    return name.equals("all") || name.equals("default");
  }

  private static String fromPattern(World world, Netns netns, String pattern, int percent)
      throws Refusal {
    String before = pattern.substring(0, percent);
    String rest = pattern.substring(percent + 1);
    if (!rest.startsWith("d") || rest.indexOf('%') >= 0) {
      throw new Refusal(Errno.EINVAL);
    }
    String after = rest.substring(1);
    BitSet used = new BitSet();
    for (int i = 0; i < netns.devices.size(); i++) {
      int number = number(world.device(netns.devices.id(i)).name, before, after);
      if (number >= 0) {
        used.set(number);
      }
    }
    int free = used.nextClearBit(0);
    String name = before + free + after;
    if (free >= MOST || name.getBytes(StandardCharsets.UTF_8).length >= SIZE) {
      throw new Refusal(Errno.ENFILE);
    }
    return name;
  }

  /** Which number of the pattern the name is, -1 if none. */
  private static int number(String name, String before, String after) {
    int end = name.length() - after.length();
    if (end <= before.length()
        || end - before.length() > 5
        || !name.startsWith(before)
        || !name.endsWith(after)) {
      return -1;
    }
    int number = 0;
    for (int i = before.length(); i < end; i++) {
      int digit = name.charAt(i) - '0';
      if (digit < 0 || digit > 9 || (digit == 0 && number == 0 && end - before.length() > 1)) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number < MOST ? number : -1;
  }
}
