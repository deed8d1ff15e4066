package vethlab.op.iptables.parse;

import static vethlab.op.iptables.parse.IptablesException.parameter;

import java.util.Locale;
import java.util.Optional;
import vethlab.op.iptables.AddressMask;
import vethlab.op.iptables.ConnStates;
import vethlab.op.iptables.ConnStatus;
import vethlab.op.iptables.Is;
import vethlab.op.iptables.Masked;
import vethlab.op.iptables.Match;
import vethlab.op.iptables.Span;

/** Sources: iptables libxt_conntrack.c, libxt_connmark.c, libxt_connlimit.c, libxt_connbytes.c. */
final class ConntrackMatches {
  private ConntrackMatches() {}

  private static final String[] STATES = {
    "INVALID", "NEW", "ESTABLISHED", "RELATED", "UNTRACKED", "SNAT", "DNAT"
  };
  private static final int[] STATE_BITS = {
    ConnStates.INVALID,
    ConnStates.NEW,
    ConnStates.ESTABLISHED,
    ConnStates.RELATED,
    ConnStates.UNTRACKED,
    ConnStates.SNAT,
    ConnStates.DNAT
  };
  private static final String[] STATUSES = {
    "NONE", "EXPECTED", "SEEN_REPLY", "ASSURED", "CONFIRMED"
  };
  private static final int[] STATUS_BITS = {
    0, ConnStatus.EXPECTED, ConnStatus.SEEN_REPLY, ConnStatus.ASSURED, ConnStatus.CONFIRMED
  };

  /** The bits of a list; each name may be cut short. A complaint shows the list from there on. */
  private static int bits(String list, String[] names, int[] values, int known, String what) {
    int bits = 0;
    String rest = list;
    while (true) {
      int comma = rest.indexOf(',');
      String word = (comma < 0 ? rest : rest.substring(0, comma)).toUpperCase(Locale.ROOT);
      int at = 0;
      while (at < known && !names[at].startsWith(word)) {
        at++;
      }
      if (word.isEmpty() || at == known) {
        throw parameter("Bad %s \"%s\"", what, rest);
      }
      bits |= values[at];
      if (comma < 0) {
        return bits;
      }
      rest = rest.substring(comma + 1);
    }
  }

  static final class State extends MatchExtension {
    private Is<ConnStates> states = Is.equal(new ConnStates(0));

    State() {
      super("state", Opt.arg("state").must().not());
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      if (value.text().isEmpty() || value.text().endsWith(",")) {
        throw parameter(
            "\"--state\" requires a list of states with no spaces, e.g. ESTABLISHED,RELATED");
      }
      states = value.is(new ConnStates(bits(value.text(), STATES, STATE_BITS, 5, "state")));
    }

    @Override
    Match match() {
      return new Match.State(states);
    }
  }

  static final class Conntrack extends MatchExtension {
    private Optional<Is<ConnStates>> states = Optional.empty();
    private Optional<Is<Integer>> protocol = Optional.empty();
    private Optional<Is<AddressMask>> originalSource = Optional.empty();
    private Optional<Is<AddressMask>> originalDestination = Optional.empty();
    private Optional<Is<AddressMask>> replySource = Optional.empty();
    private Optional<Is<AddressMask>> replyDestination = Optional.empty();
    private Optional<Is<Span>> originalSourcePort = Optional.empty();
    private Optional<Is<Span>> originalDestinationPort = Optional.empty();
    private Optional<Is<Span>> replySourcePort = Optional.empty();
    private Optional<Is<Span>> replyDestinationPort = Optional.empty();
    private Optional<Is<ConnStatus>> status = Optional.empty();
    private Optional<Is<Span>> expires = Optional.empty();
    private Optional<Match.Direction> direction = Optional.empty();

    Conntrack() {
      super(
          "conntrack",
          Opt.arg("ctstate").not(),
          Opt.arg("ctproto").not(),
          Opt.arg("ctorigsrc").not(),
          Opt.arg("ctorigdst").not(),
          Opt.arg("ctreplsrc").not(),
          Opt.arg("ctrepldst").not(),
          Opt.arg("ctstatus").not(),
          Opt.arg("ctexpire").not(),
          Opt.arg("ctorigsrcport").not(),
          Opt.arg("ctorigdstport").not(),
          Opt.arg("ctreplsrcport").not(),
          Opt.arg("ctrepldstport").not(),
          Opt.arg("ctdir"));
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      switch (option.name()) {
        case "ctstate" ->
            states =
                Optional.of(
                    value.is(new ConnStates(bits(value.text(), STATES, STATE_BITS, 7, "ctstate"))));
        case "ctproto" -> protocol = Optional.of(value.is(value.protocol()));
        case "ctorigsrc" -> originalSource = Optional.of(value.is(value.hostMask()));
        case "ctorigdst" -> originalDestination = Optional.of(value.is(value.hostMask()));
        case "ctreplsrc" -> replySource = Optional.of(value.is(value.hostMask()));
        case "ctrepldst" -> replyDestination = Optional.of(value.is(value.hostMask()));
        case "ctorigsrcport" -> originalSourcePort = Optional.of(value.is(value.ports()));
        case "ctorigdstport" -> originalDestinationPort = Optional.of(value.is(value.ports()));
        case "ctreplsrcport" -> replySourcePort = Optional.of(value.is(value.ports()));
        case "ctrepldstport" -> replyDestinationPort = Optional.of(value.is(value.ports()));
        case "ctstatus" ->
            status =
                Optional.of(
                    value.is(
                        new ConnStatus(bits(value.text(), STATUSES, STATUS_BITS, 5, "ctstatus"))));
        case "ctexpire" -> expires = Optional.of(value.is(value.span(0xffffffffL)));
        default -> direction = Optional.of(direction(value));
      }
    }

