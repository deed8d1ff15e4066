package vethlab.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vethlab.app.Studio;
import vethlab.app.inspect.Sheet.Adding;
import vethlab.app.inspect.Sheet.Line;
import vethlab.app.inspect.Sheet.Rows;
import vethlab.app.inspect.TableRows;
import vethlab.op.Ns;
import vethlab.sim.timeline.Breakpoint;
import vethlab.sim.trace.Row;

/**
 * A table whose rows are edited where they stand: a double click or Enter opens one as text, ✕
 * removes it, a drag moves it, and below a new one is typed.
 */
final class RowsView extends VBox {
  private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");

  private final Studio studio;
  private final Ns ns;
  private final Rows rows;
  private final Columns columns;
  private final List<StackPane> places = new ArrayList<>();

  RowsView(Studio studio, Ns ns, Rows rows) {
    this.studio = studio;
    this.ns = ns;
    this.rows = rows;
    columns = new Columns(rows.heads(), rows.lines().stream().map(Line::cells).toList());
    getStyleClass().addAll("card", "rows");
    setId("rows-" + rows.id().replace(' ', '-'));
    getChildren().add(strip());
    if (!rows.lines().isEmpty()) {
      getChildren().add(Parts.column("row-place-head", grid(rows.heads(), "row-head")));
    }
    for (int i = 0; i < rows.lines().size(); i++) {
      getChildren().add(place(i));
    }
    rows.adding().ifPresent(adding -> getChildren().add(adder(adding)));
  }

  private Node strip() {
    HBox strip = Parts.row("card-strip", Parts.text(rows.title(), "strong"), Parts.spring());
    rows.setting()
        .ifPresent(fact -> {
          Node control = ((HBox) new SheetParts(studio, ns).fact(fact)).getChildren().getLast();
          strip.getChildren().add(((VBox) control).getChildren().getFirst());
        });
    return strip;
  }

  private Region grid(List<String> texts, String style) {
    boolean head = style.equals("row-head");
    Region row =
        columns.row(
            texts.stream()
                .map(text ->
                    head ? Parts.text(text, "second", "tiny") : Parts.wrapped(text, "table-text"))
                .toList(),
            style);
    if (rows.lines().stream().anyMatch(line -> line.remove().isPresent())) {
      row.getStyleClass().add("row-removable");
    }
    return row;
  }

  // --- a row -----------------------------------------------------------------------------------

  private StackPane place(int index) {
    StackPane place = new StackPane();
    place.getStyleClass().add("row-place");
    place.setFocusTraversable(true);
    place.setAccessibleText(rows.lines().get(index).text());
    places.add(place);
    show(place, index);
    place.setOnKeyPressed(e -> {
      Line line = rows.lines().get(index);
      if (e.getCode() == KeyCode.ENTER && line.change().isPresent()) {
        open(place, index);
        e.consume();
      } else if (e.getCode() == KeyCode.DELETE && line.remove().isPresent()) {
        run(line.remove().get());
        e.consume();
      } else if (e.isAltDown() && (e.getCode() == KeyCode.UP || e.getCode() == KeyCode.DOWN)) {
        move(index, index + (e.getCode() == KeyCode.UP ? -1 : 1));
        e.consume();
      }
    });
    return place;
  }

  private void show(StackPane place, int index) {
    Line line = rows.lines().get(index);
    Region cells = grid(line.cells(), "row-cells");
    place.getChildren().setAll(cells);
    line.remove()
        .ifPresent(command -> {
          Button remove = Parts.button("✕", () -> run(command), "row-remove");
          remove.setAccessibleText(studio.words().get("inspect.remove", line.text()));
          remove.setFocusTraversable(false);
          StackPane.setAlignment(remove, Pos.TOP_RIGHT);
          place.getChildren().add(remove);
        });
    cells.setOnContextMenuRequested(e -> breakpoint(place, line, e));
    cells.setOnMouseClicked(e -> {
      place.requestFocus();
      if (e.getClickCount() == 2 && line.change().isPresent()) {
        open(place, index);
      }
    });
    rows.moving().ifPresent(moving -> draggable(cells, index));
  }

  /** Routes and rules can stop a run where they decide. */
  private void breakpoint(Node place, Line line, ContextMenuEvent e) {
    Optional<Row> row = TableRows.row(rows, line);
    if (row.isPresent()) {
      Breakpoint at = new Breakpoint.AtRow(ns, row.get());
      MenuItem item = new MenuItem(studio.words().get("break.row-menu", line.text()));
      item.setMnemonicParsing(false);
      item.setOnAction(x -> studio.toggleBreakpoint(at));
      new ContextMenu(item).show(place, e.getScreenX(), e.getScreenY());
    }
  }

  private void open(StackPane place, int index) {
    Line line = rows.lines().get(index);
    CommandField field =
        new CommandField(line.text(), text -> done(line.change().orElseThrow().apply(text)))
            .afterwards(() -> {
              show(place, index);
              place.requestFocus();
            });
    place.getChildren().setAll(field);
    field.edit();
  }

  private Optional<String> done(String command) {
    return studio.command(rows.title(), ns, command);
  }

  private void run(String command) {
    done(command).ifPresent(studio::message);
  }

  // --- order -----------------------------------------------------------------------------------

  private void draggable(Region row, int index) {
    row.getStyleClass().add("row-draggable");
    row.setOnMouseDragged(e -> mark(at(e)));
    row.setOnMouseReleased(e -> {
      mark(-1);
      if (!e.isStillSincePress()) {
        move(index, at(e));
      }
    });
  }

  /** Over which row the mouse is. */
  private int at(MouseEvent e) {
    for (int i = 0; i < places.size(); i++) {
      var box = places.get(i).localToScene(places.get(i).getBoundsInLocal());
      if (e.getSceneY() < box.getMaxY()) {
        return i;
      }
    }
    return places.size() - 1;
  }

  private void mark(int target) {
    for (int i = 0; i < places.size(); i++) {
      places.get(i).pseudoClassStateChanged(TARGET, i == target);
    }
  }

  private void move(int from, int to) {
    if (from != to && to >= 0 && to < rows.lines().size()) {
      rows.moving().ifPresent(moving -> run(moving.command(from + 1, to + 1)));
    }
  }

  // --- a new one -------------------------------------------------------------------------------

  private Node adder(Adding adding) {
    CommandField field =
        new CommandField("", text -> done(adding.command().apply(text))).prompt(adding.prompt());
    field.field().setId("add-" + rows.id().replace(' ', '-'));
    field.field().setAccessibleText(studio.words().get("inspect.add", rows.title()));
    Label plus = Parts.text("+", "second");
    HBox row = new HBox(6, plus, field);
    row.setAlignment(Pos.TOP_LEFT);
    row.getStyleClass().add("row-add");
    HBox.setHgrow(field, Priority.ALWAYS);
    return row;
  }
}
