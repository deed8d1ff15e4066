package vethlab.lab.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A table of a namespace, by the command that prints it, a row a line. */
public enum TableKind {
  LINKS("ip -o -d link show"),
  ADDRESSES("ip -o -4 addr show"),
  ROUTES("ip -4 route show table all"),
  RULES("ip -4 rule show"),
  NEIGHBOURS("ip -4 neigh show"),
  FDB("bridge fdb show"),
  IPTABLES("iptables-save"),
  CONNTRACK("conntrack -L"),
  SYSCTLS("sysctl -a");

  private final String command;

  TableKind(String command) {
    this.command = command;
  }

  public String command() {
    return command;
  }

  /** As checks.yaml has it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> words() {
    return Arrays.stream(values()).map(TableKind::word).toList();
  }

  static Optional<TableKind> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
