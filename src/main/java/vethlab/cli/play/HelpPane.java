package vethlab.cli.play;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import vethlab.app.Words;

/** The keys. */
final class HelpPane {
  private static final int COLUMN = 18;

  /** Keys and the word for what they do; an empty line is a gap. */
  private static final List<String[]> KEYS =
      List.of(
          new String[] {"n → / b ←", "help.lesson"},
          new String[] {"Space", "help.read"},
          new String[] {"1–9   h", "help.question"},
          new String[] {"r   c   Ctrl+R", "help.path"},
          new String[] {"F8 s", "help.step"},
          new String[] {"F7 i", "help.into"},
          new String[] {"Shift+F8 o", "help.out"},
          new String[] {", ↑ / . ↓", "help.events"},
          new String[] {"Home < / End > F9", "help.ends"},
          new String[] {"p   [ ]", "help.play"},
          new String[] {":", "help.command"},
          new String[] {"Tab   z", "help.view"},
          new String[] {"PgUp PgDn", "help.scroll"},
          new String[] {"l", "help.language"},
          new String[] {"q", "help.quit"});

  private HelpPane() {}

  static List<AttributedString> lines(Words words, int width) {
    List<AttributedString> lines = new ArrayList<>();
    for (String[] each : KEYS) {
      AttributedString key =
          new AttributedStringBuilder()
              .append(" ")
              .append(Flow.pad(Flow.of(Ink.CODE, each[0]), COLUMN))
              .toAttributedString();
      AttributedString blank = new AttributedString(" ".repeat(COLUMN + 1));
      lines.addAll(Flow.lines(key, blank, new AttributedString(words.get(each[1])), width));
    }
    return lines;
  }
}
