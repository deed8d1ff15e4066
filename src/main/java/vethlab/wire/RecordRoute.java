package vethlab.wire;

import java.util.ArrayList;
import java.util.List;

/** The record route option of an IPv4 header (RFC 791): the routers a packet has crossed. */
public final class RecordRoute {
  private static final int END = 0;
  private static final int NOP = 1;
  private static final int TYPE = 7;

  /** Of type, length and pointer; the pointer counts from 1. */
  private static final int HEADER = 3;

  private static final int ADDRESS = 4;
  private static final int PLACES = 9;

  private RecordRoute() {}

  /** All the options of a header: nine places, none taken. */
  public static Bytes empty() {
    byte[] options = new byte[1 + HEADER + PLACES * ADDRESS];
    options[0] = NOP;
    options[1] = TYPE;
    options[2] = HEADER + PLACES * ADDRESS;
    options[3] = HEADER + 1;
    return Bytes.wrap(options);
  }

  /** Whether there is such an option with a place left. */
  public static boolean hasRoom(Bytes options) {
    int at = find(options);
    return at >= 0 && pointer(options, at) + ADDRESS - 1 <= options.at(at + 1);
  }

  /** With an address in the next place. */
  public static Bytes with(Bytes options, Ip4 address) {
    int at = find(options);
    byte[] bytes = options.toArray();
    bytes[at + 2] = (byte) (pointer(options, at) + ADDRESS);
    put(bytes, at + pointer(options, at) - 1, address);
    return Bytes.wrap(bytes);
  }

  /** With another address in the place taken last. */
  public static Bytes withLast(Bytes options, Ip4 address) {
    int at = find(options);
    byte[] bytes = options.toArray();
    put(bytes, at + pointer(options, at) - 1 - ADDRESS, address);
    return Bytes.wrap(bytes);
  }

  private static void put(byte[] bytes, int at, Ip4 address) {
    for (int i = 0; i < ADDRESS; i++) {
      bytes[at + i] = (byte) (address.bits() >>> 24 - 8 * i);
    }
  }

  /** The addresses so far; empty where there is no such option. */
  public static List<Ip4> addresses(Bytes options) {
    List<Ip4> addresses = new ArrayList<>();
    int at = find(options);
    int end = at < 0 ? 0 : Math.min(options.length(), at + pointer(options, at) - 1);
    for (int i = at + HEADER; i + ADDRESS <= end; i += ADDRESS) {
      addresses.add(
          new Ip4(
              options.at(i) << 24
                  | options.at(i + 1) << 16
                  | options.at(i + 2) << 8
                  | options.at(i + 3)));
    }
    return addresses;
  }

  private static int pointer(Bytes options, int at) {
    return options.at(at + 2);
  }

  /** Where the option begins, -1 where there is none that is whole. */
  private static int find(Bytes options) {
    int at = 0;
    while (at < options.length() && options.at(at) != END) {
      if (options.at(at) == NOP) {
        at++;
        continue;
      }
      int length = at + 1 < options.length() ? options.at(at + 1) : 0;
      if (length < 2 || at + length > options.length()) {
        return -1;
      }
      if (options.at(at) == TYPE) {
        return length > HEADER && pointer(options, at) > HEADER ? at : -1;
      }
      at += length;
    }
    return -1;
  }
}
