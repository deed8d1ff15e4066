package vethlab.shell.iptables;

/** iptables gives up after its command line was read. */
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What iptables was at: the same error number reads differently. Source: nft.c nft_strerror. */
  enum At {
    CHAIN_DELETE,
    CHAIN_ADD,
    CHAIN_RENAME,
    RULE_INSERT,
    RULE_CHECK,
    RULE_REPLACE,
    RULE_DELETE_AT,
    RULE_DELETE,
    CHAIN_SET,
    OTHER
  }

  /** The error numbers that iptables finds by itself. */
  enum Kind {
    MISSING,
    EXISTS,
    TOO_BIG,
    INVALID,
    BUSY
  }

  private final Kind kind;

  Failure(At at, Kind kind) {
    super(sentence(at, kind), null, false, false);
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  private static String sentence(At at, Kind kind) {
    return switch (kind) {
      case MISSING ->
          switch (at) {
            case RULE_CHECK, RULE_DELETE -> "Bad rule (does a matching rule exist in that chain?)";
            case CHAIN_SET -> "Bad built-in chain name";
            default -> "No chain/target/match by that name";
          };
      case EXISTS -> at == At.CHAIN_ADD ? "Chain already exists" : "File exists";
      case TOO_BIG ->
          switch (at) {
            case RULE_INSERT -> "Index of insertion too big";
            case RULE_REPLACE -> "Index of replacement too big";
            case RULE_DELETE_AT -> "Index of deletion too big";
            default -> "Argument list too long";
          };
      case INVALID -> at == At.CHAIN_SET ? "Bad policy name" : "Invalid argument";
      case BUSY -> at == At.CHAIN_DELETE ? "Directory not empty" : "Device or resource busy";
    };
  }
}
