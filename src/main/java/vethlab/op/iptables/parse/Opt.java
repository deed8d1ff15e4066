package vethlab.op.iptables.parse;

import java.util.List;

/**
 * An option of an extension: struct xt_option_entry.
 *
 * @param names the option's name and its synonyms, which count as the same
 * @param without options that may not stand beside it
 * @param with options that must stand beside it
 */
record Opt(
    List<String> names,
    boolean argument,
    boolean invertible,
    boolean mandatory,
    boolean repeatable,
    List<String> without,
    List<String> with) {

  /** An option with an argument. */
  static Opt arg(String... names) {
    return new Opt(List.of(names), true, false, false, false, List.of(), List.of());
  }

  /** An option without one. */
  static Opt flag(String... names) {
    return new Opt(List.of(names), false, false, false, false, List.of(), List.of());
  }

  /** It may have a bang before it. */
  Opt not() {
    return new Opt(names, argument, true, mandatory, repeatable, without, with);
  }

  Opt must() {
    return new Opt(names, argument, invertible, true, repeatable, without, with);
  }

  /** It may be given more than once. */
  Opt many() {
    return new Opt(names, argument, invertible, mandatory, true, without, with);
  }

  Opt without(String... others) {
    return new Opt(names, argument, invertible, mandatory, repeatable, List.of(others), with);
  }

  Opt with(String... others) {
    return new Opt(names, argument, invertible, mandatory, repeatable, without, List.of(others));
  }

  String name() {
    return names.getFirst();
  }
}
