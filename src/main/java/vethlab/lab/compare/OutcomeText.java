package vethlab.lab.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a script printed, without what varies from run to run: times, random ids and addresses. */
public final class OutcomeText {
  private record Rule(Pattern pattern, Function<MatchResult, String> replacement) {}

  private final Map<String, Integer> macs = new LinkedHashMap<>();
  private final Map<String, Integer> ports = new LinkedHashMap<>();
  private final List<Rule> rules = new ArrayList<>();

  private OutcomeText() {
    rule("\\b([0-9a-fA-F]{2}:){5}[0-9a-fA-F]{2}\\b", m -> mac(m.group().toLowerCase(Locale.ROOT)));
    rule("time[=<] ?[\\d.]+ ?ms", m -> "time=T");
    rule("\\btime \\d+ms", m -> "time T");
    rule("^rtt .*", m -> "rtt T");
    rule("\\bipg/ewma .*", m -> "ipg T");
    rule("\\b\\d\\d:\\d\\d:\\d\\d\\.\\d{3,9}\\b", m -> "T");
    rule("\\b[\\d.]+ ?(ms|msec|usec)\\b", m -> "T ms");
    rule("\\b((?:sport|dport)=)(\\d+)", m -> m.group(1) + port(m.group(2)));
    rule("^(icmp|udp|tcp|unknown)(\\s+\\d+) \\d+ ", m -> m.group(1) + m.group(2) + " T ");
    rule("\\bexpires \\d+sec", m -> "expires T");
    rule("\\bid=\\d+", m -> "id=#");
    rule("\\bid \\d+, seq", m -> "id #, seq");
    rule("\\bsecctx=\\S+ ", m -> "");
    rule("^# (Generated|Completed) .*", m -> "# " + m.group(1));
    rule("\\[\\d+:\\d+\\]", m -> "[N:N]");
    rule(", pipe \\d+", m -> "");
    rule(" use \\d+$| use=\\d+", m -> "");
    rule("[ \\t]+$", m -> "");
    rule("^\\S*(?:line \\d+|kernel-run\\S*): ", m -> "");
  }

  /** The lines of {@code printed}, then the status. */
  public static String of(String printed, int status) {
    OutcomeText text = new OutcomeText();
    StringBuilder all = new StringBuilder();
    printed.lines().forEach(line -> all.append(text.line(line)).append('\n'));
    return all.append("exit ").append(status).append('\n').toString();
  }

  private void rule(String pattern, Function<MatchResult, String> replacement) {
    rules.add(new Rule(Pattern.compile(pattern), replacement));
  }

  private String line(String line) {
    String text = line;
    for (Rule rule : rules) {
      text =
          rule.pattern()
              .matcher(text)
              .replaceAll(
                  m -> java.util.regex.Matcher.quoteReplacement(rule.replacement().apply(m)));
    }
    return text;
  }

  /** Addresses that were given out in order stay; random ones are numbered as they appear. */
  private String mac(String mac) {
    boolean known =
        mac.startsWith("02:00:00:00:")
            || mac.equals("ff:ff:ff:ff:ff:ff")
            || mac.equals("00:00:00:00:00:00")
            || mac.startsWith("01:00:5e")
            || mac.startsWith("33:33:00");
    return known ? mac : "mac#" + number(macs, mac);
  }

  private String port(String port) {
    return port.length() < 7 && Integer.parseInt(port) >= 32768 ? "#" + number(ports, port) : port;
  }

  static int number(Map<String, Integer> seen, String value) {
    Integer known = seen.get(value);
    if (known != null) {
      return known;
    }
    seen.put(value, seen.size() + 1);
    return seen.size();
  }
}
