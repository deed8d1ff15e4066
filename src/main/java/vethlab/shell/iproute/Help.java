package vethlab.shell.iproute;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The usage texts of the tools, kept as they print them. */
final class Help {

  private Help() {}

  /** The text as the end of a command that was misused or asked for help. */
  static IpError of(String topic) {
    return IpError.exit(text(topic));
  }

  static String text(String topic) {
    try (InputStream in = Help.class.getResourceAsStream("help/" + topic + ".txt")) {
      if (in == null) {
        throw new IllegalArgumentException("no help about " + topic);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
