package vethlab.shell.ss;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The states ss tells apart and its words for sets of them. */
final class States {
  private static final Map<String, String> SHOWN = new LinkedHashMap<>();

  static {
    SHOWN.put("established", "ESTAB");
    SHOWN.put("syn-sent", "SYN-SENT");
    SHOWN.put("syn-recv", "SYN-RECV");
    SHOWN.put("fin-wait-1", "FIN-WAIT-1");
    SHOWN.put("fin-wait-2", "FIN-WAIT-2");
    SHOWN.put("time-wait", "TIME-WAIT");
    SHOWN.put("unconnected", "UNCONN");
    SHOWN.put("close-wait", "CLOSE-WAIT");
    SHOWN.put("last-ack", "LAST-ACK");
    SHOWN.put("listening", "LISTEN");
    SHOWN.put("closing", "CLOSING");
  }

  static final List<String> ALL = List.copyOf(SHOWN.values());
  static final List<String> LISTENING = List.of("LISTEN", "UNCONN");
  static final List<String> USUAL =
      without(ALL, List.of("LISTEN", "UNCONN", "TIME-WAIT", "SYN-RECV"));

  private States() {}

  /** The states a word means. */
  static Optional<List<String>> of(String word) {
    return switch (word) {
      case "all" -> Optional.of(ALL);
      case "closed" -> Optional.of(List.of("UNCONN"));
      case "connected" -> Optional.of(without(ALL, List.of("UNCONN", "LISTEN")));
      case "synchronized" -> Optional.of(without(ALL, List.of("UNCONN", "LISTEN", "SYN-SENT")));
      case "bucket" -> Optional.of(List.of("SYN-RECV", "TIME-WAIT"));
      case "big" -> Optional.of(without(ALL, List.of("SYN-RECV", "TIME-WAIT")));
      default -> {
        String lower = word.toLowerCase(Locale.ROOT);
        Optional<String> own =
            ALL.stream().filter(s -> s.toLowerCase(Locale.ROOT).equals(lower)).findFirst();
        yield Optional.ofNullable(SHOWN.get(lower)).or(() -> own).map(List::of);
      }
    };
  }

  static List<String> without(List<String> all, List<String> some) {
    List<String> rest = new ArrayList<>(all);
    rest.removeAll(some);
    return List.copyOf(rest);
  }

  static List<String> with(List<String> some, List<String> more) {
    List<String> both = new ArrayList<>(some);
    for (String each : more) {
      if (!both.contains(each)) {
        both.add(each);
      }
    }
    return List.copyOf(both);
  }
}
