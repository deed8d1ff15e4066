package vethlab.op.iptables;

import java.util.List;

/**
 * One rule: what must match, and what is done then. Two rules are equal when iptables -D would take
 * one for the other: the counters don't matter.
 */
public record IptRule(IpMatch ip, List<Match> matches, Target target, long packets, long bytes) {

  public IptRule {
    matches = List.copyOf(matches);
  }

  public IptRule(IpMatch ip, List<Match> matches, Target target) {
    this(ip, matches, target, 0, 0);
  }

  public IptRule counting(long packets, long bytes) {
    return new IptRule(ip, matches, target, packets, bytes);
  }

  /** As iptables -S prints it, without {@code -A CHAIN}. */
  public String text() {
    return text("");
  }

  /** The same with the counters where iptables -S -v prints them. */
  public String textWithCounters() {
    return text(" -c " + Long.toUnsignedString(packets) + " " + Long.toUnsignedString(bytes));
  }

  private String text(String counters) {
    StringBuilder text = new StringBuilder(ip.text());
    for (Match match : matches) {
      text.append(" -m ").append(match.name()).append(MatchText.options(match));
    }
    text.append(counters).append(TargetText.of(target));
    return text.isEmpty() ? "" : text.substring(1);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IptRule that
        && ip.equals(that.ip)
        && matches.equals(that.matches)
        && target.equals(that.target);
  }

  @Override
  public int hashCode() {
    return (ip.hashCode() * 31 + matches.hashCode()) * 31 + target.hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
