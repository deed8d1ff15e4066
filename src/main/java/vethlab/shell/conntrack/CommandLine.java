package vethlab.shell.conntrack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import vethlab.op.iptables.parse.Getopt;
import vethlab.op.view.ConntrackView;
import vethlab.shell.conntrack.Request.Format;
import vethlab.wire.Protocol;

/** Reads conntrack's command line: conntrack.c do_parse. */
final class CommandLine {
  private static final String SHORT =
      "L::I::U::D::G::E::F::A::hVs:d:r:q:p:t:u:e:a:z[:]:{:}:m:i:f:o:n::g::c:b:C::Sj::w:l:<:>::(:):";

  private static final List<Getopt.Long> LONG =
      options(
          "dump?L create?I delete?D update?U get?G flush?F event?E add?A count?C stats-S version-V"
              + " help-h src:s dst:d orig-src:s orig-dst:d reply-src:r reply-dst:q protonum:p"
              + " timeout:t status:u zero-z event-mask:e tuple-src:[ tuple-dst:] mask-src:{"
              + " mask-dst:} nat-range:a mark:m secmark:c id:i family:f src-nat?n dst-nat?g"
              + " output:o buffer-size:b any-nat?j zone:w label:l label-add:< label-del?>"
              + " orig-zone:( reply-zone:)");

  private static final List<String> PORTS =
      List.of(
          "sport",
          "dport",
          "orig-port-src",
          "orig-port-dst",
          "reply-port-src",
          "reply-port-dst",
          "mask-port-src",
          "mask-port-dst",
          "tuple-port-src",
          "tuple-port-dst");

  private static final List<String> ICMP = List.of("icmp-type", "icmp-code", "icmp-id");

  private final Request request = new Request();
  private final Getopt words;
  private final Consumer<String> warnings;
  private Optional<Address> source = Optional.empty();
  private Optional<Address> destination = Optional.empty();
  private Optional<String> family = Optional.empty();

  private CommandLine(List<String> args, Consumer<String> warnings) {
    this.warnings = warnings;
    words = new Getopt(args, SHORT, LONG);
  }

  /**
   * @param warnings hears of what is ignored
   * @throws Mistake if it cannot be understood
   */
  static Request parse(List<String> args, Consumer<String> warnings) {
    return new CommandLine(args, warnings).parse();
  }

  /**
   * Names with a mark for what follows: {@code :} an argument, {@code ?} perhaps, {@code -} none.
   */
  private static List<Getopt.Long> options(String table) {
    List<Getopt.Long> all = new ArrayList<>();
    for (String each : table.split(" ")) {
      int at = each.length() - 2;
      Getopt.Argument argument =
          switch (each.charAt(at)) {
            case ':' -> Getopt.Argument.REQUIRED;
            case '?' -> Getopt.Argument.OPTIONAL;
            default -> Getopt.Argument.NONE;
          };
      all.add(new Getopt.Long(each.substring(0, at), argument, each.charAt(at + 1)));
    }
    return all;
  }

  private Request parse() {
    for (Getopt.Found f = words.next(); f.key() != Getopt.Marker.END; f = words.next()) {
      switch (f.key()) {
        case Getopt.Marker m when m == Getopt.Marker.UNKNOWN ->
            throw Mistake.parameter("unknown option `" + words.previous() + "'");
        case Getopt.Marker m when m == Getopt.Marker.MISSING_ARGUMENT ->
            throw Mistake.parameter("option `" + words.previous() + "' requires an argument");
        case Character letter -> option(letter, f.argument().orElse(""), f.argument().isPresent());
        case String name -> ofProtocol(name, f.argument().orElse(""));
        default -> {}
      }
    }
    source.ifPresent(address -> request.also(v -> address.holds(v.original().src())));
    destination.ifPresent(address -> request.also(v -> address.holds(v.original().dst())));
    request.check();
    return request;
  }

  private void option(char letter, String value, boolean joined) {
    switch (letter) {
      case 'L' -> command(Verb.LIST, joined);
      case 'I' -> command(Verb.CREATE, joined);
      case 'U' -> command(Verb.UPDATE, joined);
      case 'D' -> command(Verb.DELETE, joined);
      case 'G' -> command(Verb.GET, joined);
      case 'E' -> command(Verb.EVENTS, joined);
      case 'F' -> command(Verb.FLUSH, joined);
      case 'A' -> command(Verb.ADD, joined);
      case 'C' -> command(Verb.COUNT, joined);
      case 'S' -> request.verb(Verb.STATISTICS);
      case 'h' -> request.verb(Verb.HELP);
      case 'V' -> request.verb(Verb.VERSION);
      case 'a' -> warnings.accept("WARNING: ignoring -a, deprecated option.");
      default -> criterion(letter, value, joined);
    }
  }

  private void command(Verb verb, boolean joined) {
    request.verb(verb);
    Optional<String> table = optional(joined);
    if (table.isPresent()) {
      request.table =
          List.of("conntrack", "expect", "dying", "unconfirmed").stream()
              .filter(name -> name.equals(table.get()))
              .findFirst()
              .orElseThrow(() -> Mistake.parameter("unknown type `" + table.get() + "'"));
    }
  }

  /** get_optional_arg: the next word, unless something was joined to the option. */
  private Optional<String> optional(boolean joined) {
    return joined || !words.hasArgument() ? Optional.empty() : Optional.of(words.take());
  }

