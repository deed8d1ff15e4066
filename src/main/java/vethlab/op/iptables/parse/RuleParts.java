package vethlab.op.iptables.parse;

import static vethlab.op.iptables.parse.IptablesException.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vethlab.op.iptables.AddressMask;
import vethlab.op.iptables.IpMatch;
import vethlab.op.iptables.IptRule;
import vethlab.op.iptables.Is;
import vethlab.op.iptables.Match;
import vethlab.op.iptables.Protocols;
import vethlab.op.iptables.Target;

/**
 * The rule that a command line builds up: header, matches, target. Source: iptables xshared.c
 * command_match, command_jump, command_default.
 */
final class RuleParts {
  private static final int LONGEST_TARGET = 28;

  private final Getopt words;
  private final List<MatchExtension> matches = new ArrayList<>();
  private Optional<TargetExtension> target = Optional.empty();
  private String jump = "";
  private boolean goTo;
  private String protocolName = "";
  private boolean protocolLoaded;
  private Is<Integer> protocol = Is.equal(0);
  private Is<String> in = Is.equal("");
  private Is<String> out = Is.equal("");
  private IpMatch.Fragment fragment = IpMatch.Fragment.ANY;
  boolean notSource;
  boolean notDestination;

  RuleParts(Getopt words) {
    this.words = words;
  }

  void protocol(String name, boolean not) {
    protocolName = name;
    protocol = new Is<>(Value.protocol(name), not);
    if (protocol.value() == 0 && not) {
      throw parameter("rule would never match protocol");
    }
  }

  void in(String name, boolean not) {
    in = new Is<>(name, not);
  }

  void out(String name, boolean not) {
    out = new Is<>(name, not);
  }

  void fragment(boolean not) {
    fragment = not ? IpMatch.Fragment.FIRST : IpMatch.Fragment.FURTHER;
  }

  void goTo(String chain) {
    goTo = true;
    jump = targetName(chain);
  }

  void jump(String name) {
    jump = targetName(name);
    target = Extensions.target(name);
    target.ifPresent(extension -> words.add(LongOptions.ALL.size(), extension.longOptions()));
  }

  boolean jumpsTo(String name) {
    return jump.equals(name);
  }

  private static String targetName(String name) {
    if (name.isEmpty()) {
      throw parameter("Invalid target name (too short)");
    }
    if (name.length() > LONGEST_TARGET) {
      throw parameter("Invalid target name `%s' (%d chars max)", name, LONGEST_TARGET);
    }
    if (name.chars().anyMatch(Character::isWhitespace)) {
      throw parameter("Invalid target name `%s'", name);
    }
    return name;
  }

  void match(String name) {
    add(Extensions.match(name));
  }

  private void add(MatchExtension match) {
    matches.add(match);
    words.add(LongOptions.ALL.size(), match.longOptions());
  }

  /**
   * An option that is not iptables' own: an extension's, or one that the protocol's match knows
   * once it is loaded; then the word is read again.
   *
   * @return whether the option is done with
   */
  boolean extensionOption(Getopt.Found found, boolean not, boolean numeric) {
    if (found.key() instanceof Extension.Key key && isCurrent(key.extension())) {
      Optional<String> argument = found.argument();
      if (key.option().name().equals("tcp-flags")) {
        argument = argument.map(first -> first + "\n" + key.extension().second(words));
      }
      key.extension()
          .accept(
              key.option(), argument, not, new Extension.Entry(protocol.value(), protocol.not()));
      return true;
    }
    if (loadProtocol(numeric)) {
      words.again();
      return false;
    }
    throw found.key() == Getopt.Marker.MISSING_ARGUMENT
        ? parameter("option \"%s\" requires an argument", words.previous())
        : parameter("unknown option \"%s\"", words.previous());
  }

  /** Options go to the last of several matches of one name. */
  private boolean isCurrent(Extension extension) {
    return target.filter(t -> t == extension).isPresent()
        || matches.stream().anyMatch(match -> match == extension);
  }

  private boolean loadProtocol(boolean numeric) {
    if (protocolName.isEmpty() || protocolLoaded) {
      return false;
    }
    OptionalInt number = Number.wholeInt(protocolName, 0, 255);
    Optional<String> name =
        number.isEmpty()
            ? Optional.of(protocolName)
            : numeric ? Protocols.own(number.getAsInt()) : Protocols.known(number.getAsInt());
    Optional<MatchExtension> match = name.flatMap(Extensions::findMatch);
    match.ifPresent(this::add);
    protocolLoaded = match.isPresent();
    return match.isPresent();
  }

  void finish() {
    matches.forEach(Extension::finish);
    target.ifPresent(Extension::finish);
  }

  /** Source: nft.c add_nft_tcp, add_nft_udp. */
  void checkProtocols() {
    for (MatchExtension extension : matches) {
      Match match = extension.match();
      if (match instanceof Match.Tcp tcp
          && !tcp.equals(Match.Tcp.ANY)
          && tcp.option().value() == 0
          && protocol.value() != Protocols.TCP) {
        throw parameter("TCP match requires '-p tcp'");
      }
      if (match instanceof Match.Udp udp
          && !udp.equals(Match.Udp.ANY)
          && protocol.value() != Protocols.UDP) {
        throw parameter("UDP match requires '-p udp'");
      }
    }
  }

  IptRule rule(AddressMask source, AddressMask destination) {
    IpMatch ip =
        new IpMatch(
            new Is<>(source, notSource),
            new Is<>(destination, notDestination),
            in,
            out,
            protocol,
            fragment);
    return new IptRule(ip, matches.stream().map(MatchExtension::match).toList(), makeTarget());
  }

  private Target makeTarget() {
    if (target.isPresent()) {
      return target.get().target();
    }
    return jump.isEmpty() ? Target.NONE : goTo ? new Target.Goto(jump) : new Target.Jump(jump);
  }
}
