package vethlab.app.view;

import java.util.AbstractList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vethlab.app.Studio;
import vethlab.app.Words;
import vethlab.app.doc.Document;
import vethlab.app.model.EventText;
import vethlab.app.model.PacketText;
import vethlab.sim.trace.Step;
import vethlab.sim.trace.StepFilter;
import vethlab.sim.trace.StepFilter.BadFilter;
import vethlab.sim.trace.Verdict;

/** Every event as a row; choosing one goes to its moment. */
final class EventsPane extends VBox {
  private static final double[] WIDTHS = {44, 76, 74, 108, 62};

  private final Studio studio;
  private final ListView<Integer> list = new ListView<>();
  private final TextField filterField = new TextField();
  private final EventText text;
  private StepFilter filter = all();
  private List<Integer> shown = List.of();
  private int knownCount = -1;
  private int knownHere = -1;
  private String knownFilter = "";

  EventsPane(Studio studio) {
    this.studio = studio;
    this.text = new EventText(studio.words());
    Words words = studio.words();
    list.setFixedCellSize(26);
    list.setCellFactory(view -> new Row());
    list.setPlaceholder(Parts.wrapped(words.get("events.empty"), "second", "small"));
    list.setOnMouseClicked(e -> chosen());
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((o, was, is) -> {
          if (is != null && list.isFocused()) {
            chosen();
          }
        });
    filterField.getStyleClass().add("filter");
    filterField.setPromptText(words.get("events.filter"));
    filterField.setPrefColumnCount(26);
    filterField.textProperty().addListener((o, was, is) -> filter(is));
    VBox.setVgrow(list, Priority.ALWAYS);
    setMinWidth(0);
    getChildren().addAll(head(words), new StackPane(list));
    VBox.setVgrow(getChildren().get(1), Priority.ALWAYS);
    studio.listen(news -> refresh());
    refresh();
  }

  TextField filterField() {
    return filterField;
  }

  private static StepFilter all() {
    try {
      return StepFilter.parse("");
    } catch (BadFilter e) {
      throw new IllegalStateException(e);
    }
  }

  private static HBox head(Words words) {
    HBox head = Parts.row("event-head");
    String[] keys = {"number", "time", "where", "interface", "protocol"};
    for (int i = 0; i < keys.length; i++) {
      head.getChildren()
          .add(
              cell(
                  Parts.text(keys[i].equals("protocol") ? "" : words.get("events." + keys[i])), i));
    }
    head.getChildren().add(Parts.text(words.get("events.what")));
    return head;
  }

  private static Label cell(Label label, int column) {
    label.setMinWidth(WIDTHS[column]);
    label.setPrefWidth(WIDTHS[column]);
    label.setMaxWidth(WIDTHS[column]);
    return label;
  }

  private void filter(String expression) {
    filterField.getStyleClass().remove("bad");
    try {
      filter = StepFilter.parse(expression);
    } catch (BadFilter e) {
      filterField.getStyleClass().add("bad");
      filterField.setTooltip(new javafx.scene.control.Tooltip(e.getMessage()));
      return;
    }
    refresh();
  }

  private void chosen() {
    Integer index = list.getSelectionModel().getSelectedItem();
    if (index != null && studio.document().isPresent() && studio.doc().eventsHere() != index + 1) {
      studio.player().play(false);
      studio.doc().goToEvent(index + 1);
    }
  }

  private void refresh() {
    if (studio.document().isEmpty()) {
      return;
    }
    Document doc = studio.doc();
    int count = doc.eventCount();
    if (count != knownCount || !filter.text().equals(knownFilter)) {
      knownCount = count;
      knownFilter = filter.text();
      shown = indices(doc, count);
      list.setItems(FXCollections.observableList(shown));
    }
    int here = doc.eventsHere();
    if (here != knownHere) {
      knownHere = here;
      list.refresh();
      int row = rowOf(here - 1);
      if (row >= 0) {
        list.getSelectionModel().select(row);
        list.scrollTo(Math.max(0, row - 4));
      }
    }
  }

  private int rowOf(int index) {
    int found = java.util.Collections.binarySearch(shown, index);
    return found >= 0 ? found : -found - 2;
  }

  private List<Integer> indices(Document doc, int count) {
    int first = (int) doc.timeline().firstKept();
    if (filter.text().isBlank()) {
      return new Range(first, count);
    }
    List<Integer> matching = new java.util.ArrayList<>();
    for (int i = first; i < count; i++) {
      if (filter.matches(doc.event(i))) {
        matching.add(i);
      }
    }
    return matching;
  }

  /** Numbers in a row, without keeping them. */
  private static final class Range extends AbstractList<Integer> implements java.util.RandomAccess {
    private final int from;
    private final int to;

    Range(int from, int to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public Integer get(int index) {
      return from + java.util.Objects.checkIndex(index, to - from);
    }

    @Override
    public int size() {
      return Math.max(0, to - from);
    }
  }

  private final class Row extends ListCell<Integer> {
    private final Label number = cell(Parts.text("", "mono", "third"), 0);
    private final Label time = cell(Parts.text("", "mono", "third"), 1);
    private final Label where = cell(Parts.name("", "small"), 2);
    private final Label device = cell(Parts.name("", "mono"), 3);
    private final StackPane badge = new StackPane();
    private final Label what = Parts.text("", "small");
    private final HBox row = Parts.row("event-row", number, time, where, device, badge, what);

    Row() {
      badge.setMinWidth(WIDTHS[4]);
      badge.setMaxWidth(WIDTHS[4]);
      badge.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
      HBox.setHgrow(what, Priority.ALWAYS);
      what.setMinWidth(USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(Integer index, boolean empty) {
      super.updateItem(index, empty);
      setText("");
      if (empty
          || index == null
          || studio.document().isEmpty()
          || index >= studio.doc().eventCount()) {
        setGraphic(null);
        return;
      }
      fill(index, studio.doc().event(index));
      setGraphic(row);
    }

    private void fill(int index, Step step) {
      number.setText(Integer.toString(index + 1));
      time.setText(text.time(step));
      where.setText(step.ns().toString());
      device.setText(text.place(step));
      String protocol = PacketText.protocol(step.after());
      badge.getChildren().setAll(protocol.isEmpty() ? List.of() : List.of(Parts.badge(protocol)));
      what.setText(text.what(step));
      int here = studio.doc().eventsHere();
      row.getStyleClass().setAll("event-row");
      if (index + 1 == here) {
        row.getStyleClass().add("here");
      } else if (index + 1 > here) {
        row.getStyleClass().add("future");
      }
      if (step.verdict() instanceof Verdict.Dropped) {
        row.getStyleClass().add("died");
      }
    }
  }
}
