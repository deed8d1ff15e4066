package vethlab.app.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vethlab.app.doc.Document;
import vethlab.app.model.CompletionWords.Thing;
import vethlab.op.Kernel;
import vethlab.op.Ns;
import vethlab.op.iptables.BuiltinTable;
import vethlab.op.iptables.Ruleset;
import vethlab.op.view.LinkView;
import vethlab.shell.StandardCommands;

/** What Tab makes of a line: commands, their words, interfaces, namespaces and addresses. */
public final class Completion {
  /** Before these a command begins. */
  private static final String SEPARATORS = ";|&(";

  private static final Set<String> PREFIXES = Set.of("sudo", "time", "watch");

  /** The line after completion, and what it could have been. */
  public record Result(String text, int caret, List<String> choices) {}

  private final Kernel kernel;
  private Ns ns;

  private Completion(Kernel kernel, Ns ns) {
    this.kernel = kernel;
    this.ns = ns;
  }

  public static Result of(Document document, Ns ns, String line, int caret) {
    return new Completion(document.kernel(), ns).complete(line, caret);
  }

  private Result complete(String line, int caret) {
    String before = line.substring(0, caret);
    int start = before.length();
    while (start > 0 && !isEdge(before.charAt(start - 1))) {
      start--;
    }
    String word = before.substring(start);
    List<String> choices = new ArrayList<>();
    for (String candidate : candidates(words(before.substring(0, start)), word)) {
      if (candidate.startsWith(word)) {
        choices.add(candidate);
      }
    }
    if (choices.isEmpty()) {
      return new Result(line, caret, choices);
    }
    String common = common(choices);
    String done = choices.size() == 1 ? common + " " : common;
    return new Result(
        line.substring(0, start) + done + line.substring(caret), start + done.length(), choices);
  }

  private static boolean isEdge(char c) {
    return c == ' ' || SEPARATORS.indexOf(c) >= 0;
  }

  /** The words of the command that is being typed, before the one at the caret. */
  private static List<String> words(String before) {
    int start = before.length();
    while (start > 0 && SEPARATORS.indexOf(before.charAt(start - 1)) < 0) {
      start--;
    }
    String command = before.substring(start).strip();
    return command.isEmpty() ? List.of() : List.of(command.split("\\s+"));
  }

  private Set<String> candidates(List<String> typed, String word) {
    List<String> words = inside(typed);
    if (words.isEmpty()) {
      return new TreeSet<>(StandardCommands.table().names());
    }
    String last = words.getLast();
    List<String> choices = CompletionWords.CHOICES.get(last);
    if (choices != null) {
      return new TreeSet<>(choices);
    }
    Set<String> all = new TreeSet<>(own(words));
    Thing thing = CompletionWords.AFTER.get(last);
    if (thing == null) {
      thing = subject(words).orElse(null);
    }
    if (thing != null && !word.startsWith("-")) {
      Set<String> named = named(thing);
      if (CompletionWords.AFTER.containsKey(last) && words.size() > 1 && !named.isEmpty()) {
        return named;
      }
      all.addAll(named);
    }
    return all;
  }

  /** Without sudo and the like, and without {@code ip netns exec NS}, which says where it runs. */
  private List<String> inside(List<String> words) {
    if (words.isEmpty()) {
      return words;
    }
    if (PREFIXES.contains(words.getFirst())) {
      return inside(words.subList(1, words.size()));
    }
    if (words.getFirst().equals("ip") && words.size() > 2 && words.get(1).equals("-n")) {
      enter(words.get(2));
      List<String> rest = new ArrayList<>(words.subList(3, words.size()));
      rest.addFirst("ip");
      return rest;
    }
    boolean exec =
        words.size() > 3
            && words.get(0).equals("ip")
            && words.get(1).equals("netns")
            && words.get(2).equals("exec");
    if (exec) {
      enter(words.get(3));
      return inside(words.subList(4, words.size()));
    }
    return words;
  }

  private void enter(String name) {
    Ns there = Ns.named(name);
    if (kernel.exists(there)) {
      ns = there;
    }
  }

  /** The command's own words: those of its object, where one is named. */
  private static List<String> own(List<String> words) {
    String command = words.getFirst();
    if (words.size() > 1) {
      String object = CompletionWords.FULL.getOrDefault(words.get(1), words.get(1));
      List<String> narrow = CompletionWords.WORDS.get(command + " " + object);
      if (narrow != null) {
        return narrow;
      }
    }
    return CompletionWords.WORDS.getOrDefault(command, List.of());
  }

  /** What a command is about wherever it stands in it. */
  private static Optional<Thing> subject(List<String> words) {
    return switch (words.getFirst()) {
      case "ping", "traceroute", "nc", "arping" -> Optional.of(Thing.ADDRESS);
      case "sysctl" -> Optional.of(Thing.SYSCTL);
      case "brctl", "ifconfig" -> Optional.of(Thing.LINK);
      case "ip" ->
          words.size() > 2 && words.get(1).startsWith("l")
              ? Optional.of(Thing.LINK)
              : words.size() > 2 && words.get(1).equals("netns")
                  ? Optional.of(Thing.NAMESPACE)
                  : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Set<String> named(Thing thing) {
    Set<String> names = new TreeSet<>();
    switch (thing) {
      case LINK -> kernel.links(ns).stream().map(LinkView::name).forEach(names::add);
      case NAMESPACE -> kernel.namespaces().forEach(each -> names.add(each.name()));
      case ADDRESS -> addresses(names);
      case COMMAND -> names.addAll(StandardCommands.table().names());
      case CHAIN -> chains(names);
      case SYSCTL -> names.addAll(kernel.sysctlKeys(ns));
    }
    return names;
  }

  private void addresses(Set<String> names) {
    List<Ns> everywhere = new ArrayList<>(kernel.namespaces());
    everywhere.add(Ns.HOST);
    for (Ns each : everywhere) {
      kernel.addresses(each).stream()
          .map(a -> a.local().address())
          .filter(address -> !address.isLoopback())
          .forEach(address -> names.add(address.toString()));
    }
  }

  private void chains(Set<String> names) {
    names.addAll(BuiltinTable.HOOK_ORDER);
    for (Ruleset.Table table : kernel.iptables(ns).tables()) {
      table.chains().forEach(chain -> names.add(chain.name()));
    }
  }

  private static String common(List<String> words) {
    String first = words.getFirst();
    int length = first.length();
    for (String word : words) {
      int i = 0;
      while (i < Math.min(length, word.length()) && word.charAt(i) == first.charAt(i)) {
        i++;
      }
      length = i;
    }
    return first.substring(0, length);
  }
}
