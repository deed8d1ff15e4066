package vethlab.shell.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import vethlab.shell.Files;

/** Pages and addresses as Python's http.server and urllib write them. */
final class WebText {
  private static final String UNRESERVED = "_.-~/";

  private WebText() {}

  static String errorPage(int code, String message, String explanation) {
    return """
    <!DOCTYPE HTML>
    <html lang="en">
        <head>
            <meta charset="utf-8">
            <title>Error response</title>
        </head>
        <body>
            <h1>Error response</h1>
            <p>Error code: %d</p>
            <p>Message: %s.</p>
            <p>Error code explanation: %d - %s.</p>
        </body>
    </html>
    """
        .formatted(code, escaped(message), code, escaped(explanation));
  }

  static String listing(Files files, String directory, String path) {
    String title = "Directory listing for " + escaped(path);
    StringBuilder page = new StringBuilder();
    page.append("<!DOCTYPE HTML>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.append("<title>").append(title).append("</title>\n</head>\n<body>\n");
    page.append("<h1>").append(title).append("</h1>\n<hr>\n<ul>\n");
    List<String> names =
        files.list(directory).stream()
            .sorted(Comparator.comparing((String name) -> name.toLowerCase(Locale.ROOT)))
            .toList();
    for (String name : names) {
      String shown = files.isDirectory(directory + "/" + name) ? name + "/" : name;
      page.append("<li><a href=\"").append(quoted(shown)).append("\">");
      page.append(escaped(shown)).append("</a></li>\n");
    }
    return page.append("</ul>\n<hr>\n</body>\n</html>\n").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 128 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
      out.append(plain ? "" + c : "%%%02X".formatted((int) c));
    }
    return out.toString();
  }

  static String unquoted(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
      if (bytes[i] == '%' && high >= 0 && low >= 0) {
        out.write(high << 4 | low);
        i += 2;
      } else {
        out.write(bytes[i]);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
