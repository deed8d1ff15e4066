package vethlab.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import vethlab.app.Studio;
import vethlab.app.model.PacketChange;
import vethlab.sim.trace.Step;
import vethlab.wire.Field;
import vethlab.wire.Layer;

/** Layers and bytes side by side; pointing at one lights the other. */
final class BytesPane extends SplitPane {
  /** As many bytes a line as there is room for, in powers of two. */
  private static final int MOST_PER_LINE = 16;

  private static final double LETTER = 7.2;

  /** Of a value: padding and indent. */
  private static final double BESIDE = 36;

  private record Cell(int offset, Text hex, Text letter) {}

  private record FieldRow(Field field, FlowPane row) {}

  private final Studio studio;
  private final VBox fields = new VBox();
  private final VBox dump = new VBox();
  private final List<Cell> cells = new ArrayList<>();
  private final List<FieldRow> rows = new ArrayList<>();
  private Optional<Step> shown = Optional.empty();

  BytesPane(Studio studio) {
    this.studio = studio;
    fields.setPadding(new javafx.geometry.Insets(8, 12, 8, 12));
    dump.setPadding(new javafx.geometry.Insets(8, 8, 8, 10));
    getItems().addAll(scroll(fields), scroll(dump));
    fields.setMinWidth(0);
    setDividerPositions(0.38);
    dump.widthProperty()
        .addListener((o, was, is) -> {
          if (perLine(was.doubleValue()) != perLine(is.doubleValue())) {
            fill(shown);
          }
        });
    studio.listen(news -> refresh());
    fill(Optional.empty());
    refresh();
  }

  private static ScrollPane scroll(VBox content) {
    ScrollPane pane = new ScrollPane(content);
    pane.getStyleClass().add("pane-scroll");
    pane.setStyle("-fx-background-color: -v-panel;");
    pane.setFitToWidth(true);
    return pane;
  }

  private static int perLine(double width) {
    int fits = MOST_PER_LINE;
    while (fits > 4 && (5 + fits * 4) * LETTER + 20 > width) {
      fits /= 2;
    }
    return fits;
  }

  private void refresh() {
    Optional<Step> now = studio.current();
    if (!now.equals(shown)) {
      shown = now;
      fill(now);
    }
  }

  private void fill(Optional<Step> step) {
    fields.getChildren().clear();
    dump.getChildren().clear();
    cells.clear();
    rows.clear();
    if (step.isEmpty()) {
      fields.getChildren().add(Parts.text(studio.words().get("packet.empty"), "second", "small"));
      return;
    }
    PacketChange change = PacketChange.of(step.get());
    for (Layer layer : change.layers()) {
      fields.getChildren().add(Parts.text(layer.name(), "strong", "small"));
      layer.fields().forEach(field -> fields.getChildren().add(row(change, layer, field)));
    }
    int perLine = perLine(dump.getWidth());
    for (int start = change.firstByte(); start < change.bytes().length(); start += perLine) {
      dump.getChildren().add(line(change, start, perLine));
    }
  }

  /** The value beside the name, or below it where there is no room. */
  private FlowPane row(PacketChange change, Layer layer, Field field) {
    Label value = Parts.text(field.value(), "mono");
    if (change.isChanged(layer, field)) {
      value.getStyleClass().add("changed");
    }
    value.maxWidthProperty().bind(fields.widthProperty().subtract(BESIDE));
    FlowPane row = new FlowPane(8, 0, Parts.text(field.name(), "small", "second"), value);
    row.setPadding(new javafx.geometry.Insets(0, 0, 0, 12));
    row.setPrefWrapLength(160);
    row.setFocusTraversable(true);
    row.focusedProperty()
        .addListener((o, was, is) -> light(field.offset(), is ? field.end() : field.offset()));
    row.setOnMouseEntered(e -> light(field.offset(), field.end()));
    row.setOnMouseExited(e -> light(0, 0));
    rows.add(new FieldRow(field, row));
    return row;
  }

  private TextFlow line(PacketChange change, int start, int perLine) {
    TextFlow flow = new TextFlow();
    flow.getChildren().add(text("%04x ".formatted(start - change.firstByte()), -1));
    int end = Math.min(change.bytes().length(), start + perLine);
    List<Text> letters = new ArrayList<>();
    for (int i = start; i < start + perLine; i++) {
      Text hex = text(i < end ? "%02x ".formatted(change.bytes().at(i)) : "   ", i < end ? i : -1);
      if (i < end) {
        int value = change.bytes().at(i);
        Text letter = text(value >= 0x20 && value < 0x7f ? Character.toString(value) : ".", i);
        letters.add(letter);
        cells.add(new Cell(i, hex, letter));
        if (change.isChanged(i)) {
          hex.getStyleClass().add("byte-lit");
        }
      }
      flow.getChildren().add(hex);
    }
    flow.getChildren().addAll(letters);
    return flow;
  }

  private Text text(String content, int offset) {
    Text text = new Text(content);
    text.getStyleClass().add("byte");
    if (offset >= 0) {
      text.setOnMouseEntered(e -> point(offset));
      text.setOnMouseExited(e -> point(-1));
    }
    return text;
  }

  private void light(int from, int to) {
    String color = studio.theme().accent();
    for (Cell cell : cells) {
      boolean lit = cell.offset() >= from && cell.offset() < to;
      String style = lit ? "-fx-fill: " + color + "; -fx-font-weight: bold;" : "";
      cell.hex().setStyle(style);
      cell.letter().setStyle(style);
    }
  }

  private void point(int offset) {
    for (FieldRow row : rows) {
      boolean lit = offset >= row.field().offset() && offset < row.field().end();
      row.row().setStyle(lit ? "-fx-background-color: -v-accent-tint;" : "");
      if (lit) {
        light(row.field().offset(), row.field().end());
      }
    }
    if (offset < 0) {
      light(0, 0);
    }
  }
}
