package vethlab.op.iptables.parse;

import static vethlab.op.iptables.parse.IptablesException.parameter;

import vethlab.op.iptables.Is;
import vethlab.op.iptables.Match;

/** Source: iptables libxt_string.c. */
final class StringMatch extends MatchExtension {
  private static final int LONGEST = 128;
  private Is<String> pattern = Is.equal("");
  private String algorithm = "";
  private int from;
  private int to = 65535;
  private boolean ignoreCase;

  StringMatch() {
    super(
        "string",
        Opt.arg("from"),
        Opt.arg("to"),
        Opt.arg("algo").must(),
        Opt.arg("string").not().without("hex-string"),
        Opt.arg("hex-string").not().without("string"),
        Opt.flag("icase"));
  }

  @Override
  void take(Opt option, Value value, Entry entry) {
    switch (option.name()) {
      case "from" -> from = value.number(0, 65535);
      case "to" -> to = value.number(0, 65535);
      case "algo" -> algorithm = value.text();
      case "string" -> pattern = value.is(fits(value.text(), value.text()));
      case "hex-string" -> pattern = value.is(fits(hex(value.text()), value.text()));
      default -> ignoreCase = true;
    }
  }

  private static String fits(String pattern, String typed) {
    if (pattern.length() > LONGEST) {
      throw parameter("STRING too long \"%s\"", typed);
    }
    return pattern;
  }

  /** Text with hexadecimal bytes between bars: {@code GET |0d0a|}. */
  private static String hex(String text) {
    if (text.isEmpty()) {
      throw parameter("STRING must contain at least one char");
    }
    StringBuilder pattern = new StringBuilder();
    boolean inHex = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '|') {
        inHex = !inHex;
      } else if (inHex && c == '\\') {
        throw parameter("Cannot include literals in hex data");
      } else if (inHex && c != ' ') {
        pattern.append((char) hexByte(text, i++));
      } else if (c == '\\' && !inHex) {
        if (i + 1 >= text.length()) {
          throw parameter("Bad literal placement at end of string");
        }
        pattern.append(text.charAt(++i));
      } else if (!inHex) {
        pattern.append(c);
      }
    }
    if (inHex) {
      throw parameter("Invalid hex block");
    }
    return pattern.toString();
  }

  private static int hexByte(String text, int at) {
    if (at + 1 >= text.length()) {
      throw parameter("Odd number of hex digits");
    }
    for (int i = at; i < at + 2; i++) {
      if (Character.digit(text.charAt(i), 16) < 0) {
        throw parameter("Invalid hex char '%c'", text.charAt(i));
      }
    }
    return Integer.parseInt(text.substring(at, at + 2), 16);
  }

  @Override
  void check() {
    if (!given("string") && !given("hex-string")) {
      throw parameter("STRING match: You must specify `--string' or `--hex-string'");
    }
    if (given("algo") && !algorithm.equals("bm") && !algorithm.equals("kmp")) {
      throw IptablesException.notModelled("string algorithm " + algorithm);
    }
  }

  @Override
  Match match() {
    String text = pattern.value();
    boolean printable = text.chars().allMatch(c -> c >= 32 && c < 127);
    return new Match.StringSearch(
        pattern,
        !printable || text.endsWith("\\"),
        algorithm.equals("bm") ? Match.StringSearch.Algorithm.BM : Match.StringSearch.Algorithm.KMP,
        from,
        to,
        ignoreCase);
  }
}
