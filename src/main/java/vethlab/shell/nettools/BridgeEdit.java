package vethlab.shell.nettools;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vethlab.op.BridgeAttr;
import vethlab.op.Errno;
import vethlab.op.LinkChange;
import vethlab.op.LinkFlags;
import vethlab.op.LinkKind;
import vethlab.op.Op;
import vethlab.op.PortAttr;
import vethlab.op.Result;
import vethlab.op.view.LinkView;

/**
 * The commands of brctl that change bridges.
 *
 * <p>Mirrors br_ioctl.c: what the ioctls refuse before netlink's way would is asked here.
 */
final class BridgeEdit {
  private static final Pattern NUMBER = Pattern.compile("\\s*([+-]?)(0[xX][0-9a-fA-F]+|[0-9]+).*");

  private BridgeEdit() {}

  static int add(Tool tool, List<String> words) {
    String name = words.getFirst();
    String cut = name.length() > 15 ? name.substring(0, 15) : name;
    Optional<Errno> error =
        apply(tool, new Op.LinkAdd(tool.ns(), cut, new LinkKind.Bridge(List.of()), List.of()));
    return error
        .map(errno ->
            fail(
                tool,
                errno == Errno.EEXIST
                    ? "device "
                        + name
                        + " already exists; can't create bridge with the same"
                        + " name"
                    : "add bridge failed: " + errno.text()))
        .orElse(0);
  }

  static int delete(Tool tool, List<String> words) {
    String name = words.getFirst();
    Optional<LinkView> link = tool.link(name);
    if (link.isEmpty()) {
      return fail(tool, "bridge " + name + " doesn't exist; can't delete it");
    }
    if (!isBridge(link.get())) {
      return fail(tool, "can't delete bridge " + name + ": " + Errno.EPERM.text());
    }
    if (link.get().has(LinkFlags.UP)) {
      return fail(tool, "bridge " + name + " is still up; can't delete it");
    }
    return apply(tool, new Op.LinkDel(tool.ns(), name))
        .map(errno -> fail(tool, "can't delete bridge " + name + ": " + errno.text()))
        .orElse(0);
  }

  static int addPorts(Tool tool, List<String> words) {
    String bridge = words.getFirst();
    for (String name : words.subList(1, words.size())) {
      Optional<Errno> error = addPort(tool, bridge, name);
      if (error.isPresent()) {
        return fail(
            tool,
            switch (error.get()) {
              case ENODEV -> missing(tool, bridge, name);
              case EBUSY ->
                  "device "
                      + name
                      + " is already a member of a bridge; can't add it to bridge "
                      + bridge
                      + ".";
              case ELOOP ->
                  "device "
                      + name
                      + " is a bridge device itself; can't add a bridge device to a"
                      + " bridge device.";
              default -> "can't add " + name + " to bridge " + bridge + ": " + error.get().text();
            });
      }
    }
    return 0;
  }

  private static Optional<Errno> addPort(Tool tool, String bridge, String name) {
    Optional<LinkView> port = tool.link(name);
    Optional<LinkView> master = tool.link(bridge);
    if (port.isEmpty() || master.isEmpty()) {
      return Optional.of(Errno.ENODEV);
    }
    if (!isBridge(master.get())) {
      return Optional.of(Errno.EOPNOTSUPP);
    }
    if (port.get().kind() instanceof LinkKind.Loopback) {
      return Optional.of(Errno.EINVAL);
    }
    if (isBridge(port.get())) {
      return Optional.of(Errno.ELOOP);
    }
    if (!port.get().master().isEmpty()) {
      return Optional.of(Errno.EBUSY);
    }
    return apply(tool, new Op.LinkSet(tool.ns(), name, List.of(new LinkChange.Master(bridge))));
  }

  static int deletePorts(Tool tool, List<String> words) {
    String bridge = words.getFirst();
    for (String name : words.subList(1, words.size())) {
      Optional<LinkView> port = tool.link(name);
      Optional<LinkView> master = tool.link(bridge);
      if (port.isEmpty() || master.isEmpty()) {
        return fail(tool, missing(tool, bridge, name));
      }
      if (!isBridge(master.get())) {
        return fail(
            tool, "can't delete " + name + " from " + bridge + ": " + Errno.EOPNOTSUPP.text());
      }
      if (!port.get().master().equals(bridge)) {
        return fail(tool, "device " + name + " is not a port of " + bridge);
      }
      apply(tool, new Op.LinkSet(tool.ns(), name, List.of(new LinkChange.NoMaster())));
    }
    return 0;
  }

