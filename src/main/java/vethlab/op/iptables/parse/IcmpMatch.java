package vethlab.op.iptables.parse;

import static vethlab.op.iptables.parse.IptablesException.parameter;

import java.util.Locale;
import vethlab.op.iptables.IcmpType;
import vethlab.op.iptables.Is;
import vethlab.op.iptables.Match;

/** Source: iptables libipt_icmp.c, libxt_icmp.h. */
final class IcmpMatch extends MatchExtension {
  private Is<IcmpType> type = Is.equal(IcmpType.ANY);

  IcmpMatch() {
    super("icmp", Opt.arg("icmp-type").must().not());
  }

  @Override
  void take(Opt option, Value value, Entry entry) {
    type = value.is(parse(value.text()));
  }

  private static IcmpType parse(String text) {
    IcmpType.Named found = null;
    for (IcmpType.Named named : IcmpType.NAMES) {
      if (named.name().toLowerCase(Locale.ROOT).startsWith(text.toLowerCase(Locale.ROOT))) {
        if (found != null) {
          throw parameter(
              "Ambiguous ICMP type `%s': `%s' or `%s'?", text, found.name(), named.name());
        }
        found = named;
      }
    }
    return found != null ? found.type() : byNumber(text);
  }

  private static IcmpType byNumber(String text) {
    int[] range = new int[2];
    String rest = range(text, range);
    if (rest == null) {
      throw parameter("Unknown ICMP type `%s'", text);
    }
    int type = range[0];
    boolean several = range[0] != range[1];
    int firstCode = 0;
    int lastCode = 255;
    if (rest.startsWith("/")) {
      rest = range(rest.substring(1), range);
      if (rest == null) {
        throw parameter("Unknown ICMP code `%s'", text);
      }
      firstCode = range[0];
      lastCode = range[1];
    }
    if (!rest.isEmpty()) {
      throw parameter("unknown character %c", rest.charAt(0));
    }
    if (several) {
      throw parameter("ICMP type range not supported");
    }
    return new IcmpType(type, firstCode, lastCode);
  }

  /** Reads {@code 3} or {@code 3:5}; what follows, or null where there is no number. */
  private static String range(String text, int[] range) {
    Number first = Number.at(text, 0, 255);
    if (!first.valid()) {
      return null;
    }
    range[0] = range[1] = (int) first.value();
    String rest = text.substring(first.end());
    if (!rest.startsWith(":")) {
      return rest;
    }
    Number last = Number.at(rest.substring(1), 0, 255);
    range[1] = (int) last.value();
    return last.valid() ? rest.substring(1 + last.end()) : null;
  }

  @Override
  Match match() {
    return new Match.Icmp(type);
  }
}
