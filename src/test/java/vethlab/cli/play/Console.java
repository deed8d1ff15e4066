package vethlab.cli.play;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jline.builtins.ScreenTerminal;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;
import vethlab.app.file.AppFolders;

/** Somebody before a terminal: presses keys and reads what the screen shows. */
final class Console implements AutoCloseable {
  static final String F7 = "\033[18~";
  static final String F8 = "\033[19~";
  static final String SHIFT_F8 = "\033[19;2~";
  static final String HOME = "\033[H";
  static final String END = "\033[F";
  static final String UP = "\033[A";

  static {
    System.setProperty("org.jline.utils.disableAlternateCharset", "true");
  }

  private static final long PATIENCE = 10_000;

  private final PipedOutputStream keys = new PipedOutputStream();
  private final Terminal terminal;
  private final ScreenTerminal screen;
  private final Thread player;
  private int width;
  private int height;

  Console(
      Path lab, Path home, Locale locale, int width, int height, Map<String, String> environment)
      throws IOException {
    this.width = width;
    this.height = height;
    screen = new ScreenTerminal(width, height);
    InputStream in = new PipedInputStream(keys, 1 << 12);
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int from, int length) {
            raw.append(new String(bytes, from, length, StandardCharsets.UTF_8));
            synchronized (screen) {
              screen.write(decode(bytes, from, length));
            }
          }
        };
    terminal =
        new ExternalTerminal(
            null,
            "test",
            "xterm-256color",
            in,
            out,
            StandardCharsets.UTF_8,
            Terminal.SignalHandler.SIG_DFL,
            false,
            new Attributes(),
            new Size(width, height));
    Playing playing =
        new Playing(Played.open(lab, locale, AppFolders.below(home)), Language.of(locale));
    TerminalPlayer plays =
        new TerminalPlayer(terminal, playing, Look.of(environment, StandardCharsets.UTF_8));
    player =
        Thread.ofPlatform()
            .start(() -> {
              try {
                plays.play();
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
  }

  private final StringBuffer raw = new StringBuffer();
  private byte[] rest = new byte[0];

  /** A character may come in two pieces. */
  private String decode(byte[] bytes, int from, int length) {
    byte[] all = new byte[rest.length + length];
    System.arraycopy(rest, 0, all, 0, rest.length);
    System.arraycopy(bytes, from, all, rest.length, length);
    int whole = all.length;
    int start = whole - 1;
    while (start >= 0 && whole - start < 4 && (all[start] & 0xC0) == 0x80) {
      start--;
    }
    if (start >= 0 && (all[start] & 0xC0) == 0xC0) {
      int needs = Integer.numberOfLeadingZeros(~(all[start] << 24));
      whole = all.length - start < needs ? start : whole;
    }
    rest = java.util.Arrays.copyOfRange(all, whole, all.length);
    return new String(all, 0, whole, StandardCharsets.UTF_8);
  }

  void press(String... pressed) throws IOException {
    for (String each : pressed) {
      keys.write(each.getBytes(StandardCharsets.UTF_8));
      keys.flush();
    }
  }

  /** The screen once it shows this. */
  String await(String text) throws InterruptedException {
    return await(shown -> shown.contains(text), text);
  }

  /** The screen once this holds and it is drawn to its end. */
  String await(Predicate<String> holds, String what) throws InterruptedException {
    long until = System.currentTimeMillis() + PATIENCE;
    String before = "";
    String shown = shown();
    while (!holds.test(shown) || !shown.equals(before)) {
      if (System.currentTimeMillis() > until || !player.isAlive()) {
        throw new AssertionError("the screen does not show: " + what + "\n" + shown);
      }
      Thread.sleep(40);
      before = shown;
      shown = shown();
    }
    return shown;
  }

  void resize(int columns, int rows) {
    width = columns;
    height = rows;
    synchronized (screen) {
      screen.setSize(columns, rows);
    }
    terminal.setSize(new Size(columns, rows));
    terminal.raise(Terminal.Signal.WINCH);
  }

  /** Everything that was written to the terminal. */
  String written() {
    return raw.toString();
  }

  /** The text on the screen. */
  String shown() {
    synchronized (screen) {
      long[] cells = new long[width * height];
      screen.dump(cells, 0, 0, height, width, new int[2]);
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < cells.length; i++) {
        int point = (int) (cells[i] & 0xFFFFFFFFL);
        if (point > 0) {
          text.appendCodePoint(point);
        }
        if (i % width == width - 1) {
          text.append('\n');
        }
      }
      return text.toString();
    }
  }

  /** Whether the player has come to its end. */
  boolean isOver() throws InterruptedException {
    player.join(PATIENCE);
    return !player.isAlive();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    if (player.isAlive()) {
      press("\033");
      Thread.sleep(300);
      press("q");
      player.join(PATIENCE);
    }
    terminal.close();
  }
}
