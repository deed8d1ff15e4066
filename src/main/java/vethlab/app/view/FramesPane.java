package vethlab.app.view;

import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vethlab.app.Words;
import vethlab.app.model.PacketText;
import vethlab.app.real.KernelRun;
import vethlab.app.real.Observed;
import vethlab.sim.trace.StepText;
import vethlab.wire.Frame;
import vethlab.wire.pcapng.Direction;

/** Every frame that real interfaces saw; choosing one shows it on the canvas. */
final class FramesPane extends VBox {
  private static final double[] WIDTHS = {34, 72, 128, 50};

  private final Words words;
  private final KernelRun run;
  private final ListView<Observed> list = new ListView<>();
  private int known = -1;

  FramesPane(Words words, KernelRun run) {
    this.words = words;
    this.run = run;
    list.setId("frames");
    list.setFixedCellSize(26);
    list.setCellFactory(view -> new FrameCell());
    list.setPlaceholder(Parts.wrapped(words.get("frames.empty"), "second", "small"));
    list.setOnMouseClicked(e -> choose());
    list.getSelectionModel()
        .selectedIndexProperty()
        .addListener((o, was, is) -> {
          if (list.isFocused()) {
            choose();
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    setMinWidth(0);
    getChildren().add(list);
  }

  private void choose() {
    int place = list.getSelectionModel().getSelectedIndex();
    if (place >= 0 && place != run.shown()) {
      run.show(place);
    }
  }

  void refresh() {
    if (run.frames().size() != known) {
      known = run.frames().size();
      list.setItems(FXCollections.observableArrayList(run.frames()));
    }
    if (run.shown() >= 0 && list.getSelectionModel().getSelectedIndex() != run.shown()) {
      list.getSelectionModel().select(run.shown());
      list.scrollTo(Math.max(0, run.shown() - 2));
    }
  }

  private final class FrameCell extends ListCell<Observed> {
    FrameCell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(Observed frame, boolean empty) {
      super.updateItem(frame, empty);
      if (empty || frame == null) {
        setGraphic(null);
        return;
      }
      String protocol = frame.frame().map(f -> PacketText.protocol(f.payload())).orElse("");
      HBox badge = new HBox();
      badge.setMinWidth(WIDTHS[3]);
      badge.setAlignment(Pos.CENTER_LEFT);
      if (!protocol.isEmpty()) {
        badge.getChildren().add(Parts.badge(protocol));
      }
      HBox row =
          new HBox(
              4,
              cell(Parts.text(Integer.toString(frame.number()), "mono", "third"), 0),
              cell(Parts.text(time(frame), "mono", "third"), 1),
              cell(Parts.name(where(frame), "small"), 2),
              badge,
              Parts.text(text(frame, protocol), "small"));
      row.setAlignment(Pos.CENTER_LEFT);
      row.setPadding(new Insets(0, 12, 0, 12));
      setGraphic(row);
    }

    private Label cell(Label label, int column) {
      label.setMinWidth(WIDTHS[column]);
      label.setMaxWidth(WIDTHS[column]);
      return label;
    }
  }

  private static String time(Observed frame) {
    long micros = frame.nanos() / 1_000;
    return String.format(Locale.ROOT, "%d.%06d", micros / 1_000_000, micros % 1_000_000);
  }

  private String where(Observed frame) {
    String direction = frame.direction() == Direction.OUT ? "frames.out" : "frames.in";
    return words.get(direction, frame.ns() + "/" + frame.device());
  }

  /** What its badge does not say already. */
  private static String text(Observed frame, String protocol) {
    String summary = frame.frame().map(Frame::payload).map(StepText::summary).orElse("");
    return summary.startsWith(protocol + " ") ? summary.substring(protocol.length() + 1) : summary;
  }
}
