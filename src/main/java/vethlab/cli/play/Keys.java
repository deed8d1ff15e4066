package vethlab.cli.play;

import java.util.Map;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/** Which keys mean what; those of the window where a terminal has them. */
final class Keys {
  /** What is bound to nothing else. */
  static final Press TEXT = new Press.Text("");

  private static final long ESCAPE_ALONE = 80;

  private final Terminal terminal;

  Keys(Terminal terminal) {
    this.terminal = terminal;
  }

  /** While one looks. */
  KeyMap<Press> looking() {
    KeyMap<Press> map = map();
    Map<Key, String[]> plain =
        Map.ofEntries(
            Map.entry(Key.READ_ON, new String[] {" "}),
            Map.entry(Key.NEXT_STOP, new String[] {"n"}),
            Map.entry(Key.PREVIOUS_STOP, new String[] {"b"}),
            Map.entry(Key.STEP, new String[] {"s"}),
            Map.entry(Key.INTO, new String[] {"i"}),
            Map.entry(Key.OUT, new String[] {"o", "\033[19;2~", "\033[32~"}),
            Map.entry(Key.CONTINUE, new String[] {"e"}),
            Map.entry(Key.BACK, new String[] {","}),
            Map.entry(Key.NEXT_EVENT, new String[] {"."}),
            Map.entry(Key.FIRST, new String[] {"<"}),
            Map.entry(Key.LAST, new String[] {">"}),
            Map.entry(Key.PLAY, new String[] {"p", "P"}),
            Map.entry(Key.SLOWER, new String[] {"["}),
            Map.entry(Key.FASTER, new String[] {"]"}),
            Map.entry(Key.COMMAND, new String[] {":"}),
            Map.entry(Key.NEXT_VIEW, new String[] {"\t"}),
            Map.entry(Key.PREVIOUS_VIEW, new String[] {"\033[Z"}),
            Map.entry(Key.ZOOM, new String[] {"z"}),
            Map.entry(Key.HINT, new String[] {"h"}),
            Map.entry(Key.RESUME, new String[] {"c"}),
            Map.entry(Key.RETURN, new String[] {"r"}),
            Map.entry(Key.RESTART, new String[] {KeyMap.ctrl('R')}),
            Map.entry(Key.LANGUAGE, new String[] {"l"}),
            Map.entry(Key.HELP, new String[] {"?"}),
            Map.entry(Key.QUIT, new String[] {"q", KeyMap.ctrl('D')}));
    plain.forEach((key, sequences) -> map.bind(new Press.Of(key), sequences));
    bind(map, Key.STEP, Capability.key_f8);
    bind(map, Key.INTO, Capability.key_f7);
    bind(map, Key.OUT, Capability.key_f20);
    bind(map, Key.CONTINUE, Capability.key_f9);
    bind(map, Key.HELP, Capability.key_f1);
    bind(map, Key.PREVIOUS_EVENT, Capability.key_up);
    bind(map, Key.NEXT_EVENT, Capability.key_down);
    bind(map, Key.PREVIOUS_STOP, Capability.key_left);
    bind(map, Key.NEXT_STOP, Capability.key_right);
    bind(map, Key.FIRST, Capability.key_home);
    bind(map, Key.LAST, Capability.key_end);
    bind(map, Key.PAGE_UP, Capability.key_ppage);
    bind(map, Key.PAGE_DOWN, Capability.key_npage);
    map.bind(new Press.Of(Key.FIRST), "\033[H", "\033[1~");
    map.bind(new Press.Of(Key.LAST), "\033[F", "\033[4~");
    arrows(map, Key.PREVIOUS_EVENT, Key.NEXT_EVENT, Key.NEXT_STOP, Key.PREVIOUS_STOP);
    return map;
  }

  /** While one types a command. */
  KeyMap<Press> typing() {
    KeyMap<Press> map = map();
    map.bind(new Press.Of(Key.ENTER), "\r", "\n");
    map.bind(new Press.Of(Key.BACKSPACE), KeyMap.del(), KeyMap.ctrl('H'));
    map.bind(new Press.Of(Key.COMPLETE), "\t");
    map.bind(new Press.Of(Key.LINE_START), KeyMap.ctrl('A'), "\033[H", "\033[1~");
    map.bind(new Press.Of(Key.LINE_END), KeyMap.ctrl('E'), "\033[F", "\033[4~");
    map.bind(new Press.Of(Key.CUT_LINE), KeyMap.ctrl('U'));
    map.bind(new Press.Of(Key.CUT_WORD), KeyMap.ctrl('W'));
    map.bind(new Press.Of(Key.ESCAPE), KeyMap.ctrl('D'));
    bind(map, Key.DELETE, Capability.key_dc);
    bind(map, Key.LINE_START, Capability.key_home);
    bind(map, Key.LINE_END, Capability.key_end);
    bind(map, Key.PAGE_UP, Capability.key_ppage);
    bind(map, Key.PAGE_DOWN, Capability.key_npage);
    arrows(map, Key.OLDER, Key.NEWER, Key.RIGHT, Key.LEFT);
    return map;
  }

  private KeyMap<Press> map() {
    KeyMap<Press> map = new KeyMap<>();
    map.setAmbiguousTimeout(ESCAPE_ALONE);
    map.setUnicode(TEXT);
    map.setNomatch(TEXT);
    map.bind(new Press.Of(Key.ESCAPE), KeyMap.esc());
    map.bind(new Press.Of(Key.INTERRUPT), KeyMap.ctrl('C'));
    return map;
  }

  /** Terminals send arrows in two ways, whatever they say of themselves. */
  private void arrows(KeyMap<Press> map, Key up, Key down, Key right, Key left) {
    Key[] keys = {up, down, right, left};
    Capability[] named = {
      Capability.key_up, Capability.key_down, Capability.key_right, Capability.key_left
    };
    for (int i = 0; i < keys.length; i++) {
      char letter = (char) ('A' + i);
      map.bind(new Press.Of(keys[i]), "\033[" + letter, "\033O" + letter);
      bind(map, keys[i], named[i]);
    }
  }

  private void bind(KeyMap<Press> map, Key key, Capability capability) {
    String sequence = KeyMap.key(terminal, capability);
    if (sequence != null && !sequence.isEmpty()) {
      map.bind(new Press.Of(key), sequence);
    }
  }
}
