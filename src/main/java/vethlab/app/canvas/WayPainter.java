package vethlab.app.canvas;

import java.util.ArrayList;
import java.util.List;
import vethlab.app.Words;
import vethlab.app.canvas.Pen.Align;
import vethlab.app.canvas.Pen.Face;
import vethlab.app.canvas.Pen.Stroke;
import vethlab.app.model.Deciding;
import vethlab.app.model.PacketText;
import vethlab.app.model.Way;
import vethlab.app.scene.Metrics;
import vethlab.app.scene.Scene.Box;
import vethlab.app.theme.Theme;
import vethlab.sim.trace.Step;

/** Draws the way of a packet through an opened namespace, with the table that decided. */
final class WayPainter {
  private static final double TITLE = 34;
  private static final double STATION = 26;
  private static final double PITCH = 38;
  private static final double WIDTH = 118;
  private static final double LEFT = 8;
  private static final double CARD_GAP = 8;
  private static final double LINE = 15;

  /** That fit into a line of the card, and beside a station. */
  private static final int LETTERS = 42;

  private static final int NOTE_LETTERS = 27;

  private final Pen pen;
  private final Theme theme;
  private final Words words;

  WayPainter(Pen pen, Theme theme, Words words) {
    this.pen = pen;
    this.theme = theme;
    this.words = words;
  }

  /** The middle of a station. */
  static double[] station(Box area, Way way, int index) {
    double y = area.y() + TITLE + index * PITCH + STATION / 2;
    int here = way.index();
    if (here >= 0 && index > here) {
      y += cardHeight(rows(Deciding.of(way.here().orElseThrow())));
    }
    return new double[] {area.x() + LEFT + WIDTH / 2, y};
  }

  /** A line of the card; the text of the row that decided may go on in a second one. */
  private record Row(String number, String text, boolean decides) {}

  private static List<Row> rows(List<Deciding.Line> lines) {
    List<Row> rows = new ArrayList<>();
    for (Deciding.Line line : lines) {
      List<String> parts =
          line.decides() && line.text().length() > LETTERS
              ? wrap(line.text(), LETTERS)
              : List.of(line.text());
      rows.add(new Row(line.number(), parts.getFirst(), line.decides()));
      if (parts.size() > 1) {
        String rest = String.join(" ", parts.subList(1, parts.size()));
        rows.add(new Row("", rest, line.decides()));
      }
    }
    return rows;
  }

  private static double cardHeight(List<Row> rows) {
    return rows.isEmpty() ? 0 : CARD_GAP + 28 + rows.size() * LINE + 8;
  }

  void paint(Box area, Way way) {
    double x = area.x() + LEFT;
    pen.text(
        words.get("way.title", way.ns()),
        area.x() + LEFT + WIDTH / 2,
        area.y() + 22,
        Face.SMALL_STRONG,
        theme.text2(),
        Align.CENTER);
    for (int i = 0; i < way.stops().size(); i++) {
      if (i > 0) {
        arrow(area, way, i);
      }
    }
    for (int i = 0; i < way.stops().size(); i++) {
      stop(x, station(area, way, i)[1] - STATION / 2, way.stops().get(i), way);
    }
    way.here().ifPresent(step -> card(area, way, step));
  }

  private void arrow(Box area, Way way, int i) {
    double[] from = station(area, way, i - 1);
    double[] to = station(area, way, i);
    Way.State state = way.stops().get(i).state();
    boolean gone = state == Way.State.PASSED || state == Way.State.HERE || state == Way.State.DIED;
    if (i - 1 == way.index() && to[1] - from[1] > PITCH + 4) {
      return;
    }
    Glyphs.arrowDown(
        pen,
        from[0],
        from[1] + STATION / 2,
        to[1] - STATION / 2,
        gone ? theme.accent() : theme.lineStrong(),
        gone ? 1.75 : 1.25);
  }

  private String name(Way.Stop stop) {
    return stop.row().isKernelName() ? stop.row().name() : words.get("stage." + stop.row().word());
  }

