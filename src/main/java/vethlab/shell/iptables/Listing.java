package vethlab.shell.iptables;

import java.util.List;
import vethlab.op.iptables.AddressMask;
import vethlab.op.iptables.IpMatch;
import vethlab.op.iptables.IptRule;
import vethlab.op.iptables.Is;
import vethlab.op.iptables.Match;
import vethlab.op.iptables.Ruleset;
import vethlab.op.iptables.Target;
import vethlab.op.iptables.parse.Parsed;

/**
 * The table that iptables -L prints. Source: iptables xshared.c print_header, print_rule_details.
 */
final class Listing {
  private final Parsed.Output output;
  private final Names names;
  private final ListedMatch matches;
  private final ListedTarget targets;

  Listing(Parsed.Output output) {
    this.output = output;
    this.names = output.numeric() ? Names.NUMBERS : Names.WORDS;
    this.matches = new ListedMatch(names);
    this.targets = new ListedTarget(names);
  }

  /**
   * @param references how many rules jump to the chain
   */
  String header(Ruleset.Chain chain, int references) {
    StringBuilder text = new StringBuilder("Chain ").append(chain.name());
    if (chain.builtin()) {
      text.append(" (policy ").append(chain.policy());
      if (output.verbose() > 0) {
        text.append(' ').append(headerNumber(chain.packets())).append("packets, ");
        text.append(headerNumber(chain.bytes())).append("bytes");
      }
      text.append(")\n");
    } else {
      text.append(" (").append(references).append(" references)\n");
    }
    if (output.lineNumbers()) {
      text.append("num  ");
    }
    if (output.verbose() > 0) {
      text.append(output.exact() ? "    pkts      bytes " : " pkts bytes ");
    }
    text.append("target     prot opt");
    if (output.verbose() > 0) {
      text.append(" in     out    ");
    }
    return text.append(" source               destination         \n").toString();
  }

  String rule(IptRule rule, int number) {
    StringBuilder text = new StringBuilder();
    if (output.lineNumbers()) {
      text.append("%-4d ".formatted(number));
    }
    if (output.verbose() > 0) {
      text.append(column(rule.packets())).append(column(rule.bytes()));
    }
    IpMatch ip = rule.ip();
    text.append("%-9s ".formatted(ListedTarget.name(rule.target())));
    text.append(ip.protocol().not() ? '!' : ' ');
    text.append("%-4s ".formatted(names.protocol(ip.protocol().value())));
    text.append(fragment(ip.fragment())).append(' ');
    if (output.verbose() > 0) {
      text.append(" %-6s ".formatted(device(ip.in())));
      text.append("%-6s ".formatted(device(ip.out())));
    }
    text.append(address(ip.source())).append(address(ip.destination()));
    return text.append(details(rule)).append('\n').toString();
  }

  /** The line that -A -v and the like print. */
  static String changed(IptRule rule) {
    Listing plain = new Listing(new Parsed.Output(1, true, true, false));
    IpMatch ip = rule.ip();
    StringBuilder text = new StringBuilder(ListedTarget.name(rule.target())).append(' ');
    text.append(ip.protocol().not() ? '!' : ' ');
    text.append(Names.WORDS.protocol(ip.protocol().value())).append(' ');
    text.append("opt ").append(fragment(ip.fragment())).append(' ');
    text.append("in ").append(plain.device(ip.in())).append(' ');
    text.append("out ").append(plain.device(ip.out())).append(' ');
    text.append(ip.source().not() ? '!' : ' ').append(ip.source().value().listed()).append(' ');
    text.append(ip.destination().not() ? '!' : ' ').append("-> ");
    text.append(ip.destination().value().listed()).append("  ");
    return text.append(plain.details(rule)).append('\n').toString();
  }

  private String details(IptRule rule) {
    StringBuilder text = new StringBuilder(rule.target() instanceof Target.Goto ? "[goto] " : "");
    for (Match match : rule.matches()) {
      text.append(matches.text(match, rule.ip().protocol().value()));
    }
    return text.append(targets.options(rule.target())).toString();
  }

  private static String fragment(IpMatch.Fragment fragment) {
    return switch (fragment) {
      case ANY -> "--";
      case FURTHER -> "-f";
      case FIRST -> "!f";
    };
  }

  private String device(Is<String> name) {
    String any = names == Names.NUMBERS ? "*" : "any";
    return (name.not() ? "!" : "") + (name.value().isEmpty() ? any : name.value());
  }

  private String address(Is<AddressMask> address) {
    return (address.not() ? "!" : " ") + "%-19s ".formatted(names.address(address.value()));
  }

  private String column(long number) {
    return output.exact() ? "%8s ".formatted(Long.toUnsignedString(number)) : short5(number);
  }

  private String headerNumber(long number) {
    return (output.exact() ? Long.toUnsignedString(number) : short5(number).strip()) + " ";
  }

  /** At most five characters: thousands, millions … above 99999. */
  private static String short5(long number) {
    if (number <= 99999) {
      return "%5d ".formatted(number);
    }
    long rounded = number;
    for (char unit : List.of('K', 'M', 'G')) {
      rounded = (rounded + 500) / 1000;
      if (rounded <= 9999) {
        return "%4d%c ".formatted(rounded, unit);
      }
    }
    return "%4dT ".formatted((rounded + 500) / 1000);
  }
}
