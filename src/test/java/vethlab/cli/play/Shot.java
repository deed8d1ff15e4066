package vethlab.cli.play;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jline.utils.AttributedString;
import vethlab.app.file.AppFolders;

/**
 * What the player shows, as text: {@code Shot [-Dlang=zh] LAB WIDTH HEIGHT KEY...}, where a key is
 * a name of {@link Key} or a text. For who changes how it looks.
 */
final class Shot {
  private Shot() {}

  public static void main(String[] args) throws Exception {
    Locale locale = Locale.of(System.getProperty("lang", "en"));
    AppFolders folders = AppFolders.below(java.nio.file.Files.createTempDirectory("shot"));
    Playing playing =
        new Playing(Played.open(Path.of(args[0]), locale, folders), Language.of(locale));
    int width = Integer.parseInt(args[1]);
    int height = Integer.parseInt(args[2]);
    Look look = Look.of(Map.of(), StandardCharsets.UTF_8);
    run(playing);
    PlayScreen.of(playing, width, height);
    for (int i = 3; i < args.length; i++) {
      playing.press(press(args[i]));
      run(playing);
      PlayScreen.of(playing, width, height);
    }
    for (AttributedString line : PlayScreen.of(playing, width, height).lines()) {
      System.out.println(
          Boolean.getBoolean("colour")
              ? look.of(line)
                  .toAnsi(1 << 24, org.jline.utils.AttributedCharSequence.ForceMode.ForceTrueColors)
              : line.toString());
    }
  }

  private static Press press(String arg) {
    try {
      return new Press.Of(Key.valueOf(arg));
    } catch (IllegalArgumentException e) {
      return new Press.Text(arg);
    }
  }

  private static void run(Playing playing) {
    for (long clock = 0; playing.isRunning(); clock += 1_000_000_000L) {
      playing.tick(clock);
    }
    playing.tick(0);
    playing.idle();
  }
}
