package vethlab.cli.play;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.WCWidth;

/** Text cut into lines of a width, between words and between Chinese characters. */
final class Flow {
  /** What no line begins with, and what none ends with. */
  private static final String NO_START = "，。、；：？！）》」』”’…,.;:?!)]}%";

  private static final String NO_END = "（《「『“‘([{";

  private final AttributedString text;
  private final int width;
  private final List<AttributedString> lines = new ArrayList<>();
  private int start;
  private int column;
  private int lastBreak;

  private Flow(AttributedString text, int width) {
    this.text = text;
    this.width = Math.max(2, width);
  }

  static List<AttributedString> lines(AttributedString text, int width) {
    return new Flow(text, width).cut();
  }

  /** With something before the first line and, mostly blanks, before the others. */
  static List<AttributedString> lines(
      AttributedString first, AttributedString rest, AttributedString text, int width) {
    List<AttributedString> all = new ArrayList<>();
    for (AttributedString line : lines(text, width - first.columnLength())) {
      all.add(AttributedString.join(AttributedString.EMPTY, all.isEmpty() ? first : rest, line));
    }
    return all;
  }

  /** Cut off where it is too long, which an ellipsis shows. */
  static AttributedString fit(AttributedString text, int width) {
    if (text.columnLength() <= width) {
      return text;
    }
    AttributedStringBuilder cut = new AttributedStringBuilder();
    return cut.append(text.columnSubSequence(0, Math.max(0, width - 1)))
        .append("…")
        .toAttributedString();
  }

  /** Cut off or filled up with blanks. */
  static AttributedString pad(AttributedString text, int width) {
    AttributedString fitting = fit(text, width);
    return new AttributedStringBuilder()
        .append(fitting)
        .append(" ".repeat(Math.max(0, width - fitting.columnLength())))
        .toAttributedString();
  }

  static AttributedString of(Ink ink, String text) {
    return new AttributedString(text, ink.style());
  }

  private List<AttributedString> cut() {
    int at = 0;
    while (at < text.length()) {
      int point = Character.codePointAt(text, at);
      int next = at + Character.charCount(point);
      if (point == '\n') {
        end(at, next);
      } else {
        place(point, at);
        if (mayBreak(point, next)) {
          lastBreak = next;
        }
      }
      at = next;
    }
    end(text.length(), text.length());
    return lines;
  }

  private void place(int point, int at) {
    int wide = Math.max(0, WCWidth.wcwidth(point));
    if (column + wide > width && at > start && point != ' ') {
      int cut = lastBreak > start ? lastBreak : at;
      end(cut, cut);
      column = text.substring(start, at).columnLength();
    }
    column += wide;
  }

  private void end(int to, int next) {
    int end = to;
    while (end > start && text.charAt(end - 1) == ' ') {
      end--;
    }
    lines.add(text.subSequence(start, end));
    start = next;
    lastBreak = next;
    column = 0;
  }

  private boolean mayBreak(int point, int next) {
    if (next >= text.length()) {
      return false;
    }
    int after = Character.codePointAt(text, next);
    if (point == ' ') {
      return after != ' ';
    }
    boolean chinese = WCWidth.wcwidth(point) == 2 || WCWidth.wcwidth(after) == 2;
    return chinese && after != ' ' && NO_START.indexOf(after) < 0 && NO_END.indexOf(point) < 0;
  }
}