    private static Match.Direction direction(Value value) {
      for (Match.Direction each : Match.Direction.values()) {
        if (each.name().equalsIgnoreCase(value.text())) {
          return each;
        }
      }
      throw value.bad();
    }

    @Override
    void check() {
      if (nothingGiven()) {
        throw parameter("conntrack: At least one option is required");
      }
    }

    @Override
    Match match() {
      return new Match.Conntrack(
          states,
          protocol,
          originalSource,
          originalDestination,
          replySource,
          replyDestination,
          originalSourcePort,
          originalDestinationPort,
          replySourcePort,
          replyDestinationPort,
          status,
          expires,
          direction);
    }
  }

  static final class ConnMark extends MatchExtension {
    private Is<Masked> mark = Is.equal(new Masked(0, 0));

    ConnMark() {
      super("connmark", Opt.arg("mark").must().not());
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      mark = value.is(value.mark());
    }

    @Override
    Match match() {
      return new Match.ConnMark(mark);
    }
  }

  static final class ConnLimit extends MatchExtension {
    private boolean upto;
    private long limit;
    private int prefixLength = 32;
    private Match.Side side = Match.Side.SOURCE;

    ConnLimit() {
      super(
          "connlimit",
          Opt.arg("connlimit-upto").not().without("connlimit-above"),
          Opt.arg("connlimit-above").not().without("connlimit-upto"),
          Opt.arg("connlimit-mask"),
          Opt.flag("connlimit-saddr").without("connlimit-daddr"),
          Opt.flag("connlimit-daddr").without("connlimit-saddr"));
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      switch (option.name()) {
        case "connlimit-upto", "connlimit-above" -> {
          limit = value.number(0, 0xffffffffL);
          upto = option.name().equals("connlimit-upto") != value.not();
        }
        case "connlimit-mask" -> prefixLength = value.prefixLength();
        case "connlimit-saddr" -> side = Match.Side.SOURCE;
        default -> side = Match.Side.DESTINATION;
      }
    }

    @Override
    void check() {
      if (!given("connlimit-upto") && !given("connlimit-above")) {
        throw parameter("You must specify \"--connlimit-above\" or \"--connlimit-upto\".");
      }
    }

    @Override
    Match match() {
      return new Match.ConnLimit(upto, limit, prefixLength, side);
    }
  }

  static final class ConnBytes extends MatchExtension {
    private Is<Span> count = Is.equal(new Span(0, -1));
    private Match.ConnBytes.What what = Match.ConnBytes.What.PACKETS;
    private Match.ConnBytes.Of of = Match.ConnBytes.Of.BOTH;

    ConnBytes() {
      super(
          "connbytes",
          Opt.arg("connbytes").must().not(),
          Opt.arg("connbytes-dir").must(),
          Opt.arg("connbytes-mode").must());
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      switch (option.name()) {
        case "connbytes" -> {
          var numbers = value.numbers(-1);
          count = value.is(new Span(numbers.getFirst(), numbers.size() == 2 ? numbers.get(1) : -1));
          if (Long.compareUnsigned(count.value().last(), count.value().first()) < 0) {
            throw parameter(
                "%s should be less than %s",
                Long.toUnsignedString(count.value().first()),
                Long.toUnsignedString(count.value().last()));
          }
        }
        case "connbytes-dir" -> of = word(Match.ConnBytes.Of.values(), value);
        default -> what = word(Match.ConnBytes.What.values(), value);
      }
    }

    private static <T extends Enum<T>> T word(T[] all, Value value) {
      for (T each : all) {
        if (each.name().toLowerCase(Locale.ROOT).equals(value.text())) {
          return each;
        }
      }
      throw parameter("Unknown --%s `%s'", value.option(), value.text());
    }

    @Override
    Match match() {
      return new Match.ConnBytes(count, what, of);
    }
  }
}
