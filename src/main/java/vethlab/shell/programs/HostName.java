package vethlab.shell.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.shell.FileException;
import vethlab.shell.Process;
import vethlab.wire.Ip4;

/** Names and addresses as inet_aton(3) and /etc/hosts know them; there is no DNS. */
public final class HostName {
  private HostName() {}

  /** A number as inet_aton takes it: 1 to 4 parts, decimal, octal or hexadecimal. */
  public static Optional<Ip4> numeric(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length > 4) {
      return Optional.empty();
    }
    long value = 0;
    for (int i = 0; i < parts.length; i++) {
      Optional<Long> part = number(parts[i]);
      boolean last = i == parts.length - 1;
      long limit = last ? 1L << 8 * (5 - parts.length) : 256;
      if (part.isEmpty() || part.get() >= limit) {
        return Optional.empty();
      }
      value = last ? value << 8 * (5 - parts.length) | part.get() : value << 8 | part.get();
    }
    return Optional.of(new Ip4((int) value));
  }

  private static Optional<Long> number(String text) {
    try {
      if (text.startsWith("0x") || text.startsWith("0X")) {
        return Optional.of(Long.parseLong(text.substring(2), 16));
      }
      if (text.isEmpty() || !Character.isDigit(text.charAt(0))) {
        return Optional.empty();
      }
      return Optional.of(Long.parseLong(text, text.length() > 1 && text.startsWith("0") ? 8 : 10));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The address of a number or of a name in /etc/hosts. */
  public static Optional<Ip4> resolve(Process process, String name) {
    Optional<Ip4> number = numeric(name);
    if (number.isPresent()) {
      return number;
    }
    for (List<String> line : hosts(process)) {
      if (line.subList(1, line.size()).contains(name)) {
        Optional<Ip4> address = numeric(line.getFirst());
        if (address.isPresent()) {
          return address;
        }
      }
    }
    return name.equals("localhost") ? Optional.of(Ip4.LOOPBACK) : Optional.empty();
  }

  /** Why there is no address: a name that can't be one is not even asked for (EAI_NONAME). */
  public static String unknown(String name) {
    return name.matches("[A-Za-z0-9_.-]+")
        ? "Temporary failure in name resolution"
        : "Name or service not known";
  }

  /** The first name of an address in /etc/hosts. */
  static Optional<String> nameOf(Process process, Ip4 address) {
    for (List<String> line : hosts(process)) {
      if (line.size() > 1 && line.getFirst().equals(address.toString())) {
        return Optional.of(line.get(1));
      }
    }
    return address.equals(Ip4.LOOPBACK) ? Optional.of("localhost") : Optional.empty();
  }

  private static List<List<String>> hosts(Process process) {
    List<List<String>> lines = new ArrayList<>();
    String text;
    try {
      text = process.files().read("/etc/hosts");
    } catch (FileException e) {
      return lines;
    }
    for (String line : text.split("\n")) {
      String bare = line.replaceAll("#.*", "").strip();
      if (!bare.isEmpty()) {
        lines.add(List.of(bare.split("\\s+")));
      }
    }
    return lines;
  }
}
