package vethlab.shell.conntrack;

import java.util.EnumSet;
import java.util.Set;

/** The options that say which entries or how, in the order in which they are checked. */
enum Flag {
  SRC("src"),
  DST("dst"),
  REPLY_SRC("reply-src"),
  REPLY_DST("reply-dst"),
  PROTONUM("protonum"),
  TIMEOUT("timeout"),
  STATUS("status"),
  ZERO("zero"),
  EVENT_MASK("event-mask"),
  TUPLE_SRC("tuple-src"),
  TUPLE_DST("tuple-dst"),
  MASK_SRC("mask-src"),
  MASK_DST("mask-dst"),
  MARK("mark"),
  ID("id"),
  FAMILY("family"),
  SRC_NAT("src-nat"),
  DST_NAT("dst-nat"),
  OUTPUT("output"),
  SECMARK("secmark"),
  BUFFER_SIZE("buffer-size"),
  ANY_NAT("any-nat"),
  ZONE("zone"),
  LABEL("label"),
  LABEL_ADD("label-add"),
  LABEL_DEL("label-del"),
  ORIG_ZONE("orig-zone"),
  REPLY_ZONE("reply-zone");

  private final String word;

  Flag(String word) {
    this.word = word;
  }

  /** The long option's name. */
  String word() {
    return word;
  }

  private static final Set<Flag> LISTING =
      EnumSet.complementOf(
          EnumSet.of(
              TIMEOUT, EVENT_MASK, TUPLE_SRC, TUPLE_DST, ID, BUFFER_SIZE, LABEL_ADD, LABEL_DEL));

  private static final Set<Flag> DELETING =
      EnumSet.complementOf(
          EnumSet.of(
              ZERO, EVENT_MASK, TUPLE_SRC, TUPLE_DST, SECMARK, BUFFER_SIZE, LABEL_ADD, LABEL_DEL));

  private static final Set<Flag> GETTING =
      EnumSet.of(
          SRC,
          DST,
          REPLY_SRC,
          REPLY_DST,
          PROTONUM,
          ID,
          FAMILY,
          OUTPUT,
          ZONE,
          ORIG_ZONE,
          REPLY_ZONE);

  /** Which a command understands. */
  static Set<Flag> allowed(Verb verb) {
    return switch (verb) {
      case LIST -> LISTING;
      case DELETE -> DELETING;
      case GET -> GETTING;
      case FLUSH -> EnumSet.of(FAMILY);
      case NONE, COUNT, STATISTICS, HELP, VERSION -> EnumSet.noneOf(Flag.class);
      case CREATE, ADD, UPDATE, EVENTS -> EnumSet.allOf(Flag.class);
    };
  }
}