  private static String missing(Tool tool, String bridge, String name) {
    return tool.link(name).isEmpty()
        ? "interface " + name + " does not exist!"
        : "bridge " + bridge + " does not exist!";
  }

  static int hairpin(Tool tool, List<String> words) {
    String bridge = words.get(0);
    String port = words.get(1);
    Optional<Boolean> on = onOff(words.get(2));
    if (on.isEmpty()) {
      return fail(tool, "expect on/off for argument");
    }
    if (tool.link(port).isEmpty() || tool.link(bridge).isEmpty()) {
      return fail(tool, missing(tool, bridge, port));
    }
    return setPort(tool, bridge, port, PortAttr.HAIRPIN, on.get() ? 1 : 0)
        .map(errno ->
            fail(
                tool,
                "can't set " + port + " to hairpin on bridge " + bridge + ": " + errno.text()))
        .orElse(0);
  }

  static int bridgePriority(Tool tool, List<String> words) {
    Optional<Long> priority = number(words.get(1));
    if (priority.isEmpty()) {
      return fail(tool, "bad priority");
    }
    return setBridge(
        tool, words.getFirst(), BridgeAttr.PRIORITY, priority.get(), "set bridge priority");
  }

  static int pathCost(Tool tool, List<String> words) {
    return port(tool, words, PortAttr.COST, "bad path cost value", "set path cost failed: ");
  }

  static int portPriority(Tool tool, List<String> words) {
    return port(
        tool, words, PortAttr.PRIORITY, "bad path priority value", "set port priority failed: ");
  }

  private static int port(
      Tool tool, List<String> words, PortAttr attr, String unread, String refused) {
    Optional<Long> value = number(words.get(2));
    if (value.isEmpty()) {
      return fail(tool, unread);
    }
    return setPort(tool, words.get(0), words.get(1), attr, value.get())
        .map(errno -> fail(tool, refused + errno.text()))
        .orElse(0);
  }

  static int stp(Tool tool, List<String> words) {
    Optional<Boolean> on = onOff(words.get(1));
    if (on.isEmpty()) {
      return fail(tool, "expect on/off for argument");
    }
    return setBridge(
        tool, words.getFirst(), BridgeAttr.STP_STATE, on.get() ? 1 : 0, "set stp status");
  }

  /**
   * @param what what is said to have failed
   */
  static int setBridge(Tool tool, String bridge, BridgeAttr attr, long value, String what) {
    Optional<LinkView> link = tool.link(bridge);
    Optional<Errno> error;
    if (link.isEmpty()) {
      error = Optional.of(Errno.ENODEV);
    } else if (!isBridge(link.get())) {
      error = Optional.of(Errno.EOPNOTSUPP);
    } else {
      error =
          apply(
              tool,
              new Op.LinkSet(
                  tool.ns(), bridge, List.of(new LinkChange.BridgeSetting(attr, value))));
    }
    return error.map(errno -> fail(tool, what + " failed: " + errno.text())).orElse(0);
  }

  /** In /sys/class/net/PORT/brport, whatever bridge it belongs to. */
  private static Optional<Errno> setPort(
      Tool tool, String bridge, String port, PortAttr attr, long value) {
    if (tool.link(port).flatMap(LinkView::port).isEmpty()) {
      Optional<LinkView> master = tool.link(bridge);
      return Optional.of(
          master.isEmpty()
              ? Errno.ENODEV
              : isBridge(master.get()) ? Errno.ENOENT : Errno.EOPNOTSUPP);
    }
    return apply(
        tool, new Op.LinkSet(tool.ns(), port, List.of(new LinkChange.PortSetting(attr, value))));
  }

  static boolean isBridge(LinkView link) {
    return link.bridge().isPresent();
  }

  private static Optional<Boolean> onOff(String word) {
    return switch (word) {
      case "on", "yes", "1" -> Optional.of(true);
      case "off", "no", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** As scanf's %i: decimal, octal or hexadecimal, what follows is not read. */
  private static Optional<Long> number(String text) {
    Matcher number = NUMBER.matcher(text);
    if (!number.matches()) {
      return Optional.empty();
    }
    String digits = number.group(2);
    boolean octal = digits.matches("0[0-7]+");
    long value =
        octal ? Long.parseLong(digits, 8) : Long.decode(digits.replaceFirst("^0+(?=[0-9])", ""));
    return Optional.of(number.group(1).equals("-") ? -value : value);
  }

  private static Optional<Errno> apply(Tool tool, Op op) {
    return tool.apply(op).map(Result.Refused::errno);
  }

  private static int fail(Tool tool, String text) {
    tool.say(text + "\n");
    return 1;
  }
}
