package vethlab.op.iptables.parse;

import static vethlab.op.iptables.parse.IptablesException.parameter;

/** A device's name in a rule. Source: libxtables xtables_parse_interface. */
final class InterfaceName {
  private static final int IFNAMSIZ = 16;

  private InterfaceName() {}

  static String check(String name) {
    if (name.length() + 1 > IFNAMSIZ) {
      throw parameter("interface name `%s' must be shorter than IFNAMSIZ (%d)", name, IFNAMSIZ - 1);
    }
    return name;
  }

  /** Whether iptables warns of the name: no device can have it. */
  static boolean isWeird(String name) {
    return name.indexOf('/') >= 0 || name.indexOf(' ') >= 0;
  }
}
