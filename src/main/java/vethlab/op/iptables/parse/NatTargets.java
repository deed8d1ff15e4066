package vethlab.op.iptables.parse;

import static vethlab.op.iptables.parse.IptablesException.parameter;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import vethlab.op.iptables.AddressMask;
import vethlab.op.iptables.AddressSpan;
import vethlab.op.iptables.Protocols;
import vethlab.op.iptables.Services;
import vethlab.op.iptables.Span;
import vethlab.op.iptables.Target;
import vethlab.wire.Ip4;

/** Sources: iptables libxt_NAT.c, libipt_NETMAP.c. */
final class NatTargets {
  private NatTargets() {}

  private static final Opt RANDOM = Opt.flag("random");
  private static final Opt RANDOM_FULLY = Opt.flag("random-fully");
  private static final Opt PERSISTENT = Opt.flag("persistent");

  static TargetExtension snat() {
    return new Nat(
        "SNAT", Target.Snat::new, Opt.arg("to-source").must(), RANDOM, RANDOM_FULLY, PERSISTENT);
  }

  static TargetExtension dnat() {
    return new Nat("DNAT", Target.Dnat::new, Opt.arg("to-destination").must(), RANDOM, PERSISTENT);
  }

  static TargetExtension masquerade() {
    return new Nat("MASQUERADE", Target.Masquerade::new, Opt.arg("to-ports"), RANDOM, RANDOM_FULLY);
  }

  static TargetExtension redirect() {
    return new Nat("REDIRECT", Target.Redirect::new, Opt.arg("to-ports"), RANDOM);
  }

  private static final class Nat extends TargetExtension {
    private final Function<Target.NatRange, Target> make;
    private Optional<AddressSpan> addresses = Optional.empty();
    private Optional<Span> ports = Optional.empty();
    private OptionalInt base = OptionalInt.empty();

    Nat(String name, Function<Target.NatRange, Target> make, Opt... options) {
      super(name, options);
      this.make = make;
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      boolean portsAllowed =
          switch (entry.protocol()) {
            case Protocols.TCP, Protocols.UDP, Protocols.SCTP, Protocols.DCCP, Protocols.ICMP ->
                true;
            default -> false;
          };
      switch (option.name()) {
        case "to-source", "to-destination" -> to(value.text(), portsAllowed);
        case "to-ports" -> ports(value.text(), portsAllowed);
        default -> {}
      }
    }

    private void to(String text, boolean portsAllowed) {
      if (text.indexOf('[') >= 0) {
        throw parameter("Invalid address format");
      }
      int colon = text.indexOf(':');
      if (colon >= 0 && text.indexOf(':', colon + 1) >= 0) {
        colon = -1;
      }
      if (colon >= 0) {
        ports(text.substring(colon + 1), portsAllowed);
        if (colon == 0) {
          return;
        }
      }
      String hosts = colon < 0 ? text : text.substring(0, colon);
      int dash = hosts.indexOf('-');
      Ip4 first = address(dash < 0 ? hosts : hosts.substring(0, dash));
      Ip4 last = dash < 0 ? first : address(hosts.substring(dash + 1));
      addresses = Optional.of(new AddressSpan(first, last));
    }

    private static Ip4 address(String text) {
      try {
        return Ip4.parse(text);
      } catch (IllegalArgumentException e) {
        throw parameter("Bad IP address \"%s\"", text);
      }
    }

    private void ports(String text, boolean allowed) {
      if (!allowed) {
        throw parameter("Need TCP, UDP, SCTP or DCCP with port specification");
      }
      Number first = Number.at(text, 0, 65535);
      if (!first.valid()) {
        ports = Optional.of(Span.of(service(text)));
        return;
      }
      String rest = text.substring(first.end());
      if (rest.isEmpty()) {
        ports = Optional.of(Span.of(first.value()));
        return;
      }
      if (rest.charAt(0) != '-') {
        throw rest.charAt(0) == ':'
            ? parameter("Invalid port:port syntax - use dash")
            : parameter("Garbage after port value: `%s'", rest);
      }
      range(first.value(), rest.substring(1));
    }

    private void range(long first, String text) {
      Number last = Number.at(text, 0, 65535);
      if (!last.valid()) {
        throw parameter("Port `%s' not valid", text);
      }
      if (last.value() < first) {
        throw parameter("Port range `%s' funky", text);
      }
      ports = Optional.of(new Span(first, last.value()));
      String rest = text.substring(last.end());
      if (!rest.isEmpty() && rest.charAt(0) != '/') {
        throw parameter("Garbage after port range: `%s'", rest);
      }
      if (!rest.isEmpty()) {
        Number shift = Number.at(rest.substring(1), 1, 65535);
        base = OptionalInt.of(shift.valid() ? (int) shift.value() : service(rest.substring(1)));
      }
    }

    private static int service(String text) {
      return Services.port(text, "").orElseThrow(() -> parameter("Port `%s' not valid", text));
    }

    @Override
    void check() {
      if (base.isPresent() && name().equals("REDIRECT")) {
        throw parameter("Shifted portmap ranges not supported with this kernel");
      }
    }

    @Override
    Target target() {
      return make.apply(
          new Target.NatRange(
              addresses,
              ports,
              name().equals("DNAT") ? base : OptionalInt.empty(),
              given("random"),
              given("random-fully"),
              given("persistent")));
    }
  }

  static final class Netmap extends TargetExtension {
    private AddressMask to = AddressMask.ANY;

    Netmap() {
      super("NETMAP", Opt.arg("to").must());
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      to = value.hostMask();
    }

    @Override
    Target target() {
      return new Target.Netmap(to);
    }
  }
}
