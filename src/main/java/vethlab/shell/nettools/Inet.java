package vethlab.shell.nettools;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vethlab.shell.FileException;
import vethlab.wire.Ip4;
import vethlab.wire.Prefix;

/** IPv4 addresses as net-tools read them. */
final class Inet {

  /** Whether the word means a net or a host. */
  enum Form {
    NET,
    HOST
  }

  record Resolved(Ip4 ip, Form form) {}

  /** How a name is looked for, which decides what is said of one that is not found. */
  enum Lookup {
    HOST_FIRST,
    NET_FIRST
  }

  private Inet() {}

  /** An address, {@code default}, or a name of /etc/hosts; empty after a complaint. */
  static Optional<Resolved> resolve(Tool tool, String text, Lookup lookup) {
    if (text.equals("default")) {
      return Optional.of(new Resolved(Ip4.ANY, Form.NET));
    }
    Optional<Ip4> ip = aton(text);
    if (ip.isEmpty()) {
      ip = host(tool, text);
    }
    if (ip.isEmpty()) {
      boolean unknown = lookup == Lookup.HOST_FIRST || text.matches("[0-9.]*");
      tool.say(text + ": " + (unknown ? "Unknown host" : "Host name lookup failure") + "\n");
    }
    return ip.map(address -> new Resolved(address, Form.HOST));
  }

  /** As inet_aton: one to four numbers, the last of which fills what remains. */
  static Optional<Ip4> aton(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length > 4) {
      return Optional.empty();
    }
    long bits = 0;
    for (int i = 0; i < parts.length; i++) {
      int width = i == parts.length - 1 ? 8 * (5 - parts.length) : 8;
      Optional<Long> n = number(parts[i]);
      if (n.isEmpty() || n.get() >= 1L << width) {
        return Optional.empty();
      }
      bits = bits << width | n.get();
    }
    return Optional.of(new Ip4((int) bits));
  }

  private static Optional<Long> number(String text) {
    try {
      if (text.matches("0[xX][0-9a-fA-F]{1,8}")) {
        return Optional.of(Long.parseLong(text.substring(2), 16));
      }
      if (text.matches("0[0-7]{1,11}")) {
        return Optional.of(Long.parseLong(text, 8));
      }
      return text.matches("[0-9]{1,10}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Ip4> host(Tool tool, String name) {
    if (name.equals("localhost")) {
      return Optional.of(Ip4.LOOPBACK);
    }
    return hosts(tool).stream()
        .filter(words -> words.subList(1, words.size()).contains(name))
        .findFirst()
        .flatMap(words -> aton(words.getFirst()));
  }

  /** The name of an address in /etc/hosts. */
  static Optional<String> nameOf(Tool tool, Ip4 ip) {
    return hosts(tool).stream()
        .filter(words -> words.getFirst().equals(ip.toString()))
        .map(words -> words.get(1))
        .findFirst();
  }

  /** The lines of /etc/hosts in words: an address and one name or more. */
  private static List<List<String>> hosts(Tool tool) {
    try {
      return tool.call()
          .files()
          .read("/etc/hosts")
          .lines()
          .map(line -> List.of(line.replaceFirst("#.*", "").strip().split("\\s+")))
          .filter(words -> words.size() > 1 && !words.getFirst().contains(":"))
          .toList();
    } catch (FileException e) {
      return List.of();
    }
  }

  /** The length of a class A, B or C net; empty where an address may not be set. */
  static OptionalInt classLength(Ip4 ip) {
    int first = ip.bits() >>> 24;
    if (ip.isZeroNet() || ip.isLimitedBroadcast()) {
      return OptionalInt.of(0);
    }
    if (first < 128) {
      return OptionalInt.of(8);
    }
    if (first < 192) {
      return OptionalInt.of(16);
    }
    if (first < 224) {
      return OptionalInt.of(24);
    }
    return first < 240 ? OptionalInt.empty() : OptionalInt.of(32);
  }

  /** The mask for a typed length: it is made by a shift, in which 32 is as good as 0. */
  static Ip4 shiftedMask(int length) {
    return new Prefix(Ip4.ANY, length & 31).mask();
  }
}
