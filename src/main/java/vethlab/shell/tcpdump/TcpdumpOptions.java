package vethlab.shell.tcpdump;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vethlab.shell.GetoptLong;
import vethlab.sim.FrameTap.Direction;

/**
 * tcpdump's command line.
 *
 * @param flags the letters without a value
 * @param count 0: no end
 * @param stamps how many -t
 * @param verbosity how many -v
 */
record TcpdumpOptions(
    Set<Character> flags,
    Optional<String> device,
    long count,
    int stamps,
    int verbosity,
    int hex,
    int hexWithLink,
    int ascii,
    int snapLength,
    Optional<String> read,
    Optional<String> write,
    Optional<Direction> direction,
    String expression) {
  static final int SNAP_LENGTH = 262144;

  static final String VERSION =
      """
      tcpdump version 4.99.3
      libpcap version 1.10.3 (with TPACKET_V3)
      OpenSSL 3.0.15 3 Sep 2024
      """;

  private static final String LETTERS =
      "aAb#B:c:C:dDeE:fF:G:hHi:Ij:JKlLm:M:nNOpqQ:r:s:StT:uUvV:w:W:xXy:Yz:Z:";
  private static final List<GetoptLong.Long> LONGS =
      List.of(
          GetoptLong.Long.with("interface", 'i'),
          GetoptLong.Long.with("direction", 'Q'),
          GetoptLong.Long.with("snapshot-length", 's'),
          GetoptLong.Long.flag("list-interfaces", 'D'),
          GetoptLong.Long.flag("packet-buffered", 'U'),
          GetoptLong.Long.flag("no-promiscuous-mode", 'p'),
          GetoptLong.Long.flag("absolute-tcp-sequence-numbers", 'S'),
          GetoptLong.Long.flag("dont-verify-checksums", 'K'),
          GetoptLong.Long.flag("number", '#'),
          GetoptLong.Long.flag("immediate-mode", 'M'),
          GetoptLong.Long.flag("version", 'h'),
          GetoptLong.Long.flag("help", 'h'));

  /** A wrong command line: what tcpdump says, without its name where it is the usage. */
  static final class Bad extends Exception {
    private static final long serialVersionUID = 1L;

    Bad(String message) {
      super(message, null, false, false);
    }
  }

  boolean has(char flag) {
    return flags.contains(flag);
  }

  boolean numeric() {
    return has('n');
  }

  static TcpdumpOptions parse(List<String> args) throws Bad {
    GetoptLong options = GetoptLong.parse(LETTERS, LONGS, args);
    if (options.mistake().isPresent()) {
      throw new Bad("tcpdump: " + options.mistake().get() + "\n" + VERSION + USAGE);
    }
    Draft draft = new Draft();
    for (GetoptLong.Option option : options.options()) {
      draft.take(option);
    }
    return draft.options(String.join(" ", options.words()));
  }

  static final String USAGE =
      """
      Usage: tcpdump [-AbdDefhHIJKlLnNOpqStuUvxX#] [ -B size ] [ -c count ] [--count]
      \t\t[ -C file_size ] [ -E algo:secret ] [ -F file ] [ -G seconds ]
      \t\t[ -i interface ] [ --immediate-mode ] [ -j tstamptype ]
      \t\t[ -M secret ] [ --number ] [ --print ] [ -Q in|out|inout ]
      \t\t[ -r file ] [ -s snaplen ] [ -T type ] [ --version ]
      \t\t[ -V file ] [ -w file ] [ -W filecount ] [ -y datalinktype ]
      \t\t[ --time-stamp-precision precision ] [ --micro ] [ --nano ]
      \t\t[ -z postrotate-command ] [ -Z user ] [ expression ]
      """;

  private static final class Draft {
    private final Set<Character> flags = new TreeSet<>();
    private Optional<String> device = Optional.empty();
    private long count;
    private int stamps;
    private int verbosity;
    private int hex;
    private int hexWithLink;
    private int ascii;
    private int snapLength = SNAP_LENGTH;
    private Optional<String> read = Optional.empty();
    private Optional<String> write = Optional.empty();
    private Optional<Direction> direction = Optional.empty();

    void take(GetoptLong.Option option) throws Bad {
      String value = option.value();
      switch (option.letter()) {
        case 'i' -> device = Optional.of(value);
        case 'c' -> count = count(value);
        case 't' -> stamps++;
        case 'v' -> verbosity++;
        case 'x' -> hex++;
        case 'X' -> hexWithLink++;
        case 'A' -> ascii++;
        case 's' -> snapLength = snap(value);
        case 'r' -> read = Optional.of(value);
        case 'w' -> write = Optional.of(value);
        case 'Q' -> direction = direction(value);
        default -> flags.add(option.letter());
      }
    }

    private static long count(String text) throws Bad {
      try {
        long count = Long.parseLong(text);
        if (count > 0) {
          return count;
        }
      } catch (NumberFormatException e) {
        // falls through to the complaint
      }
      throw new Bad("tcpdump: invalid packet count " + text);
    }

    private static int snap(String text) throws Bad {
      try {
        int length = Integer.decode(text);
        return length == 0 ? SNAP_LENGTH : length;
      } catch (NumberFormatException e) {
        throw new Bad("tcpdump: invalid snaplen " + text + " (must be >= 0 and <= 262144)");
      }
    }

    private static Optional<Direction> direction(String word) throws Bad {
      return switch (word) {
        case "in" -> Optional.of(Direction.IN);
        case "out" -> Optional.of(Direction.OUT);
        case "inout" -> Optional.empty();
        default -> throw new Bad("tcpdump: unknown capture direction `" + word + "'");
      };
    }

    TcpdumpOptions options(String expression) {
      return new TcpdumpOptions(
          flags,
          device,
          count,
          stamps,
          verbosity,
          hex,
          hexWithLink,
          ascii,
          snapLength,
          read,
          write,
          direction,
          expression);
    }
  }
}
