package vethlab.op.iptables.parse;

/** iptables' commands, in the order of its table of allowed options. Source: xshared.h CMD_. */
public enum Verb {
  INSERT('I', "nx0"),
  DELETE('D', "nx0c"),
  DELETE_AT('D', "nsdpjxio0cf"),
  REPLACE('R', "nx0"),
  APPEND('A', "nx0"),
  LIST('L', "sdpjiocf"),
  FLUSH('F', "nsdpjxio0cf"),
  ZERO('Z', "nsdpjxio0cf"),
  NEW_CHAIN('N', "nsdpjxio0cf"),
  DELETE_CHAIN('X', "nsdpjxio0cf"),
  POLICY('P', "nsdpjxio0f"),
  RENAME('E', "nsdpjxio0cf"),
  LIST_RULES('S', "nsdpjxio0cf"),
  ZERO_AT('Z', "nsdpjxio0cf"),
  CHECK('C', "nx0c");

  /** The options that exist, in the order in which a wrong one is complained of. */
  static final String OPTIONS = "nsdpjvxio0cf";

  private final char letter;
  private final String illegal;

  Verb(char letter, String illegal) {
    this.letter = letter;
    this.illegal = illegal;
  }

  char letter() {
    return letter;
  }

  boolean allows(char option) {
    return illegal.indexOf(option) < 0;
  }

  /** Whether the command names a rule by its text. */
  public boolean takesRule() {
    return switch (this) {
      case INSERT, DELETE, REPLACE, APPEND, CHECK -> true;
      default -> false;
    };
  }
}