  private void criterion(char letter, String value, boolean joined) {
    switch (letter) {
      case 's' -> source = Optional.of(address(Flag.SRC, value));
      case 'd' -> destination = Optional.of(address(Flag.DST, value));
      case 'r' -> {
        Address address = address(Flag.REPLY_SRC, value);
        request.also(v -> address.holds(v.reply().src()));
      }
      case 'q' -> {
        Address address = address(Flag.REPLY_DST, value);
        request.also(v -> address.holds(v.reply().dst()));
      }
      case '{' -> {
        Address mask = address(Flag.MASK_SRC, value);
        source = source.map(address -> address.under(mask));
      }
      case '}' -> {
        Address mask = address(Flag.MASK_DST, value);
        destination = destination.map(address -> address.under(mask));
      }
      case 'p' -> protocol(value);
      case 'f' -> {
        set(Flag.FAMILY);
        if (!value.equals("ipv4") && !value.equals("ipv6")) {
          throw Mistake.parameter("`" + value + "' unsupported protocol");
        }
        family(value);
      }
      case 'u' -> {
        set(Flag.STATUS);
        Status.parse(value, request, warnings);
      }
      case 'm' -> {
        set(Flag.MARK);
        request.also(Numbers.mark(value));
      }
      case 'o' -> formats(value);
      case 'n' -> nat(Flag.SRC_NAT, joined, Translation.SOURCE);
      case 'g' -> nat(Flag.DST_NAT, joined, Translation.DESTINATION);
      case 'j' -> nat(Flag.ANY_NAT, joined, Translation.ANY);
      case 'w', '(', ')' -> {
        set(letter == 'w' ? Flag.ZONE : letter == '(' ? Flag.ORIG_ZONE : Flag.REPLY_ZONE);
        int zone = Numbers.of(value);
        request.also(v -> v.zone() == zone);
      }
      case 'l' -> {
        set(Flag.LABEL);
        warnings.accept(Numbers.NO_LABELS);
        throw Mistake.parameter("unknown label '" + value + "'");
      }
      default -> set(plain(letter));
    }
  }

  /** Options that are only checked. */
  private static Flag plain(char letter) {
    return switch (letter) {
      case 't' -> Flag.TIMEOUT;
      case 'z' -> Flag.ZERO;
      case 'e' -> Flag.EVENT_MASK;
      case '[' -> Flag.TUPLE_SRC;
      case ']' -> Flag.TUPLE_DST;
      case 'i' -> Flag.ID;
      case 'c' -> Flag.SECMARK;
      case 'b' -> Flag.BUFFER_SIZE;
      case '<' -> Flag.LABEL_ADD;
      default -> Flag.LABEL_DEL;
    };
  }

  private void set(Flag flag) {
    request.flags.add(flag);
  }

  private Address address(Flag flag, String value) {
    set(flag);
    Address address = Address.parse(value);
    family(address.isIpv6() ? "ipv6" : "ipv4");
    return address;
  }

  private void family(String name) {
    if (family.isPresent() && !family.get().equals(name)) {
      throw Mistake.parameter("mismatched address family");
    }
    family = Optional.of(name);
    request.ipv6 = name.equals("ipv6");
  }

  private void protocol(String value) {
    set(Flag.PROTONUM);
    OptionalInt number = Numbers.protocol(value);
    if (number.isEmpty()) {
      throw Mistake.parameter("`" + value + "' unsupported protocol");
    }
    request.protocol = number;
    int protocol = number.getAsInt();
    List<String> own =
        switch (protocol) {
          case Protocol.TCP, Protocol.UDP -> PORTS;
          case Protocol.ICMP -> ICMP;
          default -> List.of();
        };
    words.add(0, own.stream().map(name -> new Getopt.Long(name, required(), name)).toList());
    if (protocol == Protocol.TCP) {
      words.add(0, List.of(new Getopt.Long("state", required(), "state")));
    }
  }

  private static Getopt.Argument required() {
    return Getopt.Argument.REQUIRED;
  }

  private void ofProtocol(String name, String value) {
    if (name.equals("state")) {
      if (!Numbers.isTcpState(value)) {
        throw Mistake.parameter("unknown TCP state `" + value + "'");
      }
      request.also(v -> v.state().equals(value));
      return;
    }
    int number = Numbers.of(value);
    request.also(
        switch (name) {
          case "sport", "orig-port-src" -> v -> v.original().sport() == number;
          case "dport", "orig-port-dst" -> v -> v.original().dport() == number;
          case "reply-port-src" -> v -> v.reply().sport() == number;
          case "reply-port-dst" -> v -> v.reply().dport() == number;
          case "icmp-type" -> v -> v.original().type() == (number & 0xff);
          case "icmp-code" -> v -> v.original().code() == (number & 0xff);
          case "icmp-id" -> v -> v.original().id() == number;
          default -> v -> true;
        });
  }

  private void formats(String value) {
    set(Flag.OUTPUT);
    for (String word : value.split(",", -1)) {
      try {
        request.formats.add(Format.valueOf(word.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw Mistake.parameter("Bad parameter `" + word + "'");
      }
    }
    if (request.formats.contains(Format.SAVE) && request.formats.size() > 1) {
      throw Mistake.other(
          "cannot combine save output with any other output type, use -o save only");
    }
  }

  private void nat(Flag flag, boolean joined, Translation which) {
    set(flag);
    Optional<String> to = optional(joined);
    if (to.isEmpty()) {
      request.also(which::any);
      return;
    }
    int colon = to.get().indexOf(':');
    Address address = Address.parse(colon < 0 ? to.get() : to.get().substring(0, colon));
    int port = colon < 0 ? -1 : Numbers.of(to.get().substring(colon + 1));
    request.also((ConntrackView v) -> which.to(v, address, port));
  }
}
