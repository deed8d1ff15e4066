package vethlab.app.model;

import java.util.ArrayList;
import java.util.List;
import vethlab.app.model.Screen.Line;

/**
 * A row of a terminal: a line, or as much of it as fits.
 *
 * @param goesOn whether the line goes on in the next row
 */
public record WrappedLine(Line line, boolean goesOn) {
  /** Where a Chinese letter, two columns wide, can be the least. */
  private static final int WIDE = 0x1100;

  /** In rows of at most so many columns, as a terminal breaks them: anywhere. */
  public static List<WrappedLine> of(List<Line> lines, int columns) {
    List<WrappedLine> rows = new ArrayList<>();
    lines.forEach(line -> add(rows, line, Math.max(2, columns)));
    return rows;
  }

  private static void add(List<WrappedLine> rows, Line line, int columns) {
    String text = line.text();
    int start = 0;
    int end = fits(text, start, columns);
    while (end < text.length()) {
      rows.add(new WrappedLine(part(line, start, end), true));
      start = end;
      end = fits(text, start, columns);
    }
    rows.add(new WrappedLine(part(line, start, end), false));
  }

  private static Line part(Line line, int start, int end) {
    int prompt = Math.clamp(line.promptLength() - start, 0, end - start);
    return new Line(line.text().substring(start, end), line.kind(), prompt);
  }

  /** Up to where the text from there fits into a row. */
  private static int fits(String text, int start, int columns) {
    int used = 0;
    int i = start;
    while (i < text.length()) {
      int letter = text.codePointAt(i);
      used += letter < WIDE ? 1 : 2;
      if (used > columns) {
        return i;
      }
      i += Character.charCount(letter);
    }
    return i;
  }

  /** What rows say, in lines as they were printed. */
  public static String text(List<WrappedLine> rows) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      boolean last = i == rows.size() - 1;
      text.append(rows.get(i).line().text()).append(last || rows.get(i).goesOn() ? "" : "\n");
    }
    return text.toString();
  }
}
