package vethlab.op.iptables.parse;

import static vethlab.op.iptables.parse.IptablesException.parameter;

import java.util.Locale;
import java.util.Optional;
import vethlab.op.iptables.Is;
import vethlab.op.iptables.Match;
import vethlab.wire.Mac;

/**
 * Matches on what the link knows. Sources: iptables libxt_physdev.c, libxt_mac.c, libxt_pkttype.c.
 */
final class DeviceMatches {
  private DeviceMatches() {}

  static final class Physdev extends MatchExtension {
    private Optional<Is<String>> in = Optional.empty();
    private Optional<Is<String>> out = Optional.empty();
    private Match.Wanted isIn = Match.Wanted.EITHER;
    private Match.Wanted isOut = Match.Wanted.EITHER;
    private Match.Wanted isBridged = Match.Wanted.EITHER;

    Physdev() {
      super(
          "physdev",
          Opt.arg("physdev-in").not(),
          Opt.arg("physdev-out").not(),
          Opt.flag("physdev-is-in").not(),
          Opt.flag("physdev-is-out").not(),
          Opt.flag("physdev-is-bridged").not());
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      Match.Wanted wanted = value.not() ? Match.Wanted.NO : Match.Wanted.YES;
      switch (option.name()) {
        case "physdev-in" -> in = Optional.of(value.is(InterfaceName.check(value.text())));
        case "physdev-out" -> out = Optional.of(value.is(InterfaceName.check(value.text())));
        case "physdev-is-in" -> isIn = wanted;
        case "physdev-is-out" -> isOut = wanted;
        default -> isBridged = wanted;
      }
    }

    @Override
    void check() {
      if (nothingGiven()) {
        throw parameter("PHYSDEV: no physdev option specified");
      }
    }

    @Override
    Match match() {
      return new Match.Physdev(in, out, isIn, isOut, isBridged);
    }
  }

  static final class MacSource extends MatchExtension {
    private Is<Mac> source = Is.equal(Mac.ZERO);

    MacSource() {
      super("mac", Opt.arg("mac-source").must().not());
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      source = value.is(value.mac());
    }

    @Override
    Match match() {
      return new Match.MacSource(source);
    }
  }

  static final class PktType extends MatchExtension {
    private Is<Match.PktType.Kind> kind = Is.equal(Match.PktType.Kind.UNICAST);

    PktType() {
      super("pkttype", Opt.arg("pkt-type").must().not());
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      kind =
          value.is(
              switch (value.text().toLowerCase(Locale.ROOT)) {
                case "unicast", "host" -> Match.PktType.Kind.UNICAST;
                case "broadcast", "bcast" -> Match.PktType.Kind.BROADCAST;
                case "multicast", "mcast" -> Match.PktType.Kind.MULTICAST;
                case "otherhost" -> Match.PktType.Kind.OTHERHOST;
                default -> throw parameter("Bad packet type '%s'", value.text());
              });
    }

    @Override
    Match match() {
      return new Match.PktType(kind);
    }
  }
}
