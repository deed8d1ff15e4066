package vethlab.app.view;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vethlab.app.Words;
import vethlab.app.real.Prediction;

/** What the last command was predicted to put on each interface, beside what it did. */
final class PredictionPane extends VBox {
  private static final double WHERE = 110;
  private static final double MARK = 14;

  private final Words words;
  private final Label command = Parts.name("", "mono", "small");
  private final Label verdict = Parts.text("", "chip", "small");
  private final ListView<Prediction.Line> list = new ListView<>();
  private Optional<Prediction> shown = Optional.empty();

  PredictionPane(Words words) {
    this.words = words;
    verdict.setMinWidth(USE_PREF_SIZE);
    verdict.setId("prediction-verdict");
    HBox head = new HBox(10, command, Parts.spring(), verdict);
    head.setPadding(new Insets(8, 12, 6, 12));
    list.setCellFactory(view -> new LineCell());
    list.setPlaceholder(Parts.wrapped(words.get("predicted.empty"), "second", "small"));
    VBox.setVgrow(list, Priority.ALWAYS);
    HBox columns =
        new HBox(
            8,
            column(Parts.text(words.get("predicted.where"), "second", "tiny"), WHERE),
            column(Parts.text(words.get("predicted.simulated"), "second", "tiny"), 0),
            column(Parts.text(words.get("predicted.observed"), "second", "tiny"), 0),
            column(Parts.text(""), MARK));
    columns.setPadding(new Insets(0, 12, 4, 12));
    getChildren().addAll(head, columns, list);
    verdict.setVisible(false);
  }

  private static Label column(Label label, double width) {
    if (width > 0) {
      label.setMinWidth(width);
      label.setMaxWidth(width);
    } else {
      label.setMinWidth(0);
      label.setPrefWidth(200);
      label.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(label, Priority.ALWAYS);
    }
    return label;
  }

  void show(Optional<Prediction> prediction) {
    if (prediction.equals(shown)) {
      return;
    }
    shown = prediction;
    command.setText(prediction.map(Prediction::command).orElse(""));
    List<Prediction.Line> lines = prediction.map(Prediction::lines).orElse(List.of());
    list.setItems(FXCollections.observableList(lines));
    verdict.setVisible(prediction.isPresent());
    verdict.getStyleClass().removeAll("ok", "drop");
    prediction.ifPresent(each -> {
      var first = each.firstDifference();
      verdict.getStyleClass().add(first.isEmpty() ? "ok" : "drop");
      verdict.setText(
          first.isEmpty()
              ? words.get("predicted.equal", lines.size())
              : words.get("predicted.differs", first.getAsInt() + 1));
      first.ifPresent(at -> list.scrollTo(Math.max(0, at - 2)));
    });
  }

  private static final class LineCell extends ListCell<Prediction.Line> {
    LineCell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(Prediction.Line line, boolean empty) {
      super.updateItem(line, empty);
      getStyleClass().remove("differs");
      if (empty || line == null) {
        setGraphic(null);
        return;
      }
      HBox row =
          new HBox(8, column(Parts.name(line.where(), "small"), WHERE), said(line.simulated()));
      if (!line.agrees()) {
        row.getChildren().add(said(line.observed()));
      }
      row.getChildren()
          .add(column(Parts.text(line.agrees() ? "✓" : "✕", line.agrees() ? "ok" : "drop"), MARK));
      row.setPadding(new Insets(4, 12, 4, 12));
      if (!line.agrees()) {
        getStyleClass().add("differs");
      }
      setGraphic(row);
    }

    /** Both kernels' words in as many lines as they need; what is the same is said once. */
    private static Label said(String text) {
      return column(Parts.wrapped(text.isEmpty() ? "–" : text, "mono", "small"), 0);
    }
  }
}
