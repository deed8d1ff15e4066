package vethlab.shell.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.shell.GetoptLong;
import vethlab.shell.GetoptLong.Long;

/** curl's words. */
final class CurlOptions {
  private static final String LETTERS = "sSfiIvOLk4Ng#o:w:m:H:X:d:A:u:V";
  private static final char CONNECT_TIMEOUT = 'c';
  private static final char INTERFACE = 'n';

  private static final List<Long> LONGS =
      List.of(
          Long.flag("silent", 's'),
          Long.flag("show-error", 'S'),
          Long.flag("fail", 'f'),
          Long.flag("include", 'i'),
          Long.flag("head", 'I'),
          Long.flag("verbose", 'v'),
          Long.flag("remote-name", 'O'),
          Long.flag("location", 'L'),
          Long.flag("insecure", 'k'),
          Long.flag("ipv4", '4'),
          Long.flag("no-buffer", 'N'),
          Long.flag("globoff", 'g'),
          Long.flag("progress-bar", '#'),
          Long.flag("version", 'V'),
          Long.with("output", 'o'),
          Long.with("write-out", 'w'),
          Long.with("max-time", 'm'),
          Long.with("connect-timeout", CONNECT_TIMEOUT),
          Long.with("interface", INTERFACE),
          Long.with("header", 'H'),
          Long.with("request", 'X'),
          Long.with("data", 'd'),
          Long.with("user-agent", 'A'),
          Long.with("noproxy", 'p'));

  private static final double NANOS = 1e9;
  private static final long CONNECT_PATIENCE = 300_000_000_000L;

  private final GetoptLong read;

  private CurlOptions(GetoptLong read) {
    this.read = read;
  }

  static CurlOptions parse(List<String> words) {
    return new CurlOptions(GetoptLong.parse(LETTERS, LONGS, words));
  }

  /** What is wrong with the words, as curl says it. */
  Optional<String> mistake() {
    return read.mistake()
        .map(text -> text.replaceFirst("^unrecognized option '(.*)'$", "option $1: is unknown"))
        .map(text -> text.replaceFirst("^invalid option -- '(.*)'$", "option -$1: is unknown"))
        .map(text ->
            text.replaceFirst(
                "^option requires an argument -- '(.*)'$", "option -$1: requires parameter"));
  }

  boolean has(char letter) {
    return read.has(letter);
  }

  Optional<String> value(char letter) {
    return read.value(letter);
  }

  List<String> urls() {
    return read.words();
  }

  boolean silent() {
    return has('s');
  }

  boolean saysErrors() {
    return !silent() || has('S');
  }

  long patience() {
    return seconds(CONNECT_TIMEOUT).orElse(CONNECT_PATIENCE);
  }

  long limit() {
    return seconds('m').orElse(java.lang.Long.MAX_VALUE);
  }

  private Optional<java.lang.Long> seconds(char letter) {
    return value(letter)
        .filter(text -> text.matches("\\d+(\\.\\d+)?"))
        .map(text -> (long) (Double.parseDouble(text) * NANOS));
  }

  Optional<String> source() {
    return value(INTERFACE);
  }

  String method() {
    return value('X').orElse(has('I') ? "HEAD" : has('d') ? "POST" : "GET");
  }

  String request(WebAddress address) {
    List<String> lines = new ArrayList<>();
    lines.add(method() + " " + address.path() + " HTTP/1.1");
    List<String> own = read.values('H').toList();
    String data = String.join("&", read.values('d').toList());
    header(lines, own, "Host", address.authority());
    header(lines, own, "User-Agent", value('A').orElse("curl/7.88.1"));
    header(lines, own, "Accept", "*/*");
    own.stream().filter(line -> !line.strip().endsWith(":")).forEach(lines::add);
    if (has('d')) {
      header(lines, own, "Content-Length", "" + data.length());
      header(lines, own, "Content-Type", "application/x-www-form-urlencoded");
    }
    return String.join("\r\n", lines) + "\r\n\r\n" + data;
  }

  private static void header(List<String> lines, List<String> own, String name, String value) {
    boolean given =
        own.stream()
            .anyMatch(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1));
    if (!given) {
      lines.add(name + ": " + value);
    }
  }
}
