package vethlab.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Goes through bytes and names each field it passes. Where the bytes end too early it notes what is
 * left as cut off, and from then on every field reads as 0 and is not noted.
 */
final class FieldCursor {
  private static final int MAX_DEPTH = 8;

  private final Bytes bytes;
  private final List<Layer> layers = new ArrayList<>();
  private List<Field> fields = new ArrayList<>();
  private String layer = "";
  private int at;
  private int end;
  private int depth;
  private boolean cut;

  FieldCursor(Bytes bytes) {
    this.bytes = bytes;
    this.end = bytes.length();
  }

  int at() {
    return at;
  }

  /** Where the bytes of the packet at hand end. */
  int end() {
    return end;
  }

  /** Goes on to where an outer packet ends, or only as far as an inner one does. */
  void endAt(int newEnd) {
    cut &= newEnd <= end;
    end = newEnd;
  }

  int left() {
    return end - at;
  }

  /** Goes one packet further in, unless that would be too deep to be meant seriously. */
  boolean nest() {
    return depth++ < MAX_DEPTH;
  }

  boolean isCut() {
    return cut;
  }

  /** The bytes {@code from} to {@code to}, or as many of them as there are. */
  byte[] range(int from, int to) {
    return bytes.slice(Math.min(from, bytes.length()), Math.min(to, bytes.length())).toArray();
  }

  void layer(String name) {
    finish();
    layer = name;
  }

  List<Layer> finish() {
    if (!fields.isEmpty()) {
      layers.add(new Layer(layer, fields));
      fields = new ArrayList<>();
    }
    return List.copyOf(layers);
  }

  /** Passes a number of up to four bytes. */
  int number(String name, int length, IntFunction<String> text) {
    if (!enough(length)) {
      return 0;
    }
    int value = 0;
    for (int i = 0; i < length; i++) {
      value = value << 8 | bytes.at(at + i);
    }
    note(name, text.apply(value), length);
    return value;
  }

  int decimal(String name, int length) {
    return number(name, length, Integer::toUnsignedString);
  }

  int hex(String name, int length) {
    return number(name, length, value -> hex(value, length));
  }

  /** Names a part of the number that was passed last. */
  void part(String name, int length, String value) {
    if (!cut) {
      fields.add(new Field(name, value, at - length, length));
    }
  }

  void mac(String name) {
    if (enough(6)) {
      note(name, new ByteReader(bytes.slice(at, at + 6)).mac().toString(), 6);
    }
  }

  void ip4(String name) {
    number(name, 4, value -> new Ip4(value).toString());
  }

  /** Passes bytes without reading them; none, if there are none to pass. */
  void data(String name, int length) {
    if (length > 0 && enough(length)) {
      note(name, bytes.slice(at, at + length).toString(), length);
    }
  }

  /** Passes bytes that were looked at with {@link #range}. */
  void passed(String name, String value, int length) {
    if (enough(length)) {
      note(name, value, length);
    }
  }

  private boolean enough(int length) {
    if (!cut && left() < length) {
      cut = true;
      if (left() > 0) {
        note("cut off", Bytes.count(left()), left());
      }
    }
    return !cut;
  }

  private void note(String name, String value, int length) {
    fields.add(new Field(name, value, at, length));
    at += length;
  }

  static String hex(int value, int length) {
    String digits = Integer.toHexString(value);
    return "0x" + "0".repeat(Math.max(0, length * 2 - digits.length())) + digits;
  }
}
