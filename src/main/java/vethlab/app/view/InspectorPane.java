package vethlab.app.view;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vethlab.app.Studio;
import vethlab.app.Words;
import vethlab.app.inspect.Sheet;
import vethlab.app.inspect.Sheet.Page;
import vethlab.app.inspect.Sheets;
import vethlab.app.scene.Item;
import vethlab.app.scene.Scene.NodeBox;

/** What is chosen, with everything that can be set about it. */
final class InspectorPane extends VBox {
  private final Studio studio;
  private final VBox head = Parts.column("sheet-head");
  private final VBox parts = Parts.column("sheet-parts");
  private final ScrollPane scroll = new ScrollPane(parts);
  private Optional<Sheet> shown = Optional.empty();
  private Optional<Item> about = Optional.empty();
  private String page = "";

  InspectorPane(Studio studio) {
    this.studio = studio;
    scroll.getStyleClass().add("pane-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, scroll);
    studio.listen(news -> refresh());
    fill();
    refresh();
  }

  private void refresh() {
    if (studio.document().isEmpty()) {
      return;
    }
    Optional<Sheet> now =
        studio.chosen().flatMap(new Sheets(studio.words(), studio.doc().kernel())::of);
    if (!looksLike(now, shown) || !studio.chosen().equals(about)) {
      if (!studio.chosen().equals(about)) {
        scroll.setVvalue(0);
      }
      shown = now;
      about = studio.chosen();
      fill();
    }
  }

  /** Commands are made anew each time, so only what is seen is compared. */
  private static boolean looksLike(Optional<Sheet> a, Optional<Sheet> b) {
    return a.map(SheetLook::of).equals(b.map(SheetLook::of));
  }

  private void fill() {
    head.getChildren().clear();
    parts.getChildren().clear();
    if (shown.isEmpty()) {
      nothing();
      return;
    }
    Sheet sheet = shown.get();
    if (sheet.pages().stream().noneMatch(p -> p.id().equals(page))) {
      page = sheet.pages().getFirst().id();
    }
    head.getChildren().addAll(title(sheet), tabs(sheet));
    SheetParts controls = new SheetParts(studio, sheet.ns());
    sheet.pages().stream()
        .filter(p -> p.id().equals(page))
        .flatMap(p -> p.parts().stream())
        .forEach(part -> parts.getChildren().add(controls.of(part)));
  }

  private static Node title(Sheet sheet) {
    Label name = Parts.name(sheet.name(), "title");
    HBox row = new HBox(8, name);
    row.setAlignment(Pos.CENTER_LEFT);
    if (!sheet.state().isEmpty()) {
      Label chip = Parts.text("● " + sheet.state(), "chip", sheet.good() ? "ok" : "drop");
      chip.setMinWidth(USE_PREF_SIZE);
      row.getChildren().add(chip);
    }
    row.getChildren().add(Parts.text(sheet.what(), "second", "small"));
    return row;
  }

  private Node tabs(Sheet sheet) {
    FlowPane tabs = new FlowPane(2, 0);
    tabs.getStyleClass().add("sheet-tabs");
    for (Page each : sheet.pages()) {
      Button button =
          Parts.button(
              each.title(),
              () -> {
                page = each.id();
                scroll.setVvalue(0);
                fill();
              },
              "sheet-tab");
      button.setId("page-" + each.id());
      if (each.id().equals(page)) {
        button.getStyleClass().add("chosen");
      }
      tabs.getChildren().add(button);
    }
    return tabs;
  }

  /** Nothing, a note, or several things are chosen: what there is to choose. */
  private void nothing() {
    Words words = studio.words();
    boolean several = studio.selection().size() > 1;
    head.getChildren()
        .add(
            Parts.wrapped(
                several
                    ? words.get("inspect.several", studio.selection().size())
                    : words.get("inspect.nothing"),
                "second",
                "small"));
    if (several || studio.document().isEmpty()) {
      return;
    }
    List<NodeBox> nodes = studio.doc().scene().nodes();
    for (NodeBox node : nodes) {
      Item item = new Item.Namespace(node.ns());
      HBox row =
          Parts.row(
              "palette-row",
              Parts.text(node.ns().toString(), "strong"),
              Parts.text(node.fact(), "second", "small"));
      row.setMinHeight(32);
      row.setOnMouseClicked(e -> studio.select(item));
      parts.getChildren().add(row);
    }
  }
}
