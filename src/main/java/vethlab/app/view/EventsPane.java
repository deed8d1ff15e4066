package vethlab.app.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vethlab.app.Studio;
import vethlab.app.Words;
import vethlab.app.doc.Document;
import vethlab.app.model.BreakpointText;
import vethlab.app.model.EventText;
import vethlab.app.model.Followed;
import vethlab.app.model.Range;
import vethlab.sim.timeline.Breakpoint;
import vethlab.sim.trace.Row;
import vethlab.sim.trace.Step;
import vethlab.sim.trace.StepFilter;
import vethlab.sim.trace.StepFilter.BadFilter;

/** Every event as a row, filtered and searched; choosing one goes to its moment. */
final class EventsPane extends VBox {
  private final Studio studio;
  private final EventText text;
  private final ListView<Integer> list = new ListView<>();
  private final TextField filterField = new TextField();
  private final Label mistake = Parts.wrapped("", "small", "filter-mistake");
  private final FindBar find;
  private StepFilter filter = all();
  private List<Integer> shown = List.of();
  private int knownCount = -1;
  private int knownHere = -1;
  private String knownFilter = "";
  private ContextMenu menu = new ContextMenu();

  EventsPane(Studio studio) {
    this.studio = studio;
    text = new EventText(studio.words());
    find = new FindBar(studio.words(), this::find);
    setUpList();
    setUpFilter();
    setMinWidth(0);
    getChildren().addAll(mistake, find, EventRow.head(studio.words()), list);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    studio.listen(news -> refresh());
    refresh();
  }

