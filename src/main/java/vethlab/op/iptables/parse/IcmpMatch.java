package vethlab.op.iptables.parse;

import static vethlab.op.iptables.parse.IptablesException.parameter;

import java.util.List;
import java.util.Optional;
import vethlab.op.iptables.IcmpType;
import vethlab.op.iptables.Is;
import vethlab.op.iptables.Match;
import vethlab.op.iptables.Span;

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
    List<IcmpType.Named> found =
        IcmpType.NAMES.stream()
            .filter(n -> n.name().regionMatches(true, 0, text, 0, text.length()))
            .toList();
    if (found.size() > 1) {
      throw parameter(
          "Ambiguous ICMP type `%s': `%s' or `%s'?",
          text, found.get(0).name(), found.get(1).name());
    }
    return found.isEmpty() ? byNumber(text) : found.getFirst().type();
  }

  private static IcmpType byNumber(String text) {
    Numbers type = Numbers.at(text).orElseThrow(() -> parameter("Unknown ICMP type `%s'", text));
    String rest = type.rest();
    Span codes = new Span(0, 255);
    if (rest.startsWith("/")) {
      Numbers code =
          Numbers.at(rest.substring(1))
              .orElseThrow(() -> parameter("Unknown ICMP code `%s'", text));
      codes = code.span();
      rest = code.rest();
    }
    if (!rest.isEmpty()) {
      throw parameter("unknown character %c", rest.charAt(0));
    }
    if (!type.span().isSingle()) {
      throw parameter("ICMP type range not supported");
    }
    return new IcmpType((int) type.span().first(), (int) codes.first(), (int) codes.last());
  }

  /** {@code 3} or {@code 3:5} at the start of a text, and what follows. */
  private record Numbers(Span span, String rest) {
    static Optional<Numbers> at(String text) {
      Number first = Number.at(text, 0, 255);
      if (!first.valid()) {
        return Optional.empty();
      }
      String rest = text.substring(first.end());
      if (!rest.startsWith(":")) {
        return Optional.of(new Numbers(Span.of(first.value()), rest));
      }
      Number last = Number.at(rest.substring(1), 0, 255);
      return last.valid()
          ? Optional.of(
              new Numbers(new Span(first.value(), last.value()), rest.substring(1 + last.end())))
          : Optional.empty();
    }
  }

  @Override
  Match match() {
    return new Match.Icmp(type);
  }
}
