package vethlab.shell.iproute;

import java.util.Optional;

/** What the options before the object say; each tool reads its own. */
final class Options {

  /** Address families by the words of {@code -family}. */
  enum Family {
    ANY,
    INET,
    INET6,
    LINK,
    BRIDGE,
    MPLS;

    /** The family of a word, {@code ANY} for none. */
    static Family named(String word) {
      return switch (word) {
        case "inet" -> INET;
        case "inet6" -> INET6;
        case "link" -> LINK;
        case "mpls" -> MPLS;
        case "bridge" -> BRIDGE;
        default -> ANY;
      };
    }

    /** The word for messages. */
    String word() {
      return this == ANY ? "any valid" : name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  Family family = Family.ANY;
  int statistics;
  int details;
  int jsonLevel;
  int pretty;
  int oneLine;
  int brief;
  int human;
  int iec;
  int numeric;
  int force;
  int compressVlans;
  boolean all;
  boolean color;
  Optional<String> batch = Optional.empty();

  boolean json() {
    return jsonLevel > 0;
  }

  JsonWriter.Layout layout() {
    return pretty > 0 ? JsonWriter.Layout.PRETTY : JsonWriter.Layout.COMPACT;
  }

  boolean color() {
    return color && !json();
  }

  boolean stats() {
    return statistics > 0;
  }

  boolean detailed() {
    return details > 0;
  }

  boolean isBrief() {
    return brief > 0;
  }

  String lineEnd() {
    return oneLine > 0 ? "\\" : "\n";
  }
}
