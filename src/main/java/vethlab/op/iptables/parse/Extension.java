package vethlab.op.iptables.parse;

import static vethlab.op.iptables.parse.IptablesException.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An extension at work on one rule: it declares its options, takes them one by one and makes its
 * match or target at the end. Source: libxtables xtoptions.c xtables_option_parse,
 * xtables_options_fcheck.
 */
abstract class Extension {
  /** What the rule says about the protocol so far. */
  record Entry(int protocol, boolean notProtocol) {}

  private final String name;
  private final List<Opt> options;
  private final List<Opt> seen = new ArrayList<>();

  Extension(String name, Opt... options) {
    this.name = name;
    this.options = List.of(options);
  }

  /** Takes an option; the value is already known to be allowed here. */
  abstract void take(Opt option, Value value, Entry entry);

  /** The extension's own complaint about what is missing or doesn't go together. */
  void check() {}

  /** For an option with a second argument of its own; complains if there is none. */
  String second(Getopt words) {
    return "";
  }

  String name() {
    return name;
  }

  List<Getopt.Long> longOptions() {
    List<Getopt.Long> all = new ArrayList<>();
    for (Opt option : options) {
      for (String each : option.names()) {
        all.add(
            new Getopt.Long(
                each,
                option.argument() ? Getopt.Argument.REQUIRED : Getopt.Argument.NONE,
                new Key(this, option)));
      }
    }
    return all;
  }

  /** An extension's option, as the scanner of the command line reports it. */
  record Key(Extension extension, Opt option) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key that && extension == that.extension && option == that.option;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(extension) * 31 + option.hashCode();
    }
  }

  final void accept(Opt option, Optional<String> argument, boolean not, Entry entry) {
    if (!option.repeatable() && seen.contains(option)) {
      throw parameter("%s: option \"--%s\" can only be used once.\n", name, option.name());
    }
    if (not && !option.invertible()) {
      throw parameter("%s: option \"--%s\" cannot be inverted.\n", name, option.name());
    }
    take(option, new Value(name, option.name(), argument.orElse(""), not), entry);
    seen.add(option);
  }

  final void finish() {
    check();
    for (Opt option : options) {
      if (option.mandatory() && !seen.contains(option)) {
        throw parameter("%s: option \"--%s\" must be specified\n", name, option.name());
      }
      if (seen.contains(option)) {
        checkNeighbours(option);
      }
    }
  }

  private void checkNeighbours(Opt option) {
    for (Opt other : options) {
      if (other == option) {
        continue;
      }
      if (option.with().contains(other.name()) && !seen.contains(other)) {
        throw parameter(
            "%s: option \"--%s\" also requires \"--%s\".\n", name, option.name(), other.name());
      }
      if (option.without().contains(other.name()) && seen.contains(other)) {
        throw parameter(
            "%s: option \"--%s\" cannot be used together with \"--%s\".\n",
            name, option.name(), other.name());
      }
    }
  }

  final boolean nothingGiven() {
    return seen.isEmpty();
  }

  final boolean given(String option) {
    return seen.stream().anyMatch(each -> each.names().contains(option));
  }
}
