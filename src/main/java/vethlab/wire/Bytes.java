package vethlab.wire;

import java.util.Arrays;
import java.util.Objects;

/** An immutable byte string; a slice shares the bytes of what it was cut from. */
public final class Bytes {
  public static final Bytes EMPTY = new Bytes(new byte[0], 0, 0);

  private static final int SHOWN = 16;

  private final byte[] array;
  private final int from;
  private final int length;

  private Bytes(byte[] array, int from, int length) {
    this.array = array;
    this.from = from;
    this.length = length;
  }

  /** A copy of the array. */
  public static Bytes of(byte[] array) {
    return wrap(array.clone());
  }

  /** The array itself: whoever calls this must never change it afterwards. */
  public static Bytes wrap(byte[] array) {
    return array.length == 0 ? EMPTY : new Bytes(array, 0, array.length);
  }

  public int length() {
    return length;
  }

  public boolean isEmpty() {
    return length == 0;
  }

  /** The unsigned value, 0 to 255, of byte {@code i}. */
  public int at(int i) {
    Objects.checkIndex(i, length);
    return array[from + i] & 0xff;
  }

  /** The bytes {@code from} (inclusive) to {@code to} (exclusive). */
  public Bytes slice(int from, int to) {
    Objects.checkFromToIndex(from, to, length);
    return from == to ? EMPTY : new Bytes(array, this.from + from, to - from);
  }

  public byte[] toArray() {
    return Arrays.copyOfRange(array, from, from + length);
  }

  /** Copies all the bytes to {@code target}, the first to {@code target[at]}. */
  public void copyTo(byte[] target, int at) {
    System.arraycopy(array, from, target, at, length);
  }

  @Override
  public boolean equals(Object o) {
    return o == this
        || o instanceof Bytes b
            && Arrays.equals(array, from, from + length, b.array, b.from, b.from + b.length);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = from; i < from + length; i++) {
      hash = 31 * hash + array[i];
    }
    return hash;
  }

  static String count(int bytes) {
    return bytes == 1 ? "1 byte" : bytes + " bytes";
  }

  /** The first bytes in hexadecimal and how many there are. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(count(length));
    for (int i = 0; i < Math.min(length, SHOWN); i++) {
      text.append(i == 0 ? ": " : " ").append(Character.forDigit(at(i) >> 4, 16));
      text.append(Character.forDigit(at(i) & 15, 16));
    }
    return text.append(length > SHOWN ? " …" : "").toString();
  }
}
