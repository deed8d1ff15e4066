package vethlab.shell.iproute;

import vethlab.shell.iproute.Options.Family;

/** Reads the options before the object; what both tools know is here, the rest is told apart. */
final class OptionReader {

  /** Where reading the options has led. */
  record Read(Options options, java.util.Optional<String> netns) {}

  private final String tool;
  private final Options options = new Options();
  private java.util.Optional<String> netns = java.util.Optional.empty();

  private static final Words<OptionReader> IP =
      new Words<OptionReader>()
          .word("-loops", (r, a) -> r.helpUnless(a))
          .word("-family", OptionReader::family)
          .full("-4", (r, a) -> r.options.family = Family.INET)
          .full("-6", (r, a) -> r.options.family = Family.INET6)
          .full("-0", (r, a) -> r.options.family = Family.LINK)
          .full("-M", (r, a) -> r.options.family = Family.MPLS)
          .full("-B", (r, a) -> r.options.family = Family.BRIDGE)
          .word("-human", (r, a) -> r.options.human++)
          .word("-human-readable", (r, a) -> r.options.human++)
          .word("-iec", (r, a) -> r.options.iec++)
          .word("-stats", (r, a) -> r.options.statistics++)
          .word("-statistics", (r, a) -> r.options.statistics++)
          .word("-details", (r, a) -> r.options.details++)
          .word("-resolve", (r, a) -> {})
          .word("-oneline", (r, a) -> r.options.oneLine++)
          .word("-timestamp", (r, a) -> {})
          .word("-tshort", (r, a) -> {})
          .word("-Version", (r, a) -> r.version("ip utility, iproute2-6.1.0, libbpf 1.1.2\n"))
          .word("-force", (r, a) -> r.options.force++)
          .word("-batch", (r, a) -> r.options.batch = java.util.Optional.of(r.helpUnless(a)))
          .word("-brief", (r, a) -> r.options.brief++)
          .word("-json", (r, a) -> r.options.jsonLevel++)
          .word("-pretty", (r, a) -> r.options.pretty++)
          .word("-rcvbuf", OptionReader::receiveBuffer)
          .word("-color", (r, a) -> r.options.color = true)
          .word("-help", (r, a) -> r.help())
          .word("-netns", OptionReader::netns)
          .word("-Numeric", (r, a) -> r.options.numeric++)
          .word("-all", (r, a) -> r.options.all = true)
          .full("-echo", (r, a) -> notModelled("-echo"))
          .other(OptionReader::unknown);

  private static final Words<OptionReader> BRIDGE =
      new Words<OptionReader>()
          .word("-help", (r, a) -> r.help())
          .word("-Version", (r, a) -> r.version("bridge utility, 6.1.0\n"))
          .word("-stats", (r, a) -> r.options.statistics++)
          .word("-statistics", (r, a) -> r.options.statistics++)
          .word("-details", (r, a) -> r.options.details++)
          .word("-oneline", (r, a) -> r.options.oneLine++)
          .word("-timestamp", (r, a) -> {})
          .word("-family", OptionReader::family)
          .full("-4", (r, a) -> r.options.family = Family.INET)
          .full("-6", (r, a) -> r.options.family = Family.INET6)
          .word("-netns", OptionReader::netns)
          .word("-color", (r, a) -> r.options.color = true)
          .word("-compressvlans", (r, a) -> r.options.compressVlans++)
          .word("-force", (r, a) -> r.options.force++)
          .word("-json", (r, a) -> r.options.jsonLevel++)
          .word("-pretty", (r, a) -> r.options.pretty++)
          .word("-batch", (r, a) -> r.options.batch = java.util.Optional.of(r.helpUnless(a)))
          .other(OptionReader::unknown);

  private static final Words<OptionReader> TC =
      new Words<OptionReader>()
          .word("-stats", (r, a) -> r.options.statistics++)
          .word("-statistics", (r, a) -> r.options.statistics++)
          .word("-details", (r, a) -> r.options.details++)
          .word("-raw", (r, a) -> notModelled("-raw"))
          .word("-pretty", (r, a) -> r.options.pretty++)
          .word("-graph", (r, a) -> notModelled("-graph"))
          .word("-iec", (r, a) -> r.options.iec++)
          .word("-help", (r, a) -> r.help())
          .word("-Version", (r, a) -> r.version("tc utility, iproute2-6.1.0, libbpf 1.1.2\n"))
          .word("-force", (r, a) -> r.options.force++)
          .word("-batch", (r, a) -> r.options.batch = java.util.Optional.of(r.helpUnless(a)))
          .word("-netns", OptionReader::netns)
          .word("-Numeric", (r, a) -> r.options.numeric++)
          .word("-color", (r, a) -> r.options.color = true)
          .word("-timestamp", (r, a) -> {})
          .word("-tshort", (r, a) -> {})
          .word("-json", (r, a) -> r.options.jsonLevel++)
          .word("-oneline", (r, a) -> r.options.oneLine++)
          .word("-brief", (r, a) -> r.options.brief++)
          .other(OptionReader::unknown);

  private OptionReader(String tool) {
    this.tool = tool;
  }

  /** Reads up to the first word that is no option. */
  static Read read(String tool, Args args) {
    OptionReader reader = new OptionReader(tool);
    Words<OptionReader> words =
        switch (tool) {
          case "bridge" -> BRIDGE;
          case "tc" -> TC;
          default -> IP;
        };
    while (args.more() && args.peek().startsWith("-")) {
      if (args.peek().equals("--")) {
        args.take();
        break;
      }
      words.readOne(reader, args.undashed());
    }
    return new Read(reader.options, reader.netns);
  }

  private String helpUnless(Args args) {
    if (!args.more()) {
      throw help();
    }
    return args.take();
  }

  private IpError help() {
    throw Help.of(tool);
  }

  private void version(String text) {
    throw new Version(text);
  }

  /** The end of a call that asked for the version. */
  static final class Version extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Version(String text) {
      super(text, null, false, false);
    }
  }

  private static void family(OptionReader r, Args args) {
    String word = r.helpUnless(args);
    if (word.equals("help")) {
      throw r.help();
    }
    r.options.family = Family.named(word);
    if (r.options.family == Family.ANY) {
      throw IpError.wrong("invalid protocol family", word);
    }
  }

  private static void netns(OptionReader r, Args args) {
    if (!args.more()) {
      throw IpError.exit(IpNetns.cannotOpen("(null)"));
    }
    r.netns = java.util.Optional.of(args.take());
  }

  private static void receiveBuffer(OptionReader r, Args args) {
    String size = r.helpUnless(args);
    if (Numbers.u32(size).isEmpty()) {
      throw IpError.exit("Invalid rcvbuf size '" + size + "'\n");
    }
  }

  private static void notModelled(String option) {
    throw IpError.notModelled("\"" + option + "\"");
  }

  private static void unknown(OptionReader r, Args args) {
    String option = args.take();
    String[] parts = option.split("=", 2);
    if (parts.length == 2
        && Args.matches(parts[0], "-color")
        && parts[1].matches("always|auto|never")) {
      r.options.color = parts[1].equals("always");
      return;
    }
    String hint = r.tool.equals("bridge") ? "bridge help" : r.tool + " -help";
    throw IpError.exit("Option \"" + option + "\" is unknown, try \"" + hint + "\".\n");
  }
}
