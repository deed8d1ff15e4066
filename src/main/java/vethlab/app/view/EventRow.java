package vethlab.app.view;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import vethlab.app.Studio;
import vethlab.app.Words;
import vethlab.app.model.EventText;
import vethlab.app.model.PacketText;
import vethlab.app.theme.Faces;
import vethlab.sim.trace.Step;
import vethlab.sim.trace.Verdict;

/**
 * An event in the list: number, time, where, interface, protocol, and what happened, which takes as
 * many lines as it needs.
 */
final class EventRow extends ListCell<Integer> {
  private static final double[] WIDTHS = {30, 68, 54, 92, 50};
  private static final String[] HEADS = {"number", "time", "where", "interface", ""};

  private static final double GAP = 4;

  /** All that is beside the last column: the others, gaps, padding, a scroll bar. */
  private static final double BEFORE_WHAT =
      java.util.Arrays.stream(WIDTHS).sum() + WIDTHS.length * GAP + 3 + 8 + 8 + 10;

  /** As many letters of an interface as fit into a line. */
  private static final int ONE_LINE = 12;

  private static final Text MEASURE = new Text();

  static {
    MEASURE.setFont(Font.font(Faces.SANS, 12));
  }

  private final Studio studio;
  private final EventText text;
  private final Label number = cell(Parts.text("", "mono", "third"), 0);
  private final Label time = cell(Parts.text("", "mono", "third"), 1);
  private final Label where = cell(Parts.name("", "small"), 2);
  private final Label device = cell(Parts.wrapped("", "mono"), 3);
  private final StackPane badge = new StackPane();
  private final Label what = Parts.wrapped("", "small", "event-what");
  private final HBox row = Parts.row("event-row", number, time, where, device, badge, what);

  EventRow(Studio studio, EventText text) {
    this.studio = studio;
    this.text = text;
    badge.setMinWidth(WIDTHS[4]);
    badge.setMaxWidth(WIDTHS[4]);
    badge.setAlignment(Pos.TOP_LEFT);
    HBox.setHgrow(what, Priority.ALWAYS);
    setPrefWidth(0);
  }

  static HBox head(Words words) {
    HBox head = Parts.row("event-head");
    for (int i = 0; i < HEADS.length; i++) {
      String word = HEADS[i].isEmpty() ? "" : words.get("events." + HEADS[i]);
      head.getChildren().add(cell(Parts.text(word), i));
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

  @Override
  protected double computePrefHeight(double width) {
    if (isEmpty()) {
      return 26;
    }
    MEASURE.setText(what.getText());
    MEASURE.setWrappingWidth(Math.max(80, getListView().getWidth() - BEFORE_WHAT));
    double lines = device.getText().length() > ONE_LINE ? 42 : 26;
    return Math.max(lines, Math.ceil(MEASURE.getLayoutBounds().getHeight()) + 10);
  }

  @Override
  protected void updateItem(Integer index, boolean empty) {
    super.updateItem(index, empty);
    setText("");
    boolean none = empty || index == null || studio.document().isEmpty();
    if (none || index >= studio.doc().eventCount()) {
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
    mark(index, step);
  }

  /** Shows whether it has happened, now that the moment is another. */
  void mark() {
    if (!isEmpty() && getItem() != null && getItem() < studio.doc().eventCount()) {
      mark(getItem(), studio.doc().event(getItem()));
    }
  }

  private void mark(int index, Step step) {
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
