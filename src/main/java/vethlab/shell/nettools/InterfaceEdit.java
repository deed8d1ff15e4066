package vethlab.shell.nettools;

import java.util.List;
import java.util.Optional;
import vethlab.op.Errno;
import vethlab.op.LinkChange;
import vethlab.op.LinkFlags;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;

/**
 * {@code ifconfig IF WORD…}: each word is done as it is read, a failure is said and the next word
 * is tried. The status has the bits of all failures.
 *
 * <p>Not modelled: the flags debug, dynamic and notrailers, which are taken and forgotten, and
 * inet6.
 */
final class InterfaceEdit {
  private static final int MISUSE = 3;

  private final Tool tool;
  private final String name;
  private List<String> words = List.of();
  private int at = 1;
  private int status;
  private boolean maskGiven;
  private Optional<Ip4> maskAtEnd = Optional.empty();

  InterfaceEdit(Tool tool, String name) {
    this.tool = tool;
    this.name = name;
  }

  int run(List<String> all) {
    words = all;
    if (words.get(at).equals("inet")) {
      at++;
    }
    while (at < words.size()) {
      String word = words.get(at++);
      if (!flagWord(word) && !settingWord(word)) {
        address(word);
      }
    }
    maskAtEnd.ifPresent(mask -> done("SIOCSIFNETMASK", ioctl().netmask(mask)));
    return status;
  }

  private InterfaceIoctl ioctl() {
    return new InterfaceIoctl(tool, name);
  }

