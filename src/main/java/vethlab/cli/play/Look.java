package vethlab.cli.play;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Map;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** What a terminal can show: without colours, and without characters it has no code for. */
record Look(Colours colours, Charset charset) {
  enum Colours {
    ALL,
    NONE
  }

  private static final Map<Character, Character> PLAIN =
      Map.ofEntries(
          Map.entry('─', '-'),
          Map.entry('╌', '.'),
          Map.entry('│', '|'),
          Map.entry('┃', '|'),
          Map.entry('├', '|'),
          Map.entry('└', '`'),
          Map.entry('▶', '>'),
          Map.entry('▷', '>'),
          Map.entry('▸', '>'),
          Map.entry('◀', '<'),
          Map.entry('▴', '^'),
          Map.entry('▾', 'v'),
          Map.entry('✓', '+'),
          Map.entry('✕', 'x'),
          Map.entry('○', 'o'),
          Map.entry('•', '*'),
          Map.entry('→', '>'),
          Map.entry('←', '<'),
          Map.entry('↑', '^'),
          Map.entry('↓', 'v'),
          Map.entry('⇄', '='),
          Map.entry('·', '.'),
          Map.entry('…', '~'),
          Map.entry('–', '-'),
          Map.entry('—', '-'));

  /** As the environment asks for: https://no-color.org */
  static Look of(Map<String, String> environment, Charset charset) {
    boolean none = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Look(none ? Colours.NONE : Colours.ALL, charset);
  }

  AttributedString of(AttributedString line) {
    CharsetEncoder encoder = charset.newEncoder();
    boolean whole = encoder.canEncode(line);
    if (whole && colours == Colours.ALL) {
      return line;
    }
    AttributedStringBuilder plain = new AttributedStringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      char shown = encoder.canEncode(c) ? c : PLAIN.getOrDefault(c, '?');
      plain.append(String.valueOf(whole ? c : shown), style(line.styleAt(i)));
    }
    return plain.toAttributedString();
  }

  private AttributedStyle style(AttributedStyle style) {
    return colours == Colours.ALL ? style : style.foregroundDefault().backgroundDefault();
  }
}
