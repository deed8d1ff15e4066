package vethlab.op.iptables.parse;

import static vethlab.op.iptables.parse.IptablesException.parameter;

import java.util.List;
import java.util.Optional;
import vethlab.op.iptables.AddressSpan;
import vethlab.op.iptables.Is;
import vethlab.op.iptables.Masked;
import vethlab.op.iptables.Match;
import vethlab.op.iptables.Span;
import vethlab.wire.Ip4;

/**
 * Matches on fields of the headers. Sources: iptables libxt_length.c, libipt_ttl.c, libxt_tos.c,
 * libxt_dscp.c, libxt_iprange.c, libxt_tcpmss.c.
 */
final class HeaderMatches {
  private HeaderMatches() {}

  static final class Length extends MatchExtension {
    private Is<Span> length = Is.equal(Span.of(0));

    Length() {
      super("length", Opt.arg("length").must().not());
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      length = value.is(value.span(65535));
    }

    @Override
    Match match() {
      return new Match.Length(length);
    }
  }

  static final class Ttl extends MatchExtension {
    private Match.Ttl match = new Match.Ttl(Match.Comparison.EQUAL, 0);

    Ttl() {
      super(
          "ttl",
          Opt.arg("ttl-lt").without("ttl-gt", "ttl-eq"),
          Opt.arg("ttl-gt").without("ttl-lt", "ttl-eq"),
          Opt.arg("ttl-eq", "ttl").not().without("ttl-lt", "ttl-gt"));
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      Match.Comparison comparison =
          switch (option.name()) {
            case "ttl-lt" -> Match.Comparison.LESS;
            case "ttl-gt" -> Match.Comparison.GREATER;
            default -> value.not() ? Match.Comparison.NOT_EQUAL : Match.Comparison.EQUAL;
          };
      match = new Match.Ttl(comparison, value.number(0, 255));
    }

    @Override
    void check() {
      if (nothingGiven()) {
        throw parameter("TTL match: You must specify one of `--ttl-eq', `--ttl-lt', `--ttl-gt");
      }
    }

    @Override
    Match match() {
      return match;
    }
  }

  static final class Tos extends MatchExtension {
    private Is<Masked> tos = Is.equal(new Masked(0, 0xff));

    Tos() {
      super("tos", Opt.arg("tos").must().not());
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      tos = value.is(TosValue.parse(value.text()));
    }

    @Override
    Match match() {
      return new Match.Tos(tos);
    }
  }

  static final class Dscp extends MatchExtension {
    private Is<Integer> dscp = Is.equal(0);

    Dscp() {
      super(
          "dscp",
          Opt.arg("dscp").not().without("dscp-class"),
          Opt.arg("dscp-class").not().without("dscp"));
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      dscp =
          value.is(
              option.name().equals("dscp")
                  ? value.number(0, 63)
                  : TosValue.dscpClass(value.text()));
    }

    @Override
    void check() {
      if (nothingGiven()) {
        throw parameter("DSCP match: Parameter --dscp is required");
      }
    }

    @Override
    Match match() {
      return new Match.Dscp(dscp);
    }
  }

  static final class IpRange extends MatchExtension {
    private Optional<Is<AddressSpan>> source = Optional.empty();
    private Optional<Is<AddressSpan>> destination = Optional.empty();

    IpRange() {
      super("iprange", Opt.arg("src-range").not(), Opt.arg("dst-range").not());
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      int dash = value.text().indexOf('-');
      String first = dash < 0 ? value.text() : value.text().substring(0, dash);
      String last = dash < 0 ? first : value.text().substring(dash + 1);
      AddressSpan span = new AddressSpan(address(first, value), address(last, value));
      if (option.name().equals("src-range")) {
        source = Optional.of(value.is(span));
      } else {
        destination = Optional.of(value.is(span));
      }
    }

    private static Ip4 address(String text, Value value) {
      return Addresses.numeric(text, false)
          .orElseThrow(() ->
              parameter("iprange: Bad value for \"--%s\" option: \"%s\"", value.option(), text));
    }

    @Override
    void check() {
      if (nothingGiven()) {
        throw parameter("iprange match: You must specify `--src-range' or `--dst-range'");
      }
    }

    @Override
    Match match() {
      return new Match.IpRange(source, destination);
    }
  }

  static final class TcpMss extends MatchExtension {
    private Is<Span> mss = Is.equal(Span.of(0));

    TcpMss() {
      super("tcpmss", Opt.arg("mss").must().not());
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      List<Long> numbers = value.numbers(65535);
      if (numbers.getLast() < numbers.getFirst()) {
        throw parameter("tcpmss: invalid range given");
      }
      mss = value.is(new Span(numbers.getFirst(), numbers.getLast()));
    }

    @Override
    Match match() {
      return new Match.TcpMss(mss);
    }
  }
}
