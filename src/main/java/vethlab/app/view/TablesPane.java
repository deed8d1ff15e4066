package vethlab.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import vethlab.app.Studio;
import vethlab.app.inspect.Sheet.Line;
import vethlab.app.inspect.Sheet.Rows;
import vethlab.app.inspect.Sheets;
import vethlab.app.model.TableChange;
import vethlab.op.Ns;

/** The tables of the namespace in view; what this step changed is marked, with what it was. */
final class TablesPane extends ScrollPane {
  private final Studio studio;
  private final VBox content = Parts.column("section");

  TablesPane(Studio studio) {
    this.studio = studio;
    getStyleClass().add("pane-scroll");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setContent(content);
    studio.listen(news -> refresh());
    sceneProperty().addListener((o, was, is) -> refresh());
    refresh();
  }

  /** That of the present step, else of what is chosen. */
  private Ns inView() {
    Optional<Ns> stepping = studio.document().flatMap(doc -> doc.current()).map(step -> step.ns());
    Optional<Ns> chosen = studio.chosen().flatMap(item -> item.owner());
    return chosen.or(() -> stepping).orElse(Ns.HOST);
  }

  private void refresh() {
    if (getScene() == null || studio.document().isEmpty()) {
      return;
    }
    Ns ns = inView();
    List<Rows> now = new Sheets(studio.words(), studio.doc().kernel()).tables(ns);
    Map<String, Rows> before =
        studio.doc().beforeThisStep().stream()
            .flatMap(kernel -> new Sheets(studio.words(), kernel).tables(ns).stream())
            .collect(Collectors.toMap(Rows::id, rows -> rows));
    content.getChildren().setAll(Parts.text(studio.words().get("tables.of", ns), "title"));
    for (Rows rows : now) {
      TableChange change =
          TableChange.between(Optional.ofNullable(before.get(rows.id())), rows, !before.isEmpty());
      content.getChildren().add(card(rows, change));
    }
  }

  private Node card(Rows rows, TableChange change) {
    VBox card = Parts.column("card");
    card.getStyleClass().add("rows");
    String policy = rows.setting().map(f -> f.value()).orElse("");
    card.getChildren()
        .add(
            Parts.row(
                "card-strip",
                Parts.text(rows.title(), "strong"),
                Parts.spring(),
                Parts.text(policy, "second", "small")));
    if (rows.lines().isEmpty() && change.gone().isEmpty()) {
      Label empty = Parts.text(studio.words().get("tables.empty"), "second", "small");
      empty.setPadding(new Insets(6, 12, 8, 12));
      card.getChildren().add(empty);
      return card;
    }
    List<Line> all = new ArrayList<>(rows.lines());
    all.addAll(change.gone());
    Columns columns = new Columns(rows.heads(), all.stream().map(Line::cells).toList());
    card.getChildren()
        .add(
            columns.row(
                rows.heads().stream().map(h -> Parts.text(h, "second", "tiny")).toList(),
                "row-head"));
    for (TableChange.Changed line : change.lines()) {
      card.getChildren().add(columns.row(cells(line), "row-cells"));
    }
    for (Line line : change.gone()) {
      card.getChildren()
          .add(columns.row(line.cells().stream().map(this::struck).toList(), "row-cells"));
    }
    return card;
  }

  private List<Node> cells(TableChange.Changed line) {
    List<Node> cells = new ArrayList<>();
    for (int i = 0; i < line.line().cells().size(); i++) {
      Label cell = Parts.wrapped(line.line().cells().get(i), "table-text");
      Optional<String> was = line.was(i);
      if ((line.isNew() || was.isPresent()) && !cell.getText().isEmpty()) {
        cell.getStyleClass().add("changed");
      }
      if (was.isEmpty()) {
        cells.add(cell);
      } else {
        String old = was.get().isEmpty() ? "–" : was.get();
        cells.add(
            new VBox(
                1, cell, Parts.wrapped(studio.words().get("tables.was", old), "second", "tiny")));
      }
    }
    return cells;
  }

  /** What is gone. */
  private Node struck(String content) {
    Text text = new Text(content);
    text.setStrikethrough(true);
    text.getStyleClass().add("byte");
    return new TextFlow(text);
  }
}
