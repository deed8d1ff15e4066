package vethlab.app.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vethlab.app.Probes;
import vethlab.app.Studio;
import vethlab.app.Words;
import vethlab.app.inspect.Sheet;
import vethlab.app.inspect.Sheet.Page;
import vethlab.app.inspect.Sheets;
import vethlab.app.scene.Item;
import vethlab.app.scene.Scene.NodeBox;
import vethlab.op.Ns;

/** What is chosen, with everything that can be set about it. */
final class InspectorPane extends VBox {
  /** Of what can be chosen where nothing is; each row costs time, and nobody reads hundreds. */
  private static final int MOST_ROWS = 40;

  private final Studio studio;
  private final VBox head = Parts.column("sheet-head");
  private final VBox parts = Parts.column("sheet-parts");
  private final ScrollPane scroll = new ScrollPane(parts);
  private Optional<Sheet> shown = Optional.empty();
  private Optional<Item> about = Optional.empty();
  private Set<Item> selected = Set.of();
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
    boolean others = !studio.selection().equals(selected);
    selected = Set.copyOf(studio.selection());
    if (!looksLike(now, shown) || !studio.chosen().equals(about) || others) {
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
                "small",
                "sheet-hint"));
    if (studio.chosenNamespaces().size() == 2) {
      parts.getChildren().add(probes(studio.chosenNamespaces()));
    }
    if (several || studio.document().isEmpty()) {
      return;
    }
    List<NodeBox> nodes = studio.doc().scene().nodes();
    for (NodeBox node : nodes.subList(0, Math.min(MOST_ROWS, nodes.size()))) {
      Item item = new Item.Namespace(node.ns());
      HBox row =
          Parts.row(
              "palette-row",
              Parts.text(node.ns().toString(), "strong"),
              Parts.text(node.fact(), "second", "small"));
      row.setMinHeight(32);
      row.setAccessibleText(node.ns().toString());
      Parts.pressable(row, () -> studio.select(item));
      parts.getChildren().add(row);
    }
    if (nodes.size() > MOST_ROWS) {
      String more = words.get("inspect.more", nodes.size() - MOST_ROWS);
      parts.getChildren().add(Parts.wrapped(more, "second", "small", "sheet-hint"));
    }
  }

  /** What can be asked from the first to the second. */
  private Node probes(List<Ns> two) {
    Words words = studio.words();
    Probes probes = new Probes(studio);
    VBox rows = new VBox(8);
    for (Probes.Kind kind : Probes.Kind.values()) {
      String word = kind.name().toLowerCase(Locale.ROOT);
      boolean ported = kind == Probes.Kind.TCP || kind == Probes.Kind.UDP;
      TextField port = new TextField(Integer.toString(probes.port(kind, two.get(1))));
      port.getStyleClass().add("field");
      port.setPrefColumnCount(5);
      port.setId("port-" + word);
      Button go =
          Parts.button(
              words.get("probe." + word),
              () -> probes.run(kind, two.get(0), two.get(1), number(port.getText())),
              kind == Probes.Kind.PING ? "primary" : "plain");
      go.setId("probe-" + word);
      go.setMinWidth(110);
      HBox row = new HBox(8, go);
      row.setAlignment(Pos.CENTER_LEFT);
      if (ported) {
        row.getChildren().addAll(Parts.text(words.get("probe.port"), "second", "small"), port);
      }
      rows.getChildren().add(row);
    }
    return Parts.card(words.get("probe.title", two.get(0), two.get(1)), null, rows);
  }

  private static int number(String text) {
    return text.strip().matches("\\d{1,5}") ? Integer.parseInt(text.strip()) : 0;
  }
}
