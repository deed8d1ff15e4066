package vethlab.cli.play;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import vethlab.app.file.AppFolders;

/** Plays a lab or a script: with keys on a terminal, else as text. */
public final class Play {
  private Play() {}

  /** Whether somebody sits before this program's output and can press keys. */
  public static boolean hasTerminal() {
    return System.console() != null
        && System.console().isTerminal()
        && !"dumb".equals(System.getenv().getOrDefault("TERM", "dumb"));
  }

  /** With keys, until somebody quits. */
  public static void onTerminal(Path path, Locale locale) throws IOException {
    Playing playing = playing(path, locale);
    Charset charset = charset(System.getenv());
    try (Terminal terminal =
        TerminalBuilder.builder().system(true).dumb(false).encoding(charset).build()) {
      new TerminalPlayer(terminal, playing, Look.of(System.getenv(), charset)).play();
    }
  }

  /** From beginning to end, as text. */
  public static void asText(Path path, Locale locale, PrintStream out) throws IOException {
    PlainText.print(Played.open(path, locale, AppFolders.usual()), Language.of(locale), out);
  }

  private static Playing playing(Path path, Locale locale) throws IOException {
    return new Playing(Played.open(path, locale, AppFolders.usual()), Language.of(locale));
  }

  /** The language a user's environment asks for, of those there are. */
  public static Locale locale(Map<String, String> environment) {
    return setting(environment).startsWith("zh") ? Locale.CHINESE : Locale.ENGLISH;
  }

  private static Charset charset(Map<String, String> environment) {
    boolean utf8 = setting(environment).toLowerCase(Locale.ROOT).matches(".*utf-?8.*");
    return utf8 ? StandardCharsets.UTF_8 : Charset.forName(System.getProperty("native.encoding"));
  }

  private static String setting(Map<String, String> environment) {
    for (String each : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      if (!environment.getOrDefault(each, "").isEmpty()) {
        return environment.get(each);
      }
    }
    return "en";
  }
}
