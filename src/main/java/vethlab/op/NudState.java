package vethlab.op;

/** States of a neighbour entry with their NUD_ bits. Source: linux/neighbour.h. */
public enum NudState {
  NONE(0),
  INCOMPLETE(1),
  REACHABLE(2),
  STALE(4),
  DELAY(8),
  PROBE(0x10),
  FAILED(0x20),
  NOARP(0x40),
  PERMANENT(0x80);

  private final int bit;

  NudState(int bit) {
    this.bit = bit;
  }

  public int bit() {
    return bit;
  }

  /** NUD_VALID: the entry's address may be used. */
  public boolean valid() {
    return (bit & (0x80 | 0x40 | 2 | 0x10 | 4 | 8)) != 0;
  }

  /** NUD_CONNECTED: the entry is used without doubt. */
  public boolean connected() {
    return (bit & (0x80 | 0x40 | 2)) != 0;
  }
}