  private boolean flagWord(String word) {
    switch (word) {
      case "arp" -> flag(new LinkChange.Arp(true));
      case "-arp" -> flag(new LinkChange.Arp(false));
      case "promisc" -> flag(new LinkChange.Promisc(true));
      case "-promisc" -> {
        flag(new LinkChange.Promisc(false));
        warnIfStill(LinkFlags.PROMISC, "promisc mode... maybe other application is running?");
      }
      case "multicast" -> flag(new LinkChange.Multicast(true));
      case "-multicast" -> {
        flag(new LinkChange.Multicast(false));
        warnIfStill(LinkFlags.MULTICAST, "MULTICAST mode.");
      }
      case "allmulti" -> flag(new LinkChange.AllMulticast(true));
      case "-allmulti" -> {
        flag(new LinkChange.AllMulticast(false));
        warnIfStill(LinkFlags.ALLMULTI, "ALLMULTI mode.");
      }
      case "up" -> flag(new LinkChange.Up());
      case "down" -> flag(new LinkChange.Down());
      case "-broadcast" -> {
        flags(Optional.empty());
        warnIfStill(LinkFlags.BROADCAST, "BROADCAST mode.");
      }
      case "-pointopoint", "-pointtopoint" -> {
        flags(Optional.empty());
        warnIfStill(LinkFlags.POINTOPOINT, "POINTOPOINT mode.");
      }
      case "trailers", "-trailers", "dynamic", "-dynamic" -> flags(Optional.empty());
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean settingWord(String word) {
    switch (word) {
      case "mtu" -> done("SIOCSIFMTU", ioctl().change(new LinkChange.Mtu(number(value()))));
      case "txqueuelen" ->
          done("SIOCSIFTXQLEN", ioctl().change(new LinkChange.TxQueueLength(number(value()))));
      case "name" -> done("SIOCSIFNAME", ioctl().change(new LinkChange.Rename(value())));
      case "broadcast" -> {
        if (at < words.size()) {
          host(value()).ifPresent(ip -> done("SIOCSIFBRDADDR", ioctl().broadcast(ip)));
        }
        flags(Optional.empty());
      }
      case "dstaddr" ->
          host(value()).ifPresent(ip -> done("SIOCSIFDSTADDR", ioctl().destination(ip)));
      case "pointopoint", "pointtopoint" -> {
        if (at < words.size()) {
          host(value()).ifPresent(ip -> done("SIOCSIFDSTADDR", ioctl().destination(ip)));
        }
        flags(Optional.empty());
      }
      case "netmask" -> netmask();
      case "hw" -> hardware();
      case "add" -> host(value()).ifPresent(this::addAlias);
      case "del" -> host(value()).ifPresent(this::deleteAlias);
      case "keepalive", "outfill" -> {
        value();
        String call = word.equals("keepalive") ? "SIOCSKEEPALIVE" : "SIOCSOUTFILL";
        done(call, Optional.of(Errno.EOPNOTSUPP));
      }
      case "mem_start", "io_addr", "irq" -> {
        value();
        done(word + ": SIOCSIFMAP", Optional.of(Errno.EOPNOTSUPP));
      }
      case "inet6", "tunnel" -> throw ToolError.notModelled("ifconfig " + word);
      default -> {
        return false;
      }
    }
    return true;
  }

  private String value() {
    if (at >= words.size()) {
      throw misuse();
    }
    return words.get(at++);
  }

  private static ToolError misuse() {
    return new ToolError(Tool.help("ifconfig-misuse"), MISUSE);
  }

  private static int number(String text) {
    String digits = text.replaceFirst("^([+-]?[0-9]{1,9}).*", "$1");
    return digits.matches("[+-]?[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
  }

  private Optional<Ip4> host(String text) {
    Optional<Ip4> ip = Inet.resolve(tool, text, Inet.Lookup.NET_FIRST).map(Inet.Resolved::ip);
    if (ip.isEmpty()) {
      status |= 1;
    }
    return ip;
  }

  private void done(String call, Optional<Errno> error) {
    error.ifPresent(errno -> {
      tool.say(call + ": " + errno.text() + "\n");
      status |= 1;
    });
  }

  private void flag(LinkChange change) {
    flags(Optional.of(change));
  }

  /** Reads and writes the flags; without a change they are written as they are. */
  private void flags(Optional<LinkChange> change) {
    if (Interface.find(tool, name).isEmpty()) {
      tool.say(name + ": ERROR while getting interface flags: " + Errno.ENODEV.text() + "\n");
      status = -1;
      return;
    }
    Optional<Errno> error =
        change
            .map(c -> ioctl().flag(c))
            .orElseGet(
                () -> name.contains(":") ? ioctl().flag(new LinkChange.Up()) : Optional.empty());
    error.ifPresent(errno -> {
      tool.say("SIOCSIFFLAGS: " + errno.text() + "\n");
      status = -1;
    });
  }

  private void warnIfStill(int flag, String mode) {
    Optional<Interface> found = Interface.find(tool, name);
    if (found.isEmpty()) {
      tool.say(name + ": ERROR while testing interface flags: " + Errno.ENODEV.text() + "\n");
    }
    if (found.filter(i -> i.has(flag)).isPresent()) {
      tool.say("Warning: Interface " + name + " still in " + mode + "\n");
    }
  }

  private void netmask() {
    if (maskGiven) {
      throw misuse();
    }
    host(value())
        .ifPresent(mask -> {
          maskGiven = true;
          done("SIOCSIFNETMASK", ioctl().netmask(mask));
        });
  }

  private void hardware() {
    String type = value();
    if (!type.equals("ether")) {
      throw misuse();
    }
    String text = value();
    Optional<Mac> mac = Ether.parse(text);
    if (mac.isEmpty()) {
      tool.say(text + ": invalid ether address.\n");
      status |= 1;
      return;
    }
    Optional<Errno> error = ioctl().change(new LinkChange.Address(mac.get()));
    if (error.equals(Optional.of(Errno.EBUSY))) {
      tool.say("SIOCSIFHWADDR: " + Errno.EBUSY.text() + " - you may need to down the interface\n");
      status |= 1;
    } else {
      done("SIOCSIFHWADDR", error);
    }
  }

  /** The address of the interface; it is brought up, but an alias that is taken away. */
  private void address(String word) {
    String text = word;
    int slash = word.indexOf('/');
    if (slash >= 0) {
      String length = word.substring(slash + 1);
      if (!length.matches("[0-9]{1,9}") || maskGiven) {
        throw misuse();
      }
      maskAtEnd = Optional.of(Inet.shiftedMask(Integer.parseInt(length)));
      text = word.substring(0, slash);
    }
    Optional<Ip4> ip = host(text);
    if (ip.isEmpty()) {
      throw new ToolError("ifconfig: `--help' gives usage information.\n", 1);
    }
    done("SIOCSIFADDR", ioctl().address(ip.get()));
    boolean takenAway = name.contains(":") && (name.endsWith("-") || ip.get().isAny());
    if (!takenAway) {
      flag(new LinkChange.Up());
    }
  }

  /** The next free alias gets the address with the interface's own mask; failures are not said. */
  private void addAlias(Ip4 ip) {
    Optional<Interface> parent = initialized();
    if (parent.isEmpty() || alias(ip).isPresent()) {
      return;
    }
    int number = 0;
    while (isTaken(name + ":" + number)) {
      number++;
    }
    InterfaceIoctl alias = new InterfaceIoctl(tool, name + ":" + number);
    Ip4 mask = parent.get().address().map(a -> a.local().mask()).orElse(Ip4.ANY);
    Ip4 broadcast = parent.get().address().flatMap(a -> a.broadcast()).orElse(Ip4.ANY);
    if (alias.address(ip).isEmpty() && alias.netmask(mask).isEmpty()) {
      alias.broadcast(broadcast);
    }
  }

  private void deleteAlias(Ip4 ip) {
    if (initialized().isPresent()) {
      alias(ip).ifPresent(i -> new InterfaceIoctl(tool, i.name()).flag(new LinkChange.Down()));
    }
  }

  private Optional<Interface> initialized() {
    Optional<Interface> parent = Interface.find(tool, name);
    if (parent.isEmpty()) {
      tool.say("Interface " + name + " not initialized\n");
      status |= 1;
    }
    return parent;
  }

  private boolean isTaken(String alias) {
    return tool.addresses().stream().anyMatch(a -> a.label().equals(alias));
  }

  private Optional<Interface> alias(Ip4 ip) {
    return Interface.all(tool).stream()
        .filter(i -> i.name().startsWith(name) && i.isAlias())
        .filter(i -> i.address().filter(a -> a.local().address().equals(ip)).isPresent())
        .findFirst();
  }
}
