package vethlab.wire.pcapng;

/** Which way a frame went, as {@code epb_flags} has it; the order is that of its numbers. */
public enum Direction {
  UNKNOWN,
  IN,
  OUT
}