  private void setUpList() {
    list.setId("events");
    list.setCellFactory(view -> new EventRow(studio, text));
    list.setPlaceholder(
        Parts.wrapped(studio.words().get("events.empty"), "second", "small", "empty-hint"));
    list.setOnMouseClicked(this::clicked);
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((o, was, is) -> {
          if (is != null && list.isFocused()) {
            chosen();
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
  }

  private void setUpFilter() {
    filterField.setId("event-filter");
    filterField.getStyleClass().add("filter");
    filterField.setPromptText(studio.words().get("events.filter"));
    filterField.setPrefColumnCount(26);
    HBox.setHgrow(filterField, Priority.ALWAYS);
    filterField.textProperty().addListener((o, was, is) -> filter(is));
    filterField.setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.ESCAPE) {
        filterField.clear();
        list.requestFocus();
        e.consume();
      }
    });
    mistake.setVisible(false);
    mistake.managedProperty().bind(mistake.visibleProperty());
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

  // --- filter and search -----------------------------------------------------------------------

  private void filter(String expression) {
    filterField.getStyleClass().remove("bad");
    mistake.setVisible(false);
    try {
      filter = StepFilter.parse(expression);
      studio.filter(filter);
      refresh();
    } catch (BadFilter e) {
      filterField.getStyleClass().add("bad");
      mistake.setText(
          studio.words().get("events.bad-filter", e.column() + 1, String.valueOf(e.getMessage())));
      mistake.setVisible(true);
    }
  }

  /** Shows the whole way of the packet of the moment alone; once more: everything. */
  void follow() {
    Document doc = studio.doc();
    if (doc.current().isEmpty()) {
      return;
    }
    String way = Followed.filter(doc, doc.eventsHere() - 1);
    filterField.setText(filterField.getText().equals(way) ? "" : way);
  }

  boolean holds(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each == this) {
        return true;
      }
    }
    return false;
  }

  /** To the next event that holds the text, in a direction; where it is among all that do. */
  private FindBar.Found find(String wanted, int direction) {
    List<Integer> holding =
        wanted.isBlank() ? List.of() : shown.stream().filter(i -> holds(i, wanted)).toList();
    if (holding.isEmpty()) {
      return new FindBar.Found(0, 0);
    }
    int here = studio.doc().eventsHere() - 1;
    int at = Collections.binarySearch(holding, here);
    int next = at >= 0 ? at + direction : direction > 0 ? -at - 1 : -at - 2;
    int to = Math.floorMod(next, holding.size());
    goTo(holding.get(to));
    return new FindBar.Found(to + 1, holding.size());
  }

  private boolean holds(int index, String wanted) {
    Step step = studio.doc().event(index);
    String row = step.ns() + " " + text.place(step) + " " + text.what(step);
    return row.toLowerCase(java.util.Locale.ROOT)
        .contains(wanted.toLowerCase(java.util.Locale.ROOT));
  }

  private void key(KeyEvent e) {
    if (e.isShortcutDown() && e.getCode() == KeyCode.F) {
      find.open();
      e.consume();
    }
  }

  // --- choosing --------------------------------------------------------------------------------

  private void clicked(MouseEvent e) {
    menu.hide();
    if (e.getButton() == MouseButton.SECONDARY) {
      showMenu(e);
      return;
    }
    chosen();
    if (e.getClickCount() == 2) {
      follow();
    }
  }

  private void chosen() {
    Integer index = list.getSelectionModel().getSelectedItem();
    if (index != null && studio.document().isPresent()) {
      goTo(index);
    }
  }

  private void goTo(int index) {
    if (studio.doc().eventsHere() != index + 1) {
      studio.player().play(false);
      studio.doc().goToEvent(index + 1);
      studio.tell(Studio.News.PLAYER);
    }
  }

  private void showMenu(MouseEvent e) {
    Integer index = list.getSelectionModel().getSelectedItem();
    if (index == null) {
      return;
    }
    chosen();
    Step step = studio.doc().event(index);
    Words words = studio.words();
    List<MenuItem> items = new ArrayList<>();
    items.add(item(words.get("packet.follow"), this::follow));
    items.add(onlyThis("node == " + step.ns()));
    if (!step.device().isEmpty()) {
      items.add(onlyThis("node == " + step.ns() + " and iface == " + step.device()));
    }
    if (!step.device().isEmpty()) {
      for (Breakpoint.Direction way : List.of(Breakpoint.Direction.IN, Breakpoint.Direction.OUT)) {
        Breakpoint at = new Breakpoint.AtInterface(step.ns(), step.device(), way);
        items.add(item(new BreakpointText(words).of(at), () -> toggle(at)));
      }
    }
    if (step.decided().table() != Row.Table.NONE) {
      Breakpoint at = new Breakpoint.AtRow(step.ns(), step.decided());
      items.add(item(words.get("break.row-menu", step.decided().text()), () -> toggle(at)));
    }
    menu = new ContextMenu(items.toArray(MenuItem[]::new));
    menu.show(list, e.getScreenX(), e.getScreenY());
  }

  private void toggle(Breakpoint at) {
    studio.toggleBreakpoint(at);
  }

  private MenuItem onlyThis(String expression) {
    return item(
        studio.words().get("events.only", expression), () -> filterField.setText(expression));
  }

  private static MenuItem item(String title, Runnable action) {
    MenuItem item = new MenuItem(title);
    item.setMnemonicParsing(false);
    item.setOnAction(e -> action.run());
    return item;
  }

  // --- showing ---------------------------------------------------------------------------------

  private void refresh() {
    if (studio.document().isEmpty()) {
      return;
    }
    Document doc = studio.doc();
    int count = doc.eventCount();
    boolean other = count != knownCount || !filter.text().equals(knownFilter);
    if (other) {
      knownCount = count;
      knownFilter = filter.text();
      shown = indices(doc, count);
      list.setItems(FXCollections.observableList(shown));
    }
    int here = doc.eventsHere();
    if (here != knownHere || other) {
      knownHere = here;
      list.lookupAll(".list-cell").forEach(cell -> ((EventRow) cell).mark());
      rowOf(here - 1)
          .ifPresent(row -> {
            list.getSelectionModel().select((int) row);
            if (other || !isVisible(row)) {
              list.layout();
              list.scrollTo(Math.max(0, row - 2));
            }
          });
    }
  }

  private boolean isVisible(int row) {
    return list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        && flow.getFirstVisibleCell() instanceof IndexedCell<?> first
        && flow.getLastVisibleCell() instanceof IndexedCell<?> last
        && row >= first.getIndex()
        && row < last.getIndex();
  }

  private Optional<Integer> rowOf(int index) {
    int found = Collections.binarySearch(shown, index);
    int row = found >= 0 ? found : -found - 2;
    return row < 0 ? Optional.empty() : Optional.of(row);
  }

  private List<Integer> indices(Document doc, int count) {
    int first = (int) doc.timeline().firstKept();
    if (filter.text().isBlank()) {
      return new Range(first, count);
    }
    List<Integer> matching = new ArrayList<>();
    for (int i = first; i < count; i++) {
      if (filter.matches(doc.event(i))) {
        matching.add(i);
      }
    }
    return matching;
  }
}