  private void stop(double x, double y, Way.Stop stop, Way way) {
    switch (stop.state()) {
      case HERE, DIED -> token(x, y, stop, way.here().orElseThrow());
      case PASSED -> {
        pen.box(x, y, WIDTH, STATION, 6, theme.device(), Stroke.of(theme.lineStrong(), 1));
        name(x, y, stop, theme.text());
      }
      case AHEAD -> {
        pen.box(x, y, WIDTH, STATION, 6, theme.body(), Stroke.of(theme.lineStrong(), 1));
        name(x, y, stop, theme.text());
      }
      case NEVER -> {
        pen.box(x, y, WIDTH, STATION, 6, "", new Stroke(theme.lineStrong(), 1, 3));
        name(x, y, stop, theme.text3());
      }
    }
    note(x + WIDTH + 10, y, stop);
  }

  private void name(double x, double y, Way.Stop stop, String color) {
    pen.text(name(stop), x + WIDTH / 2, y + 17, Face.SMALL, color, Align.CENTER);
  }

  private void note(double x, double y, Way.Stop stop) {
    if (!stop.rewritten().isEmpty()) {
      pen.text("⇄ " + stop.rewritten(), x, y + 17, Face.MONO_STRONG, theme.accent(), Align.LEFT);
      return;
    }
    boolean here = stop.state() == Way.State.HERE || stop.state() == Way.State.DIED;
    if (stop.note().isEmpty() || here && stop.state() != Way.State.DIED) {
      return;
    }
    String color = stop.state() == Way.State.DIED ? theme.drop() : theme.text2();
    List<String> lines = wrap(stop.note(), NOTE_LETTERS);
    double top = lines.size() == 1 ? y + 17 : y + 11;
    for (String line : lines.subList(0, Math.min(2, lines.size()))) {
      pen.text(
          Metrics.fitMono(line, 10.5, NOTE_LETTERS * 6.4),
          x,
          top,
          Face.MONO_SMALL,
          color,
          Align.LEFT);
      top += 13;
    }
  }

  /** In lines of at most so many letters, broken at spaces. */
  static List<String> wrap(String text, int letters) {
    List<String> lines = new java.util.ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > letters) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private void token(double x, double y, Way.Stop stop, Step step) {
    String protocol = PacketText.protocol(step.after());
    String label = PacketText.label(step.after());
    TokenPainter.pill(
        pen,
        theme,
        x - 2,
        y - 1,
        WIDTH + 4,
        protocol,
        label,
        PacketText.isReply(step.after()),
        true);
    if (stop.state() == Way.State.DIED) {
      Glyphs.cross(pen, x + WIDTH - 2, y, 9);
    }
  }

  private void card(Box area, Way way, Step step) {
    List<Row> rows = rows(Deciding.of(step));
    if (rows.isEmpty() || way.index() < 0) {
      return;
    }
    double top = station(area, way, way.index())[1] + STATION / 2 + CARD_GAP;
    double height = 28 + rows.size() * LINE + 6;
    double left = area.x() + LEFT - 4;
    double width = area.right() - 6 - left;
    pen.box(left, top, width, height, 8, theme.panel(), Stroke.of(theme.accent(), 1.25));
    pen.text(
        Deciding.title(step), left + 12, top + 18, Face.SMALL_STRONG, theme.text(), Align.LEFT);
    double y = top + 28;
    for (Row row : rows) {
      if (row.decides()) {
        pen.box(left + 1, y - 2, width - 2, LINE, 0, theme.accentTint(), Stroke.NONE);
      }
      String number = row.decides() ? theme.accent() : theme.text3();
      String text = row.decides() ? theme.text() : theme.text3();
      pen.text(row.number(), left + 12, y + 9.5, Face.MONO_SMALL, number, Align.LEFT);
      String fitted = Metrics.fitMono(row.text(), 10.5, LETTERS * 6.3);
      pen.text(fitted, left + 30, y + 9.5, Face.MONO_SMALL, text, Align.LEFT);
      y += LINE;
    }
  }
}
