package vethlab.shell.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address of a page as it was typed: {@code [http://]HOST[:PORT][/PATH]}.
 *
 * @param authority host and port as the request names them
 */
record WebAddress(String scheme, String host, int port, String authority, String path) {
  private static final int HTTP = 80;
  private static final Pattern FORM =
      Pattern.compile(
          "(?:([A-Za-z][A-Za-z0-9+.-]*)://)?(?:[^/@]*@)?([^/:?#]+)(?::(\\d{1,5}))?(.*)");

  static Optional<WebAddress> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String scheme = matcher.group(1) == null ? "http" : matcher.group(1);
    int port = matcher.group(3) == null ? HTTP : Integer.parseInt(matcher.group(3));
    if (port > 65535) {
      return Optional.empty();
    }
    String host = matcher.group(2);
    String authority = port == HTTP ? host : host + ":" + port;
    String rest = matcher.group(4).replaceAll("#.*", "");
    String path = rest.startsWith("/") ? rest : "/" + rest;
    return Optional.of(new WebAddress(scheme, host, port, authority, path));
  }

  String url() {
    return scheme + "://" + authority + path;
  }

  /** What the page is called when it is saved. */
  String fileName() {
    String name = path.replaceAll("\\?.*", "");
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
