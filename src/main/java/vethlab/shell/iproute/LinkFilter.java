package vethlab.shell.iproute;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import vethlab.op.LinkFlags;
import vethlab.op.view.AddrView;
import vethlab.op.view.LinkView;
import vethlab.shell.iproute.Addresses.Typed;
import vethlab.shell.iproute.Options.Family;

/** Which links and addresses {@code ip link|addr show|flush} is about. */
final class LinkFilter {
  private static final String SLAVE = "_slave";

  /** Flags an address can have here; the rest belong to IPv6 and are never set. */
  private static final Words<LinkFilter> FLAGS = flags();

  final Host host;
  Family family;
  private Optional<String> devName = Optional.empty();
  Optional<LinkView> dev = Optional.empty();
  boolean up;
  OptionalInt group = OptionalInt.empty();
  Optional<String> master = Optional.empty();
  boolean noMaster;
  Optional<String> kind = Optional.empty();
  Optional<String> slaveKind = Optional.empty();
  Optional<String> label = Optional.empty();
  private OptionalInt scope = OptionalInt.empty();
  private Optional<Typed> to = Optional.empty();
  private final Map<String, Boolean> flagsWanted = new LinkedHashMap<>();

  private LinkFilter(Host host, Family family) {
    this.host = host;
    this.family = family;
  }

  private static final Words<LinkFilter> WORDS =
      new Words<LinkFilter>()
          .full("to", LinkFilter::readTo)
          .full("scope", LinkFilter::readScope)
          .full("up", (f, a) -> f.up = true)
          .full("label", (f, a) -> f.label = Optional.of(a.value()))
          .full("group", LinkFilter::readGroup)
          .full("master", LinkFilter::readMaster)
          .full("vrf", LinkFilter::readVrf)
          .full("nomaster", (f, a) -> f.noMaster = true)
          .full("type", LinkFilter::readType)
          .other(LinkFilter::readDevice);

  /**
   * @param helpTopic what to print when asked for help
   */
  static LinkFilter read(Host host, Family family, String helpTopic, Args args) {
    LinkFilter filter = new LinkFilter(host, family);
    while (args.more()) {
      String word = args.peek();
      if (!filter.readFlag(word, args)) {
        if (Args.matches(word, "help") && !word.equals("dev")) {
          throw Help.of(helpTopic);
        }
        WORDS.readOne(filter, args);
      }
    }
    filter.devName.ifPresent(name -> {
      filter.dev = host.links().find(name);
      if (filter.dev.isEmpty()) {
        throw host.failed("Device \"" + name + "\" does not exist.\n");
      }
    });
    return filter;
  }

  /** Whether anything but the device restricts the links. */
  boolean onlyDevice() {
    return dev.isPresent() && group.isEmpty();
  }

  boolean shows(LinkView link) {
    return (dev.isEmpty() || dev.get().index() == link.index())
        && (!up || link.has(LinkFlags.UP))
        && (group.isEmpty() || group.getAsInt() == link.group())
        && (master.isEmpty() || master.get().equals(link.master()))
        && (kind.isEmpty() || kind.get().equals(infoKind(link)))
        && (slaveKind.isEmpty() || slaveKind.get().equals(slaveKindOf(link)));
  }

  /** What the kernel itself leaves out of its answer. */
  boolean dumped(LinkView link) {
    return (!noMaster || link.master().isEmpty())
        && (master.isEmpty() || master.get().equals(link.master()))
        && (kind.isEmpty() || kind.get().equals(infoKind(link)))
        && (dev.isEmpty() || dev.get().index() == link.index());
  }

  static String infoKind(LinkView link) {
    return link.kind().word().equals("loopback") ? "" : link.kind().word();
  }

  String slaveKindOf(LinkView link) {
    if (link.master().isEmpty()) {
      return "";
    }
    return host.links().find(link.master()).map(LinkFilter::infoKind).orElse("");
  }

  boolean shows(AddrView address) {
    return (dev.isEmpty() || dev.get().index() == address.ifindex())
        && (family == Family.ANY || family == Family.INET)
        && (scope.isEmpty() || scope.getAsInt() == address.scope())
        && flagsFit(address)
        && (label.isEmpty() || glob(label.get(), address.label()))
        && (to.isEmpty() || toFits(address));
  }

  private boolean toFits(AddrView address) {
    Typed typed = to.get();
    return typed.family() != Family.INET
        || typed.length() == 0
        || typed.prefix().contains(address.local().address());
  }

