package vethlab.shell.conntrack;

import java.util.Locale;
import java.util.function.Consumer;

/** The argument of --status: conntrack.c parse_parameter_mask. */
final class Status {
  private Status() {}

  static void parse(String value, Request request, Consumer<String> warnings) {
    boolean meant = false;
    for (String word : value.split(",", -1)) {
      meant |= one(word.toUpperCase(Locale.ROOT), word, request, warnings);
    }
    if (!meant) {
      throw Mistake.other("Operation failed: invalid parameters");
    }
  }

  private static boolean one(String name, String word, Request request, Consumer<String> warnings) {
    switch (name) {
      case "ASSURED" -> request.also(v -> v.assured());
      case "SEEN_REPLY" -> request.also(v -> v.seenReply());
      case "UNREPLIED" -> request.also(v -> !v.seenReply());
      case "EXPECTED", "FIXED_TIMEOUT" -> request.also(v -> false);
      case "UNSET" -> {
        return false;
      }
      case "SRC_NAT", "DST_NAT" -> {
        String better = name.equals("SRC_NAT") ? "--src-nat" : "--dst-nat";
        warnings.accept("WARNING: ignoring " + name + ", use " + better + " instead");
        return false;
      }
      default -> throw Mistake.parameter("Bad parameter `" + word + "'");
    }
    return true;
  }
}
