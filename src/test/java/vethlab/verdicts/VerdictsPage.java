package vethlab.verdicts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import vethlab.sim.trace.DropReason;

/**
 * docs/verdicts.md: every reason a step can give, with its condition, the outcomes that scripts
 * have provoked, the kernel function, and the class that decides. Run it to write the page.
 */
final class VerdictsPage {
  static final Path PAGE = Path.of("docs/verdicts.md");
  private static final Path SOURCES = Path.of("src/main/java/vethlab/sim");
  private static final Map<String, String> ROOMS = new TreeMap<>();

  static {
    ROOMS.put("arp", "ARP");
    ROOMS.put("bridge", "The bridge");
    ROOMS.put("dev", "Devices");
    ROOMS.put("dummy", "dummy");
    ROOMS.put("icmp", "ICMP");
    ROOMS.put("ip", "IPv4");
    ROOMS.put("ipvlan", "ipvlan");
    ROOMS.put("macvlan", "macvlan");
    ROOMS.put("neigh", "Neighbours");
    ROOMS.put("netem", "netem");
    ROOMS.put("nf", "Netfilter");
    ROOMS.put("route", "Routes");
    ROOMS.put("socket", "Sockets");
    ROOMS.put("tcp", "TCP");
    ROOMS.put("udp", "UDP");
    ROOMS.put("veth", "veth");
    ROOMS.put("vlan", "VLAN");
    ROOMS.put("vrf", "vrf");
    ROOMS.put("vxlan", "VXLAN");
  }

  private final SortedMap<String, String> sentences;
  private final SortedMap<String, String> conditions;
  private final Provoked provoked;
  private final Map<Path, String> sources = new TreeMap<>();

  VerdictsPage(Provoked provoked) throws IOException {
    this.provoked = provoked;
    sentences = bundle("/vethlab/sim/why.properties");
    conditions = bundle("/vethlab/verdicts/conditions.properties");
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        sources.put(file, Files.readString(file));
      }
    }
  }

  /** All scripts that provoke: those made for it, and the crafted frames. */
  static Provoked provoked() throws IOException {
    Provoked provoked = new Provoked();
    for (Path script : Provoked.scripts(Path.of("src/test/verdicts"))) {
      provoked.run(script);
    }
    Crafted.ALL.forEach(provoked::run);
    return provoked;
  }

  Set<String> reasons() {
    return sentences.keySet();
  }

  Set<String> conditions() {
    return conditions.keySet();
  }

  /** The simulator's classes that give a reason. */
  List<String> classes(String key) {
    List<String> found = new ArrayList<>();
    sources.forEach((file, text) -> {
      if (text.contains('"' + key + '"')) {
        String path = SOURCES.relativize(file).toString();
        found.add(path.replace(".java", "").replace('/', '.'));
      }
    });
    return found;
  }

  String text() {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    String room = "";
    for (String key : sentences.keySet()) {
      String own = key.substring(0, key.indexOf('.'));
      if (!own.equals(room)) {
        room = own;
        page.append("\n## ").append(ROOMS.get(room)).append("\n\n");
        page.append(
            "| reason | condition | verdict, kernel function | decided in |\n|---|---|---|---|\n");
      }
      page.append(row(key));
    }
    return page.append(drops()).toString();
  }

  private String row(String key) {
    List<String> outcomes = new ArrayList<>();
    for (Provoked.Outcome outcome : provoked.outcomes().getOrDefault(key, new TreeSet<>())) {
      outcomes.add(outcome.verdict() + " `" + outcome.function() + "`");
    }
    return String.format(
        Locale.ROOT,
        "| `%s` | %s | %s | %s |%n",
        key,
        conditions.getOrDefault(key, "").replace("|", "\\|"),
        String.join("<br>", outcomes),
        String.join("<br>", classes(key)));
  }

  private String drops() {
    StringBuilder text =
        new StringBuilder("\n## Drop reasons\n\n| `skb_drop_reason` | given for |\n|---|---|\n");
    byDrop()
        .forEach((reason, keys) ->
            text.append("| `")
                .append(reason)
                .append("` | `")
                .append(String.join("`, `", keys))
                .append("` |\n"));
    return text.toString();
  }

  /** The reasons that led to each drop reason of the kernel. */
  Map<DropReason, Set<String>> byDrop() {
    Map<DropReason, Set<String>> by = new EnumMap<>(DropReason.class);
    provoked
        .outcomes()
        .forEach((key, outcomes) -> {
          for (Provoked.Outcome outcome : outcomes) {
            if (outcome.verdict().startsWith(Provoked.DROPPED)) {
              DropReason reason =
                  DropReason.valueOf(outcome.verdict().substring(Provoked.DROPPED.length()));
              by.computeIfAbsent(reason, r -> new TreeSet<>()).add(key);
            }
          }
        });
    return by;
  }

  private static SortedMap<String, String> bundle(String name) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = VerdictsPage.class.getResourceAsStream(name)) {
      properties.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
    }
    SortedMap<String, String> sorted = new TreeMap<>();
    properties.forEach((key, value) -> sorted.put(key.toString(), value.toString()));
    return sorted;
  }

  private static final String INTRODUCTION =
      """
      # Verdicts

      Every reason that a step can give: its exact condition, how the packet left the stage with it, the kernel function
      it stands for and the class that decides. "lost" is the reason why a row that was looked at did not decide. The
      sentences are in `src/main/resources/vethlab/sim/why.properties`.

      This page is made from what the scripts in `src/test/verdicts` and a few crafted frames provoke,
      by `vethlab.verdicts.VerdictsPage`; `VerdictsTest` fails when a reason, a drop reason or a verdict has no
      row here, no condition, or nothing that provokes it.
      """;

  public static void main(String[] args) throws IOException {
    Files.writeString(PAGE, new VerdictsPage(provoked()).text());
  }
}
