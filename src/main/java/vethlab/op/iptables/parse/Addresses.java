package vethlab.op.iptables.parse;

import static vethlab.op.iptables.parse.IptablesException.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vethlab.op.iptables.AddressMask;
import vethlab.wire.Ip4;

/**
 * Addresses as iptables takes them: {@code 10.0.0.1}, {@code 10/8}, {@code 10.0.0.0/255.0.0.0},
 * lists with commas. Source: libxtables xtables.c xtables_ipparse_multiple. Not modelled: names of
 * hosts and networks but localhost.
 */
final class Addresses {
  private Addresses() {}

  static List<AddressMask> list(String text) {
    List<AddressMask> addresses = new ArrayList<>();
    for (String each : text.split(",", -1)) {
      addresses.add(one(each.stripLeading()));
    }
    return addresses;
  }

  private static AddressMask one(String text) {
    int slash = text.lastIndexOf('/');
    Ip4 mask = slash < 0 ? new Ip4(-1) : mask(text.substring(slash + 1));
    String host = slash < 0 ? text : text.substring(0, slash);
    if (mask.bits() == 0) {
      return AddressMask.ANY;
    }
    return new AddressMask(host(host), mask);
  }

  private static Ip4 mask(String text) {
    Optional<Ip4> dotted = numeric(text, true);
    if (dotted.isPresent()) {
      return dotted.get();
    }
    OptionalInt length = Number.wholeInt(text, 0, 32);
    return new Ip4(
        AddressMask.prefixMask(
            length.orElseThrow(() -> parameter("invalid mask `%s' specified", text))));
  }

  private static Ip4 host(String text) {
    return numeric(text, false)
        .or(() -> inetAton(text))
        .orElseThrow(() -> parameter("host/network `%s' not found", text));
  }

  /** An address whose end may be left out ({@code 10.1}); a mask must have all four numbers. */
  static Optional<Ip4> numeric(String text, boolean whole) {
    String[] numbers = text.split("\\.", 4);
    if (numbers.length < 4 && whole) {
      return Optional.empty();
    }
    int bits = 0;
    for (int i = 0; i < 4; i++) {
      int number = 0;
      if (i < numbers.length) {
        OptionalInt one = Number.wholeInt(numbers[i], 0, 255);
        if (one.isEmpty()) {
          return Optional.empty();
        }
        number = one.getAsInt();
      }
      bits = bits << 8 | number;
    }
    return Optional.of(new Ip4(bits));
  }

  /** What getaddrinfo makes of a text without asking anyone: {@code 10.1} is 10.0.0.1. */
  static Optional<Ip4> inetAton(String text) {
    if (text.equals("localhost")) {
      return Optional.of(Ip4.LOOPBACK);
    }
    String[] numbers = text.split("\\.", -1);
    if (numbers.length > 4) {
      return Optional.empty();
    }
    long bits = 0;
    for (int i = 0; i < numbers.length; i++) {
      int last = 8 * (5 - numbers.length);
      int width = i == numbers.length - 1 ? last : 8;
      var number = Number.whole(numbers[i], 0, (1L << width) - 1);
      if (number.isEmpty()) {
        return Optional.empty();
      }
      bits = bits << width | number.getAsLong();
    }
    return Optional.of(new Ip4((int) bits));
  }
}
