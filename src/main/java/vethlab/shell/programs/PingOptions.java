package vethlab.shell.programs;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vethlab.sim.ipv4.IpSend.Discover;
import vethlab.wire.Ip4;

/**
 * ping's command line: iputils 20221126. Times in nanoseconds; 0 means not given.
 *
 * @param count 0: no end
 */
record PingOptions(
    String destination,
    long count,
    long interval,
    long linger,
    long deadline,
    int size,
    int ttl,
    int tos,
    int mark,
    int ident,
    int preload,
    Optional<String> device,
    Optional<Ip4> source,
    String pattern,
    Discover discover,
    Shown shown,
    Pace pace,
    boolean broadcast,
    boolean outstanding,
    boolean stamps,
    boolean numeric,
    boolean verbose,
    boolean recordRoute) {

  enum Shown {
    ALL,
    QUIET
  }

  enum Pace {
    STEADY,
    ADAPTIVE,
    FLOOD
  }

  /** The command line asks for help or is wrong: what to print on stderr, and the status. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    final int status;

    Refused(String text, int status) {
      super(text, null, false, false);
      this.status = status;
    }
  }

  private static final String LETTERS = "h?4bRT:6F:N:aABc:CdDe:fI:i:l:Lm:M:nOp:qQ:rs:S:t:UvVw:W:";
  private static final long SECOND = 1_000_000_000L;

  static PingOptions parse(List<String> args) throws Refused {
    Getopt options;
    try {
      options = Getopt.parse(LETTERS, args);
    } catch (Getopt.Bad e) {
      throw new Refused("ping: " + e.getMessage() + "\n" + PingHelp.TEXT, 2);
    }
    Draft draft = new Draft();
    for (Getopt.Option option : options.options()) {
      draft.take(option);
    }
    if (options.words().isEmpty()) {
      throw new Refused("ping: usage error: Destination address required\n", 1);
    }
    return draft.options(options.words().getLast());
  }

  /** What has been read so far. */
  private static final class Draft {
    private long count;
    private long interval = SECOND;
    private long linger = 10 * SECOND;
    private long deadline;
    private int size = 56;
    private int ttl;
    private int tos;
    private int mark;
    private int ident;
    private int preload = 1;
    private Optional<String> device = Optional.empty();
    private Optional<Ip4> source = Optional.empty();
    private String pattern = "";
    private Discover discover = Discover.WANT;
    private Shown shown = Shown.ALL;
    private Pace pace = Pace.STEADY;
    private boolean broadcast;
    private boolean outstanding;
    private boolean stamps;
    private boolean numeric;
    private boolean verbose;
    private boolean recordRoute;

    void take(Getopt.Option option) throws Refused {
      String value = option.value();
      switch (option.letter()) {
        case 'c' -> count = number(value, 1, Long.MAX_VALUE);
        case 'i' -> interval = seconds(value);
        case 'W' -> linger = linger(value);
        case 'w' -> deadline = number(value, 0, Integer.MAX_VALUE) * SECOND;
        case 's' -> size = (int) number(value, 0, 2147483647L);
        case 't' -> ttl = (int) number(value, 0, 255);
        case 'Q' -> tos = typeOfService(value);
        case 'm' -> mark = (int) number(value, 0, Integer.MAX_VALUE);
        case 'e' -> ident = (int) number(value, 0, 65535);
        case 'l' -> preload = (int) number(value, 1, 65536);
        case 'I' -> from(value);
        case 'p' -> pattern = pattern(value);
        case 'M' -> discover = discover(value);
        case 'q' -> shown = Shown.QUIET;
        case 'f' -> pace = Pace.FLOOD;
        case 'A' -> pace = Pace.ADAPTIVE;
        case 'b' -> broadcast = true;
        case 'O' -> outstanding = true;
        case 'D' -> stamps = true;
        case 'n' -> numeric = true;
        case 'v' -> verbose = true;
        case 'h', '?' -> throw new Refused(PingHelp.TEXT, 2);
        case 'V' -> throw new Refused("", 0);
        case 'R' -> recordRoute = true;
        case 'T', '6', 'N', 'F' ->
            throw new Refused(
                "ping: -" + option.letter() + " is not modelled by the simulated machine\n", 2);
        default -> {
          // -4 -a -B -C -d -L -r -S -U change nothing that can be seen here
        }
      }
    }

    PingOptions options(String destination) {
      return new PingOptions(
          destination,
          count,
          interval,
          linger,
          deadline,
          size,
          ttl,
          tos,
          mark,
          ident,
          preload,
          device,
          source,
          pattern,
          discover,
          shown,
          pace,
          broadcast,
          outstanding,
          stamps,
          numeric,
          verbose,
          recordRoute);
    }

    /** -I takes an address or a link, and both if it is given twice. */
    private void from(String value) {
      Optional<Ip4> address = HostName.numeric(value);
      if (address.isPresent()) {
        source = address;
      } else {
        device = Optional.of(value);
      }
    }

    /** Bytes of two digits each, at most sixteen; a single last digit is a byte too. */
    private static String pattern(String text) throws Refused {
      if (!text.matches("[0-9a-fA-F]*")) {
        throw new Refused("ping: patterns must be specified as hex digits: " + text + "\n", 2);
      }
      String bytes = text.substring(0, Math.min(text.length(), 32)).toLowerCase(Locale.ROOT);
      int even = bytes.length() & ~1;
      return even == bytes.length()
          ? bytes
          : bytes.substring(0, even) + "0" + bytes.substring(even);
    }

    private static Discover discover(String word) throws Refused {
      return switch (word) {
        case "do" -> Discover.DO;
        case "dont" -> Discover.DONT;
        case "want" -> Discover.WANT;
        case "probe" -> Discover.PROBE;
        default -> throw new Refused("ping: invalid -M argument: " + word + "\n", 2);
      };
    }

    private static long number(String text, long least, long most) throws Refused {
      try {
        long value =
            text.startsWith("0x") ? Long.parseLong(text.substring(2), 16) : Long.parseLong(text);
        if (value < least || value > most) {
          throw new Refused(
              "ping: invalid argument: '"
                  + text
                  + "': out of range: "
                  + least
                  + " <= value <= "
                  + most
                  + "\n",
              1);
        }
        return value;
      } catch (NumberFormatException e) {
        throw new Refused("ping: invalid argument: '" + text + "'\n", 1);
      }
    }

    private static int typeOfService(String text) throws Refused {
      long value = number(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
      if (value > 255) {
        throw new Refused(
            "ping: the decimal value of TOS bits must be in range 0-255: " + value + "\n", 2);
      }
      return (int) value & 0xff;
    }

    private static long linger(String text) throws Refused {
      if (text.startsWith("-")) {
        throw new Refused("ping: bad linger time: " + text + "\n", 2);
      }
      return seconds(text);
    }

    private static long seconds(String text) throws Refused {
      try {
        return Math.round(Math.abs(Double.parseDouble(text)) * SECOND);
      } catch (NumberFormatException e) {
        throw new Refused("ping: bad timing interval: " + text + "\n", 2);
      }
    }
  }
}
