package vethlab.app.view;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import vethlab.app.Words;
import vethlab.app.model.LayerLines;
import vethlab.app.model.PacketChange;
import vethlab.wire.Layer;

/** A packet's layers and its bytes; pointing at one lights the other. */
final class LayersCard extends VBox {
  private static final int MOST_BYTES = 64;

  private record Cell(int offset, Label label) {}

  private record Part(Layer layer, HBox row) {
    boolean holds(int offset) {
      return layer.fields().stream().anyMatch(f -> offset >= f.offset() && offset < f.end());
    }
  }

  private final PacketChange change;
  private final List<Cell> cells = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();

  LayersCard(Words words, PacketChange change) {
    super(8);
    getStyleClass().add("layers");
    this.change = change;
    List<Node> rows = new ArrayList<>();
    if (!change.isFramed()) {
      rows.add(Parts.fact("Ethernet", Parts.wrapped(words.get("packet.no-frame"), "second")));
    }
    change.layers().forEach(layer -> rows.add(row(layer)));
    getChildren()
        .addAll(Parts.card(words.get("packet.layers"), null, rows.toArray(Node[]::new)), bytes());
  }

  private Node row(Layer layer) {
    VBox lines = new VBox(1);
    for (String line : LayerLines.of(layer)) {
      lines.getChildren().add(Parts.wrapped(line, "mono"));
    }
    if (layer.fields().stream().anyMatch(f -> change.isChanged(layer, f))) {
      lines.getChildren().getFirst().getStyleClass().add("changed");
    }
    HBox row = Parts.fact(layer.name(), lines);
    row.getStyleClass().add("layer-row");
    Part part = new Part(layer, row);
    parts.add(part);
    row.setOnMouseEntered(e -> light(part));
    row.setOnMouseExited(e -> dark());
    return row;
  }

  private Node bytes() {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("packet-bytes");
    int from = change.firstByte();
    int to = Math.min(change.bytes().length(), from + MOST_BYTES);
    for (int i = from; i < to; i++) {
      flow.getChildren().add(cell(i));
    }
    if (to < change.bytes().length()) {
      Label more = Parts.text("… " + (change.bytes().length() - to), "packet-byte", "second");
      more.setPadding(new Insets(0, 0, 0, 4));
      flow.getChildren().add(more);
    }
    return flow;
  }

  private Label cell(int offset) {
    Label label = Parts.text("%02x".formatted(change.bytes().at(offset)), "packet-byte");
    if (change.isChanged(offset)) {
      label.getStyleClass().add("changed");
    }
    label.setOnMouseEntered(e -> {
      parts.stream().filter(part -> part.holds(offset)).findFirst().ifPresent(this::light);
    });
    label.setOnMouseExited(e -> dark());
    cells.add(new Cell(offset, label));
    return label;
  }

  private void light(Part part) {
    dark();
    part.row().getStyleClass().add("lit");
    cells.stream()
        .filter(cell -> part.holds(cell.offset()))
        .forEach(cell -> cell.label().getStyleClass().add("lit"));
  }

  private void dark() {
    parts.forEach(part -> part.row().getStyleClass().remove("lit"));
    cells.forEach(cell -> cell.label().getStyleClass().remove("lit"));
  }
}
