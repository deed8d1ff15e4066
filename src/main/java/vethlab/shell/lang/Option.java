package vethlab.shell.lang;

import java.util.Optional;

/** The options of {@code set}. */
enum Option {
  ALLEXPORT('a'),
  ERREXIT('e'),
  NOGLOB('f'),
  MONITOR('m'),
  NOEXEC('n'),
  NOUNSET('u'),
  VERBOSE('v'),
  XTRACE('x'),
  BRACEEXPAND('B'),
  NOCLOBBER('C'),
  HASHALL('h'),
  ERRTRACE('E'),
  FUNCTRACE('T'),
  PHYSICAL('P'),
  PIPEFAIL('\0'),
  /** Set by shopt: a pattern that matches no path becomes nothing. */
  NULLGLOB('\0'),
  POSIX('\0');

  private final char letter;

  Option(char letter) {
    this.letter = letter;
  }

  char letter() {
    return letter;
  }

  String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  static Optional<Option> of(char letter) {
    for (Option option : values()) {
      if (option.letter == letter && letter != '\0') {
        return Optional.of(option);
      }
    }
    return Optional.empty();
  }

  static Optional<Option> named(String word) {
    for (Option option : values()) {
      if (option.word().equals(word)) {
        return Optional.of(option);
      }
    }
    return Optional.empty();
  }
}