  private boolean flagsFit(AddrView address) {
    return flagsWanted.entrySet().stream()
        .allMatch(wanted -> has(address, wanted.getKey()) == wanted.getValue());
  }

  private static boolean has(AddrView address, String flag) {
    return switch (flag) {
      case "secondary" -> address.secondary();
      case "permanent" -> address.permanent();
      case "noprefixroute" -> address.noPrefixRoute();
      case "deprecated" -> address.preferredSeconds() == 0;
      default -> false;
    };
  }

  /** Whether only secondary or only primary addresses are asked for. */
  boolean onlyPrimary() {
    return Boolean.FALSE.equals(flagsWanted.get("secondary"));
  }

  private static Words<LinkFilter> flags() {
    Words<LinkFilter> words = new Words<>();
    for (String flag :
        new String[] {
          "secondary",
          "nodad",
          "optimistic",
          "dadfailed",
          "home",
          "deprecated",
          "tentative",
          "permanent",
          "mngtmpaddr",
          "noprefixroute",
          "autojoin",
          "stable-privacy"
        }) {
      words.full(flag, (f, a) -> f.flagsWanted.put(flag, true));
      words.full("-" + flag, (f, a) -> f.flagsWanted.put(flag, false));
    }
    return words
        .full("temporary", (f, a) -> f.flagsWanted.put("secondary", true))
        .full("dynamic", (f, a) -> f.flagsWanted.put("permanent", false))
        .full("-dynamic", (f, a) -> f.flagsWanted.put("permanent", true))
        .full("primary", (f, a) -> f.flagsWanted.put("secondary", false))
        .full("-primary", (f, a) -> f.flagsWanted.put("secondary", true));
  }

  private boolean readFlag(String word, Args args) {
    int before = args.left();
    FLAGS.readOne(this, args);
    return args.left() < before;
  }

  private static void readTo(LinkFilter f, Args args) {
    Typed typed = Addresses.prefix(args.value(), f.family);
    f.to = Optional.of(typed);
    if (f.family == Family.ANY) {
      f.family = typed.family();
    }
  }

  private static void readScope(LinkFilter f, Args args) {
    String text = args.value();
    OptionalLong scope = f.host.names().scope(text);
    if (scope.isPresent()) {
      f.scope = OptionalInt.of((int) scope.getAsLong());
    } else if (text.equals("all")) {
      f.scope = OptionalInt.empty();
    } else {
      throw IpError.wrong("invalid \"scope\"\n", text);
    }
  }

  private static void readGroup(LinkFilter f, Args args) {
    String text = args.value();
    f.group =
        OptionalInt.of(
            (int)
                f.host
                    .names()
                    .group(text)
                    .orElseThrow(() -> IpError.wrong("Invalid \"group\" value\n", text)));
  }

  private static void readMaster(LinkFilter f, Args args) {
    String text = args.value();
    f.master =
        Optional.of(
            f.host
                .links()
                .find(text)
                .orElseThrow(() -> IpError.wrong("Device does not exist\n", text))
                .name());
  }

  private static void readVrf(LinkFilter f, Args args) {
    String text = args.value();
    f.master =
        Optional.of(
            f.host
                .links()
                .vrf(text)
                .orElseThrow(() -> IpError.wrong("Not a valid VRF name\n", text))
                .name());
  }

  private static void readType(LinkFilter f, Args args) {
    String text = args.value();
    if (text.endsWith(SLAVE)) {
      f.slaveKind = Optional.of(text.substring(0, text.length() - SLAVE.length()));
    } else {
      f.kind = Optional.of(text);
    }
  }

  private static void readDevice(LinkFilter f, Args args) {
    args.skip("dev");
    String name = args.take();
    if (f.devName.isPresent()) {
      throw IpError.garbage("dev", name);
    }
    f.devName = Optional.of(name);
  }

  /** Shell patterns as fnmatch reads them, for labels. */
  static boolean glob(String pattern, String text) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      switch (c) {
        case '*' -> regex.append(".*");
        case '?' -> regex.append('.');
        case '[' -> {
          int end = pattern.indexOf(']', i + 2);
          if (end < 0) {
            regex.append("\\[");
          } else {
            String set = pattern.substring(i + 1, end).replace("\\", "\\\\");
            regex
                .append('[')
                .append(set.startsWith("!") ? "^" + set.substring(1) : set)
                .append(']');
            i = end;
          }
        }
        default -> regex.append(java.util.regex.Pattern.quote(String.valueOf(c)));
      }
    }
    return text.matches(regex.toString());
  }
}
