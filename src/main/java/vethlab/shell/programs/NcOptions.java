package vethlab.shell.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import vethlab.op.iptables.Services;

/**
 * nc's command line: netcat-openbsd 1.219. Times in nanoseconds, {@link #NOT_GIVEN} where not
 * given.
 *
 * @param host empty: any address, for a listener
 * @param ports texts of what to connect to, one by one; a listener has one
 */
record NcOptions(
    Set<Character> flags,
    String host,
    List<Integer> ports,
    Optional<String> localPort,
    Optional<String> source,
    long timeout,
    long quitAfter,
    long interval,
    long receiveLimit,
    int ttl,
    int tos) {
  static final long NOT_GIVEN = -1;
  private static final String LETTERS = "46bCDdFhI:i:klM:m:NnO:P:p:q:rSs:T:tUuV:vW:w:X:x:Zz";
  private static final long SECOND = 1_000_000_000L;

  /** What to print, where and the status. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    final int status;

    Refused(String text, int status) {
      super(text, null, false, false);
      this.status = status;
    }
  }

  boolean has(char flag) {
    return flags.contains(flag);
  }

  boolean listens() {
    return has('l');
  }

  boolean udp() {
    return has('u');
  }

  boolean verbose() {
    return has('v');
  }

  boolean numeric() {
    return has('n');
  }

  static NcOptions parse(List<String> args) throws Refused {
    Getopt options;
    try {
      options = Getopt.parse(LETTERS, args);
    } catch (Getopt.Bad e) {
      throw new Refused("nc: " + e.getMessage() + "\n" + NcHelp.USAGE, 1);
    }
    Draft draft = new Draft();
    for (Getopt.Option option : options.options()) {
      draft.take(option);
    }
    return draft.options(options.words());
  }

  private static Refused refused(String sentence) {
    return new Refused("nc: " + sentence + "\n", 1);
  }

  /** What has been read so far. */
  private static final class Draft {
    private final Set<Character> flags = new TreeSet<>();
    private Optional<String> localPort = Optional.empty();
    private Optional<String> source = Optional.empty();
    private long timeout = NOT_GIVEN;
    private long quitAfter = NOT_GIVEN;
    private long interval;
    private long receiveLimit;
    private int ttl;
    private int tos;

    void take(Getopt.Option option) throws Refused {
      String value = option.value();
      switch (option.letter()) {
        case 'h' -> throw new Refused(NcHelp.HELP, 0);
        case 'p' -> localPort = Optional.of(value);
        case 's' -> source = Optional.of(value);
        case 'w' -> timeout = number("timeout", value, 0, Integer.MAX_VALUE / 1000) * SECOND;
        case 'q' -> quitAfter = quit(value);
        case 'i' -> interval = number("interval", value, 0, Integer.MAX_VALUE) * SECOND;
        case 'W' -> receiveLimit = number("receive limit", value, 1, Integer.MAX_VALUE);
        case 'M' -> ttl = (int) number("ttl", value, 0, 255);
        case 'T' -> tos = tos(value);
        case '6', 'U', 'x', 'X', 'Z', 'F' -> flags.add(option.letter());
        default -> flags.add(option.letter());
      }
    }

    private static long quit(String value) throws Refused {
      long seconds = number("quit timer", value, Integer.MIN_VALUE, Integer.MAX_VALUE);
      return seconds < 0 ? NOT_GIVEN : seconds * SECOND;
    }

    private static int tos(String value) throws Refused {
      try {
        return value.startsWith("0x")
            ? Integer.parseInt(value.substring(2), 16) & 0xff
            : Integer.parseInt(value) & 0xff;
      } catch (NumberFormatException e) {
        throw new Refused("nc: illegal tos value " + value + "\n", 1);
      }
    }

    /** strtonum(3) and what nc says of its mistakes. */
    private static long number(String what, String text, long least, long most) throws Refused {
      long value;
      try {
        value = Long.parseLong(text.strip());
      } catch (NumberFormatException e) {
        throw refused(what + " invalid: " + text);
      }
      if (value < least) {
        throw refused(what + " too small: " + text);
      }
      if (value > most) {
        throw refused(what + " too large: " + text);
      }
      return value;
    }

    NcOptions options(List<String> words) throws Refused {
      if (flags.contains('l') && localPort.isPresent() && !words.isEmpty()) {
        throw new Refused(NcHelp.USAGE, 1);
      }
      if (words.isEmpty() && !flags.contains('l')) {
        throw new Refused(NcHelp.USAGE, 1);
      }
      if (flags.contains('l') && flags.contains('z')) {
        throw refused("cannot use -z and -l");
      }
      if (!flags.contains('l') && flags.contains('k')) {
        throw refused("must use -l with -k");
      }
      return flags.contains('l') ? listener(words) : client(words);
    }

    private NcOptions listener(List<String> words) throws Refused {
      String host = words.size() > 1 ? words.get(0) : source.orElse("");
      Optional<String> port =
          localPort.or(() -> words.isEmpty() ? Optional.empty() : Optional.of(words.getLast()));
      if (port.isEmpty()) {
        throw refused("missing port number");
      }
      OptionalInt number = service(port.get());
      if (number.isEmpty()) {
        throw refused("getaddrinfo: Servname not supported for ai_socktype");
      }
      return make(host, List.of(number.getAsInt()));
    }

    private NcOptions client(List<String> words) throws Refused {
      if (words.size() < 2) {
        throw refused("missing port number");
      }
      List<Integer> ports = new ArrayList<>();
      for (String word : words.subList(1, words.size())) {
        ports.addAll(ports(word));
      }
      return make(words.get(0), ports);
    }

    private NcOptions make(String host, List<Integer> ports) {
      return new NcOptions(
          flags,
          host,
          List.copyOf(ports),
          localPort,
          source,
          timeout,
          quitAfter,
          interval,
          receiveLimit,
          ttl,
          tos);
    }

    /** build_ports: a service's name, a number, or a range. */
    private List<Integer> ports(String word) throws Refused {
      OptionalInt service = Services.port(word, flags.contains('u') ? "udp" : "tcp");
      if (service.isPresent()) {
        return List.of(service.getAsInt());
      }
      int dash = word.indexOf('-');
      if (dash < 0) {
        return List.of((int) number("port number", word, 1, 65535));
      }
      int one = (int) number("port number", word.substring(0, dash), 1, 65535);
      int other = (int) number("port number", word.substring(dash + 1), 1, 65535);
      List<Integer> all = new ArrayList<>();
      for (int port = Math.min(one, other); port <= Math.max(one, other); port++) {
        all.add(port);
      }
      return all;
    }

    private OptionalInt service(String word) {
      OptionalInt named = Services.port(word, flags.contains('u') ? "udp" : "tcp");
      if (named.isPresent()) {
        return named;
      }
      try {
        int port = Integer.parseInt(word);
        return port >= 0 && port <= 65535 ? OptionalInt.of(port) : OptionalInt.empty();
      } catch (NumberFormatException e) {
        return OptionalInt.empty();
      }
    }
  }
}
