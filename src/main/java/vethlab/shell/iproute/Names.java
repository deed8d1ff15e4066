package vethlab.shell.iproute;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import vethlab.op.Route.RouteType;
import vethlab.shell.FileException;
import vethlab.shell.Files;

/**
 * The names of tables, protocols, scopes and the like: those built in and, for routing tables and
 * link groups, those of /etc/iproute2 on the machine.
 */
final class Names {
  private static final String CONFIG = "/etc/iproute2/";
  private static final long TABLE_MAX = 0xffffffffL;

  private static final Map<Long, String> TABLES =
      table(new Object[][] {{0, "unspec"}, {253, "default"}, {254, "main"}, {255, "local"}});
  private static final Map<Long, String> GROUPS = table(new Object[][] {{0, "default"}});
  private static final Map<Long, String> PROTOCOLS =
      table(
          new Object[][] {
            {0, "unspec"},
            {1, "redirect"},
            {2, "kernel"},
            {3, "boot"},
            {4, "static"},
            {8, "gated"},
            {9, "ra"},
            {10, "mrt"},
            {11, "zebra"},
            {12, "bird"},
            {13, "dnrouted"},
            {14, "xorp"},
            {15, "ntk"},
            {16, "dhcp"},
            {18, "keepalived"},
            {42, "babel"},
            {99, "openr"},
            {186, "bgp"},
            {187, "isis"},
            {188, "ospf"},
            {189, "rip"},
            {192, "eigrp"}
          });
  private static final Map<Long, String> SCOPES =
      table(
          new Object[][] {
            {0, "global"}, {200, "site"}, {253, "link"}, {254, "host"}, {255, "nowhere"}
          });
  private static final Map<Long, String> DSFIELDS =
      table(
          new Object[][] {
            {0, "default"}, {0x28, "AF11"}, {0x30, "AF12"}, {0x38, "AF13"}, {0x48, "AF21"},
            {0x50, "AF22"}, {0x58, "AF23"}, {0x68, "AF31"}, {0x70, "AF32"}, {0x78, "AF33"},
            {0x88, "AF41"}, {0x90, "AF42"}, {0x98, "AF43"}, {0x20, "CS1"}, {0x40, "CS2"},
            {0x60, "CS3"}, {0x80, "CS4"}, {0xa0, "CS5"}, {0xc0, "CS6"}, {0xe0, "CS7"},
            {0xb8, "EF"}
          });
  private static final Map<Long, String> IP_PROTOCOLS =
      table(
          new Object[][] {
            {1, "icmp"},
            {2, "igmp"},
            {4, "ipencap"},
            {6, "tcp"},
            {17, "udp"},
            {33, "dccp"},
            {41, "ipv6"},
            {47, "gre"},
            {50, "esp"},
            {51, "ah"},
            {58, "ipv6-icmp"},
            {132, "sctp"},
            {136, "udplite"}
          });

  private final Files files;
  private final boolean numbersOnly;

  Names(Files files, Options options) {
    this.files = files;
    this.numbersOnly = options.numeric > 0;
  }

  private static Map<Long, String> table(Object[][] rows) {
    Map<Long, String> names = new TreeMap<>();
    for (Object[] row : rows) {
      names.put(((Integer) row[0]).longValue(), (String) row[1]);
    }
    return names;
  }

  OptionalLong table(String text) {
    return number(text, fromFile("rt_tables", TABLES), TABLE_MAX);
  }

  String table(long id) {
    return name(id, fromFile("rt_tables", TABLES));
  }

  OptionalLong group(String text) {
    return number(text, fromFile("group", GROUPS), Integer.MAX_VALUE);
  }

  String group(long id) {
    return name(id, fromFile("group", GROUPS));
  }

  OptionalLong protocol(String text) {
    return number(text, fromFile("rt_protos", PROTOCOLS), 255);
  }

  String protocol(long id) {
    return name(id, fromFile("rt_protos", PROTOCOLS));
  }

  OptionalLong scope(String text) {
    return number(text, SCOPES, 255);
  }

  String scope(long id) {
    return name(id, SCOPES);
  }

  /** A type-of-service byte: a name or a hexadecimal number. */
  static OptionalLong dsfield(String text) {
    OptionalLong named = byName(text, DSFIELDS);
    if (named.isPresent()) {
      return named;
    }
    String digits = text.startsWith("0x") ? text.substring(2) : text;
    return digits.matches("[0-9a-fA-F]{1,2}")
        ? OptionalLong.of(Long.parseLong(digits, 16))
        : OptionalLong.empty();
  }

  static String dsfield(long tos) {
    return Optional.ofNullable(DSFIELDS.get(tos))
        .orElseGet(() -> String.format(Locale.ROOT, "0x%02x", tos));
  }

  static OptionalLong ipProtocol(String text) {
    OptionalLong number =
        text.matches("[0-9]{1,3}")
            ? Numbers.u8(text.replaceFirst("^0+(?=.)", ""))
            : OptionalLong.empty();
    return number.isPresent() ? number : byName(text, IP_PROTOCOLS);
  }

  static String ipProtocol(long number) {
    return Optional.ofNullable(IP_PROTOCOLS.get(number)).orElse("ipproto-" + number);
  }

  /** A route's type by its word, some of which may be shortened. */
  static Optional<RouteType> routeType(String text) {
    if (text.equals("local")) {
      return Optional.of(RouteType.LOCAL);
    }
    if (text.equals("throw")) {
      return Optional.of(RouteType.THROW);
    }
    if (text.equals("brd")) {
      return Optional.of(RouteType.BROADCAST);
    }
    for (RouteType type :
        new RouteType[] {
          RouteType.BROADCAST,
          RouteType.ANYCAST,
          RouteType.MULTICAST,
          RouteType.PROHIBIT,
          RouteType.UNREACHABLE,
          RouteType.BLACKHOLE,
          RouteType.UNICAST
        }) {
      if (Args.matches(text, type.word())) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  private static OptionalLong number(String text, Map<Long, String> names, long limit) {
    OptionalLong named = byName(text, names);
    return named.isPresent() ? named : Numbers.unsigned(text, limit);
  }

  private static OptionalLong byName(String text, Map<Long, String> names) {
    return names.entrySet().stream()
        .filter(e -> e.getValue().equals(text))
        .mapToLong(Map.Entry::getKey)
        .findFirst();
  }

  private String name(long id, Map<Long, String> names) {
    return numbersOnly
        ? Long.toString(id)
        : Optional.ofNullable(names.get(id)).orElse(Long.toString(id));
  }

  /** The built-in names and those of the machine's file: a number and a name a line. */
  private Map<Long, String> fromFile(String file, Map<Long, String> builtIn) {
    Map<Long, String> names = new TreeMap<>(builtIn);
    addFile(CONFIG + file, names);
    String directory = CONFIG + file + ".d";
    try {
      if (files.isDirectory(directory)) {
        files.list(directory).stream()
            .filter(n -> n.endsWith(".conf"))
            .forEach(n -> addFile(directory + "/" + n, names));
      }
    } catch (FileException e) {
      return names;
    }
    return names;
  }

  private void addFile(String path, Map<Long, String> names) {
    try {
      if (!files.exists(path)) {
        return;
      }
      for (String line : files.read(path).split("\n")) {
        String[] words = line.replaceFirst("#.*", "").strip().split("\\s+");
        OptionalLong id = words.length >= 2 ? Numbers.u32(words[0]) : OptionalLong.empty();
        if (id.isPresent()) {
          names.put(id.getAsLong(), words[1]);
        }
      }
    } catch (FileException e) {
      return;
    }
  }
}
