package vethlab.app.model;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import vethlab.app.doc.Document;
import vethlab.op.Ns;
import vethlab.op.iptables.BuiltinTable;
import vethlab.op.view.LinkView;
import vethlab.shell.StandardCommands;

/** What Tab makes of a line: commands, their words, interfaces and namespaces. */
public final class Completion {
  private static final java.util.Map<String, List<String>> WORDS =
      java.util.Map.of(
          "ip",
              List.of(
                  "link",
                  "address",
                  "route",
                  "rule",
                  "neighbour",
                  "netns",
                  "addr",
                  "neigh",
                  "add",
                  "delete",
                  "set",
                  "show",
                  "get",
                  "flush",
                  "list",
                  "exec",
                  "dev",
                  "via",
                  "type",
                  "veth",
                  "bridge",
                  "macvlan",
                  "vlan",
                  "vxlan",
                  "dummy",
                  "peer",
                  "name",
                  "netns",
                  "master",
                  "up",
                  "down",
                  "mtu",
                  "default",
                  "table",
                  "-n",
                  "-4",
                  "-d",
                  "-s",
                  "-br",
                  "-j"),
          "bridge", List.of("fdb", "link", "vlan", "show", "add", "del", "dev", "master"),
          "iptables",
              List.of(
                  "-t",
                  "-A",
                  "-I",
                  "-D",
                  "-P",
                  "-F",
                  "-N",
                  "-X",
                  "-L",
                  "-S",
                  "-j",
                  "-i",
                  "-o",
                  "-s",
                  "-d",
                  "-p",
                  "-m",
                  "--dport",
                  "--sport",
                  "--to-destination",
                  "--to-source",
                  "-nvL",
                  "ACCEPT",
                  "DROP",
                  "REJECT",
                  "MASQUERADE",
                  "SNAT",
                  "DNAT",
                  "RETURN",
                  "LOG",
                  "nat",
                  "filter",
                  "mangle",
                  "raw",
                  "conntrack",
                  "--ctstate",
                  "ESTABLISHED,RELATED"),
          "ping", List.of("-c", "-i", "-W", "-s", "-t", "-I"),
          "sysctl", List.of("-w", "-a", "-n"),
          "conntrack", List.of("-L", "-F", "-D", "-p"),
          "tcpdump", List.of("-i", "-n", "-c", "-e"));

  /** The line after completion, and what it could have been. */
  public record Result(String text, int caret, List<String> choices) {}

  private Completion() {}

  public static Result of(Document document, Ns ns, String line, int caret) {
    String before = line.substring(0, caret);
    int start = Math.max(before.lastIndexOf(' '), before.lastIndexOf(';')) + 1;
    String word = before.substring(start);
    List<String> choices = new ArrayList<>();
    for (String candidate : candidates(document, ns, before.substring(0, start))) {
      if (candidate.startsWith(word) && !candidate.equals(word)) {
        choices.add(candidate);
      }
    }
    if (choices.isEmpty()) {
      return new Result(line, caret, choices);
    }
    String common = common(choices);
    String done = choices.size() == 1 ? common + " " : common;
    String text = line.substring(0, start) + done + line.substring(caret);
    return new Result(text, start + done.length(), choices);
  }

  private static TreeSet<String> candidates(Document document, Ns ns, String before) {
    TreeSet<String> all = new TreeSet<>();
    String stripped = before.substring(before.lastIndexOf(';') + 1).strip();
    if (stripped.isEmpty()) {
      all.addAll(StandardCommands.table().names());
      return all;
    }
    String command = stripped.split(" ")[0];
    all.addAll(WORDS.getOrDefault(command, List.of()));
    document.kernel().links(ns).stream().map(LinkView::name).forEach(all::add);
    document.kernel().namespaces().forEach(each -> all.add(each.name()));
    if (command.equals("iptables")) {
      all.addAll(BuiltinTable.HOOK_ORDER);
    }
    if (command.equals("sysctl")) {
      all.addAll(document.kernel().sysctlKeys(ns));
    }
    if (stripped.contains("exec")) {
      all.addAll(StandardCommands.table().names());
    }
    return all;
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
