package vethlab.wire;

/** What became of bytes that should have been a frame. */
public sealed interface ParseResult {
  /** They are one. */
  record Parsed(Frame frame) implements ParseResult {}

  /** They are none; {@code why} is a clause such as "12 bytes, too short for …". */
  record Malformed(String why) implements ParseResult {}
}
