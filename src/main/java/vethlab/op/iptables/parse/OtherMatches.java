package vethlab.op.iptables.parse;

import static vethlab.op.iptables.parse.IptablesException.parameter;

import java.util.Optional;
import vethlab.op.iptables.AddrTypes;
import vethlab.op.iptables.Is;
import vethlab.op.iptables.Masked;
import vethlab.op.iptables.Match;
import vethlab.op.iptables.Span;
import vethlab.wire.Ip4;

/**
 * Sources: iptables libxt_mark.c, libxt_comment.c, libxt_addrtype.c, libxt_owner.c, libxt_recent.c.
 */
final class OtherMatches {
  private OtherMatches() {}

  static final class Mark extends MatchExtension {
    private Is<Masked> mark = Is.equal(new Masked(0, 0));

    Mark() {
      super("mark", Opt.arg("mark").must().not());
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      mark = value.is(value.mark());
    }

    @Override
    Match match() {
      return new Match.Mark(mark);
    }
  }

  static final class Comment extends MatchExtension {
    private String comment = "";

    Comment() {
      super("comment", Opt.arg("comment").must());
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      comment = Value.cut(value.text(), 255);
    }

    @Override
    Match match() {
      return new Match.Comment(comment);
    }
  }

  static final class AddrType extends MatchExtension {
    private Optional<Is<Integer>> source = Optional.empty();
    private Optional<Is<Integer>> destination = Optional.empty();
    private Match.Limited limited = Match.Limited.NOT;

    AddrType() {
      super(
          "addrtype",
          Opt.arg("src-type").not(),
          Opt.arg("dst-type").not(),
          Opt.flag("limit-iface-in").without("limit-iface-out"),
          Opt.flag("limit-iface-out").without("limit-iface-in"));
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      switch (option.name()) {
        case "src-type" -> source = Optional.of(value.is(types(value.text())));
        case "dst-type" -> destination = Optional.of(value.is(types(value.text())));
        case "limit-iface-in" -> limited = Match.Limited.TO_IN;
        default -> limited = Match.Limited.TO_OUT;
      }
    }

    private static int types(String text) {
      int bits = 0;
      String rest = text;
      while (true) {
        int comma = rest.indexOf(',');
        String word = comma < 0 ? rest : rest.substring(0, comma);
        Optional<Integer> number = word.isEmpty() ? Optional.empty() : AddrTypes.number(word);
        if (number.isEmpty()) {
          throw parameter(
              comma < 0 ? "addrtype: bad type \"%s\"" : "addrtype: bad type `%s'", rest);
        }
        bits |= 1 << number.get();
        if (comma < 0) {
          return bits;
        }
        rest = rest.substring(comma + 1);
      }
    }

    @Override
    void check() {
      if (!given("src-type") && !given("dst-type")) {
        throw parameter("addrtype: you must specify --src-type or --dst-type");
      }
    }

    @Override
    Match match() {
      return new Match.AddrType(source, destination, limited);
    }
  }

  static final class Owner extends MatchExtension {
    private static final long MOST = 0xfffffffeL;
    private Optional<Is<Span>> user = Optional.empty();
    private Optional<Is<Span>> group = Optional.empty();
    private Match.Wanted socket = Match.Wanted.EITHER;
    private boolean supplementary;

    Owner() {
      super(
          "owner",
          Opt.arg("uid-owner").not(),
          Opt.arg("gid-owner").not(),
          Opt.flag("socket-exists").not(),
          Opt.flag("suppl-groups"));
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      switch (option.name()) {
        case "uid-owner" -> user = Optional.of(value.is(ids(value)));
        case "gid-owner" -> group = Optional.of(value.is(ids(value)));
        case "socket-exists" -> socket = value.not() ? Match.Wanted.NO : Match.Wanted.YES;
        default -> {
          if (group.isEmpty()) {
            throw parameter(
                "owner: Bad value for \"--suppl-groups\" option:"
                    + " \"you need to use --gid-owner first\"");
          }
          supplementary = true;
        }
      }
    }

    /** The only user the machine is sure to have is root. */
    private static Span ids(Value value) {
      if (value.text().equals("root")) {
        return Span.of(0);
      }
      Number first = Number.at(value.text(), 0, MOST);
      if (!first.valid()) {
        throw value.bad();
      }
      String rest = value.text().substring(first.end());
      if (rest.isEmpty()) {
        return Span.of(first.value());
      }
      var last = Number.whole(rest.substring(1), 0, MOST);
      if (rest.charAt(0) != '-' && rest.charAt(0) != ':' || last.isEmpty()) {
        throw value.bad();
      }
      return new Span(first.value(), last.getAsLong());
    }

    @Override
    void check() {
      if (nothingGiven()) {
        throw parameter(
            "owner: At least one of --uid-owner, --gid-owner or --socket-exists is required");
      }
    }

    @Override
    Match match() {
      return new Match.Owner(user, group, socket, supplementary);
    }
  }

  static final class Recent extends MatchExtension {
    private static final String[] ACTIONS = {"set", "rcheck", "update", "remove"};
    private Is<Match.Recent.Action> action = Is.equal(Match.Recent.Action.SET);
    private long seconds;
    private boolean reap;
    private long hits;
    private boolean ttl;
    private String list = "DEFAULT";
    private Ip4 mask = new Ip4(-1);
    private Match.Side side = Match.Side.SOURCE;

    Recent() {
      super(
          "recent",
          Opt.flag("set").not().without(ACTIONS),
          Opt.flag("rcheck").not().without(ACTIONS),
          Opt.flag("update").not().without(ACTIONS),
          Opt.flag("remove").not().without(ACTIONS),
          Opt.arg("seconds"),
          Opt.flag("reap").with("seconds"),
          Opt.arg("hitcount"),
          Opt.flag("rttl").without("set", "remove"),
          Opt.arg("name"),
          Opt.flag("rsource"),
          Opt.flag("rdest"),
          Opt.arg("mask"));
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      switch (option.name()) {
        case "set" -> action = value.is(Match.Recent.Action.SET);
        case "rcheck" -> action = value.is(Match.Recent.Action.RCHECK);
        case "update" -> action = value.is(Match.Recent.Action.UPDATE);
        case "remove" -> action = value.is(Match.Recent.Action.REMOVE);
        case "seconds" -> seconds = value.number(1, 0xffffffffL);
        case "reap" -> reap = true;
        case "hitcount" -> hits = value.number(0, 0xffffffffL);
        case "rttl" -> ttl = true;
        case "name" -> list = Value.cut(value.text(), 199);
        case "rsource" -> side = Match.Side.SOURCE;
        case "rdest" -> side = Match.Side.DESTINATION;
        default -> mask = value.host();
      }
    }

    @Override
    void check() {
      if (!given("set") && !given("rcheck") && !given("update") && !given("remove")) {
        throw parameter(
            "recent: you must specify one of `--set', `--rcheck' `--update' or `--remove'");
      }
    }

    @Override
    Match match() {
      return new Match.Recent(action, seconds, reap, hits, ttl, list, mask, side);
    }
  }
}
