package vethlab.app.canvas;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.text.TextAlignment;
import vethlab.app.theme.Faces;

/** Draws on a JavaFX canvas. */
public final class FxPen implements Pen {
  private static final Map<String, Color> COLORS = new HashMap<>();
  private static final Map<Face, Font> FONTS = new EnumMap<>(Face.class);

  private final GraphicsContext on;

  public FxPen(GraphicsContext on) {
    this.on = on;
    on.setLineCap(StrokeLineCap.BUTT);
    on.setLineJoin(StrokeLineJoin.ROUND);
    on.setTextBaseline(VPos.BASELINE);
    on.setFontSmoothingType(FontSmoothingType.GRAY);
  }

  public static Color color(String web) {
    return COLORS.computeIfAbsent(web, Color::web);
  }

  static Font font(Face face) {
    return FONTS.computeIfAbsent(
        face,
        f -> {
          if (f.mono) {
            return f.strong ? Faces.monoStrong(f.size) : Faces.mono(f.size);
          }
          return f.strong ? Faces.strong(f.size) : Faces.sans(f.size);
        });
  }

  private boolean fill(String color) {
    if (color.isEmpty()) {
      return false;
    }
    on.setFill(color(color));
    return true;
  }

  private boolean stroke(Stroke stroke) {
    if (stroke.color().isEmpty()) {
      return false;
    }
    on.setStroke(color(stroke.color()));
    on.setLineWidth(stroke.width());
    if (stroke.dash() > 0) {
      on.setLineDashes(stroke.dash(), stroke.dash() * 0.8);
    } else {
      on.setLineDashes();
    }
    return true;
  }

  @Override
  public void box(
      double x, double y, double width, double height, double radius, String fill, Stroke stroke) {
    if (fill(fill)) {
      on.fillRoundRect(x, y, width, height, radius * 2, radius * 2);
    }
    if (stroke(stroke)) {
      on.strokeRoundRect(x, y, width, height, radius * 2, radius * 2);
    }
  }

  @Override
  public void strip(double x, double y, double width, double height, double radius, String fill) {
    if (fill(fill)) {
      on.beginPath();
      on.moveTo(x, y + height);
      on.lineTo(x, y + radius);
      on.quadraticCurveTo(x, y, x + radius, y);
      on.lineTo(x + width - radius, y);
      on.quadraticCurveTo(x + width, y, x + width, y + radius);
      on.lineTo(x + width, y + height);
      on.closePath();
      on.fill();
    }
  }

  @Override
  public void lines(List<List<double[]>> lines, double radius, Stroke stroke) {
    if (lines.isEmpty() || !stroke(stroke)) {
      return;
    }
    on.beginPath();
    for (List<double[]> line : lines) {
      trace(line, radius);
    }
    on.stroke();
  }

  private void trace(List<double[]> line, double radius) {
    double[] first = line.getFirst();
    on.moveTo(first[0], first[1]);
    for (int i = 1; i < line.size() - 1; i++) {
      double[] at = line.get(i);
      double[] next = line.get(i + 1);
      on.arcTo(at[0], at[1], next[0], next[1], Corners.radius(line, i, radius));
    }
    double[] last = line.getLast();
    on.lineTo(last[0], last[1]);
  }

  @Override
  public void circle(double x, double y, double radius, String fill, Stroke stroke) {
    if (fill(fill)) {
      on.fillOval(x - radius, y - radius, radius * 2, radius * 2);
    }
    if (stroke(stroke)) {
      on.strokeOval(x - radius, y - radius, radius * 2, radius * 2);
    }
  }

  @Override
  public void polygon(double[] xs, double[] ys, String fill, Stroke stroke) {
    if (fill(fill)) {
      on.fillPolygon(xs, ys, xs.length);
    }
    if (stroke(stroke)) {
      on.strokePolygon(xs, ys, xs.length);
    }
  }

  @Override
  public void text(String text, double x, double y, Face face, String color, Align align) {
    if (text.isEmpty() || !fill(color)) {
      return;
    }
    on.setFont(font(face));
    on.setTextAlign(
        switch (align) {
          case LEFT -> TextAlignment.LEFT;
          case CENTER -> TextAlignment.CENTER;
          case RIGHT -> TextAlignment.RIGHT;
        });
    on.fillText(text, x, y);
  }
}
