package vethlab.op.iptables.parse;

import static vethlab.op.iptables.parse.IptablesException.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import vethlab.op.iptables.AddressMask;
import vethlab.op.iptables.Is;
import vethlab.op.iptables.Masked;
import vethlab.op.iptables.Protocols;
import vethlab.op.iptables.Services;
import vethlab.op.iptables.Span;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;

/**
 * The argument of an extension's option, read in the way the extension asks for. Source: libxtables
 * xtoptions.c.
 *
 * @param extension the extension's name, for messages
 * @param option the option's name as it was declared first
 * @param text the argument, empty where the option takes none
 */
record Value(String extension, String option, String text, boolean not) {

  <T> Is<T> is(T value) {
    return new Is<>(value, not);
  }

  long number(long min, long max) {
    OptionalLong number = Number.whole(text, min, max);
    if (number.isEmpty()) {
      throw parameter(
          "%s: bad value for option \"--%s\", or out of range (%s-%s).\n",
          extension, option, min, Long.toUnsignedString(max));
    }
    return number.getAsLong();
  }

  int number(int min, int max) {
    return (int) number((long) min, (long) max);
  }

  /** One or two numbers with a colon between; one that is left out is 0 or the most there is. */
  List<Long> numbers(long max) {
    List<Long> numbers = new ArrayList<>();
    String rest = text;
    while (true) {
      if (numbers.size() == 2) {
        throw parameter(
            "%s: Too many components for option \"--%s\" (max: 2)\n", extension, option);
      }
      int end = 0;
      if (rest.isEmpty() || rest.charAt(0) == ':') {
        numbers.add(numbers.size() == 1 ? max : 0);
      } else {
        Number number = Number.at(rest, 0, max);
        if (!number.valid()) {
          throw parameter(
              "%s: bad value for option \"--%s\" near \"%s\", or out of range (0-%s).\n",
              extension, option, rest, Long.toUnsignedString(max));
        }
        end = number.end();
        if (end < rest.length() && rest.charAt(end) != ':') {
          throw parameter(
              "%s: Argument to \"--%s\" has unexpected characters near \"%s\".\n",
              extension, option, rest.substring(end));
        }
        numbers.add(number.value());
      }
      if (end == rest.length()) {
        return numbers;
      }
      rest = rest.substring(end + 1);
    }
  }

  Span span(long max) {
    List<Long> numbers = numbers(max);
    return new Span(numbers.getFirst(), numbers.getLast());
  }

  double fraction() {
    try {
      double value = Double.parseDouble(text);
      if (value >= 0 && value <= 1) {
        return value;
      }
    } catch (NumberFormatException e) {
      // falls through to the same message
    }
    throw parameter(
        "%s: bad value for option \"--%s\", or out of range (0-1).\n", extension, option);
  }

  Masked mark() {
    Number value = Number.at(text, 0, 0xffffffffL);
    if (!value.valid()) {
      throw parameter(
          "%s: bad integer value for option \"--%s\", or out of range.\n", extension, option);
    }
    if (value.end() == text.length()) {
      return new Masked((int) value.value(), -1);
    }
    String rest = text.substring(value.end());
    Number mask = rest.startsWith("/") ? Number.at(rest.substring(1), 0, 0xffffffffL) : value;
    if (rest.startsWith("/") && !mask.valid()) {
      throw parameter(
          "%s: bad integer value for option \"--%s\", or out of range.\n", extension, option);
    }
    if (!rest.startsWith("/") || mask.end() + 1 != rest.length()) {
      throw parameter("%s: trailing garbage after value for option \"--%s\".\n", extension, option);
    }
    return new Masked((int) value.value(), (int) mask.value());
  }

  int protocol() {
    return protocol(text);
  }

  static int protocol(String text) {
    OptionalInt number = Number.wholeInt(text, 0, 255);
    return (number.isPresent() ? number : Protocols.number(text))
        .orElseThrow(() -> parameter("unknown protocol \"%s\" specified", text));
  }

  /** Ports as getaddrinfo finds them: first and last. */
  Span ports() {
    String[] ends = text.split(":", -1);
    if (ends.length > 2) {
      throw parameter("%s: Too many components for option \"--%s\" (max: 2)\n", extension, option);
    }
    long first = ends[0].isEmpty() ? 0 : anyPort(ends[0]);
    if (ends.length == 1) {
      return ends[0].isEmpty() ? Span.of(0) : Span.of(first);
    }
    return new Span(first, ends[1].isEmpty() ? 65535 : anyPort(ends[1]));
  }

  private static int anyPort(String text) {
    OptionalInt port =
        text.matches("[0-9]{1,9}")
            ? OptionalInt.of(Integer.parseInt(text) & 0xffff)
            : Services.port(text, "");
    return port.orElseThrow(() -> parameter("Port \"%s\" does not resolve to anything.\n", text));
  }

  /** A port by number or by name in one protocol. */
  static int port(String text, String protocol) {
    OptionalInt number = Number.wholeInt(text, 0, 65535);
    return (number.isPresent() ? number : Services.port(text, protocol))
        .orElseThrow(() -> parameter("invalid port/service `%s' specified", text));
  }

  Ip4 host() {
    return Addresses.inetAton(text)
        .orElseThrow(() -> parameter("getaddrinfo: Name or service not known\n"));
  }

  AddressMask hostMask() {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return new AddressMask(host(), new Ip4(-1));
    }
    Ip4 host = new Value(extension, option, text.substring(0, slash), not).host();
    int length = new Value(extension, option, text.substring(slash + 1), not).prefixLength();
    return new AddressMask(host, new Ip4(AddressMask.prefixMask(length)));
  }

  int prefixLength() {
    OptionalInt length = Number.wholeInt(text, 0, 32);
    if (length.isPresent()) {
      return length.getAsInt();
    }
    return Addresses.inetAton(text)
        .map(mask -> Integer.bitCount(mask.bits()))
        .orElseThrow(() ->
            parameter(
                "%s: bad value for option \"--%s\", neither a valid network mask"
                    + " nor valid CIDR (0-32).\n",
                extension, option));
  }

  Mac mac() {
    try {
      return Mac.parse(text);
    } catch (IllegalArgumentException e) {
      throw parameter("Invalid MAC address specified.");
    }
  }

  /** A text of at least one character. */
  String nonEmpty() {
    if (text.isEmpty()) {
      throw parameter("Argument must have a minimum length of 1 characters\n");
    }
    return text;
  }

  /** Cut to what the kernel's structure has room for. */
  static String cut(String text, int most) {
    return text.length() > most ? text.substring(0, most) : text;
  }

  IptablesException bad() {
    return parameter("%s: Bad value for \"%s\" option: \"%s\"", extension, "--" + option, text);
  }
}
