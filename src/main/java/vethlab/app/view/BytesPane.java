package vethlab.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
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
  private static final int PER_LINE = 16;

  private record Cell(int offset, Text hex, Text letter) {}

  private record FieldRow(Field field, Label label) {}

  private final Studio studio;
  private final VBox fields = new VBox();
  private final VBox dump = new VBox();
  private final List<Cell> cells = new ArrayList<>();
  private final List<FieldRow> rows = new ArrayList<>();
  private Optional<Step> shown = Optional.empty();

  BytesPane(Studio studio) {
    this.studio = studio;
    fields.setPadding(new javafx.geometry.Insets(8, 12, 8, 12));
    dump.setPadding(new javafx.geometry.Insets(8, 12, 8, 12));
    getItems().addAll(scroll(fields), scroll(dump));
    setDividerPositions(0.45);
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
    for (int start = change.firstByte(); start < change.bytes().length(); start += PER_LINE) {
      dump.getChildren().add(line(change, start));
    }
  }

  private Label row(PacketChange change, Layer layer, Field field) {
    Label label = Parts.name("  " + field.name() + "  " + field.value(), "mono");
    if (change.isChanged(layer, field)) {
      label.getStyleClass().add("changed");
    }
    label.setMaxWidth(Double.MAX_VALUE);
    label.setOnMouseEntered(e -> light(field.offset(), field.end()));
    label.setOnMouseExited(e -> light(0, 0));
    rows.add(new FieldRow(field, label));
    return label;
  }

  private TextFlow line(PacketChange change, int start) {
    TextFlow flow = new TextFlow();
    flow.getChildren().add(text("%04x  ".formatted(start - change.firstByte()), -1));
    int end = Math.min(change.bytes().length(), start + PER_LINE);
    List<Text> letters = new ArrayList<>();
    for (int i = start; i < start + PER_LINE; i++) {
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
    flow.getChildren().add(text(" ", -1));
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
      row.label().setStyle(lit ? "-fx-background-color: -v-accent-tint;" : "");
      if (lit) {
        light(row.field().offset(), row.field().end());
      }
    }
    if (offset < 0) {
      light(0, 0);
    }
  }
}
