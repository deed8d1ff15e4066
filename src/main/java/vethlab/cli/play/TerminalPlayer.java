package vethlab.cli.play;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;

/** Shows {@link Playing} on a terminal until somebody has had enough. */
final class TerminalPlayer {
  static {
    // Lines are drawn with characters of Unicode, which more terminals know than a second alphabet.
    System.setProperty("org.jline.utils.disableAlternateCharset", "true");
  }

  /** How long a key is waited for while something runs, and while nothing does, in milliseconds. */
  private static final long BUSY = 1;

  private static final long IDLE = 150;

  private final Terminal terminal;
  private final Playing playing;
  private final Display display;
  private final BindingReader reader;
  private final KeyMap<Press> looking;
  private final KeyMap<Press> typing;
  private final Look look;
  private final AtomicBoolean resized = new AtomicBoolean(true);

  TerminalPlayer(Terminal terminal, Playing playing, Look look) {
    this.terminal = terminal;
    this.playing = playing;
    this.look = look;
    display = new Display(terminal, true);
    reader = new BindingReader(terminal.reader());
    Keys keys = new Keys(terminal);
    looking = keys.looking();
    typing = keys.typing();
  }

  void play() throws IOException {
    Terminal.SignalHandler before =
        terminal.handle(Terminal.Signal.WINCH, signal -> resized.set(true));
    Attributes attributes = terminal.enterRawMode();
    Attributes raw = terminal.getAttributes();
    raw.setLocalFlag(Attributes.LocalFlag.ISIG, false);
    terminal.setAttributes(raw);
    terminal.puts(Capability.enter_ca_mode);
    terminal.puts(Capability.keypad_xmit);
    try {
      loop();
    } finally {
      terminal.puts(Capability.cursor_normal);
      terminal.puts(Capability.keypad_local);
      terminal.puts(Capability.exit_ca_mode);
      terminal.flush();
      terminal.setAttributes(attributes);
      terminal.handle(Terminal.Signal.WINCH, before);
    }
  }

  private void loop() throws IOException {
    boolean news = true;
    while (playing.mode() != Playing.Mode.OVER) {
      if (resized.getAndSet(false)) {
        Size size = terminal.getSize();
        display.resize(size.getRows(), size.getColumns());
        display.clear();
        terminal.puts(Capability.clear_screen);
        news = true;
      }
      if (news) {
        draw();
      }
      news = key() || playing.idle();
      news |= playing.tick(System.nanoTime());
    }
  }

  /** Takes one key if one is there in time. */
  private boolean key() throws IOException {
    boolean busy = playing.isRunning() || playing.isPlaying();
    int there = terminal.reader().peek(busy ? BUSY : IDLE);
    if (there == NonBlockingReader.EOF) {
      playing.press(new Press.Of(Key.QUIT));
      return true;
    }
    if (there < 0) {
      return false;
    }
    KeyMap<Press> map = playing.mode() == Playing.Mode.TYPING ? typing : looking;
    Press press = reader.readBinding(map, null, true);
    if (press != null) {
      playing.press(press == Keys.TEXT ? new Press.Text(reader.getLastBinding()) : press);
    }
    return true;
  }

  private void draw() {
    Size size = terminal.getSize();
    int width = Math.max(1, size.getColumns());
    int height = Math.max(1, size.getRows());
    PlayScreen.Picture picture = PlayScreen.of(playing, width, height);
    List<AttributedString> lines = new ArrayList<>();
    picture.lines().stream().limit(height).map(look::of).forEach(lines::add);
    terminal.puts(picture.row() < 0 ? Capability.cursor_invisible : Capability.cursor_normal);
    int row = Math.max(0, Math.min(height - 1, picture.row()));
    int column = Math.max(0, Math.min(width - 1, picture.column()));
    display.update(lines, size.cursorPos(row, column));
  }
}
