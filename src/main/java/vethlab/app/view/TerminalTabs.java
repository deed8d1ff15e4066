package vethlab.app.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vethlab.app.Studio;
import vethlab.app.doc.Terminal;
import vethlab.app.scene.Scene.NodeBox;
import vethlab.op.Ns;

/** One tab a namespace that has a terminal, and a way to open more. */
final class TerminalTabs extends VBox {
  private final Studio studio;
  private final Runnable widen;
  private final HBox strip = Parts.row("tabs");
  private final StackPane body = new StackPane();
  private final Map<String, TerminalPane> panes = new LinkedHashMap<>();
  private String chosen = "";
  private List<String> known = List.of();
  private Optional<Ns> lastActive = Optional.empty();

  /**
   * @param widen gives the terminals most of the width, or takes it back
   */
  TerminalTabs(Studio studio, Runnable widen) {
    this.studio = studio;
    this.widen = widen;
    getStyleClass().add("pane");
    VBox.setVgrow(body, Priority.ALWAYS);
    body.getStyleClass().add("terminal");
    body.setMinHeight(0);
    setMinWidth(120);
    getChildren().addAll(strip, body);
    studio.listen(news -> refresh());
    refresh();
  }

  private static String key(Terminal terminal) {
    return terminal.name();
  }

  private void refresh() {
    if (studio.document().isEmpty()) {
      return;
    }
    List<Terminal> terminals = studio.doc().terminals();
    List<String> names = terminals.stream().map(TerminalTabs::key).toList();
    if (!names.equals(known) || strip.getChildren().isEmpty()) {
      known = names;
      panes.keySet().retainAll(names);
      terminals.forEach(t -> panes.computeIfAbsent(key(t), k -> new TerminalPane(studio, t)));
      build();
      if (!names.contains(chosen)) {
        choose(names.isEmpty() ? "" : names.getLast());
      }
    }
    if (!studio.activeTerminal().equals(lastActive)) {
      lastActive = studio.activeTerminal();
    }
    studio
        .activeTerminal()
        .filter(ns -> names.contains(ns.toString()))
        .ifPresent(ns -> {
          choose(ns.toString());
        });
  }

  private void build() {
    strip.getChildren().clear();
    for (String name : known) {
      Button button =
          Parts.button(
              name,
              () -> {
                studio.showTerminal(new Ns(name.equals("host") ? "" : name));
                choose(name);
                focusInput();
              },
              "tab-button");
      if (name.contains(".")) {
        button.setOnAction(e -> choose(name));
      }
      button.setUserData(name);
      strip.getChildren().add(button);
    }
    Button more = Parts.button("+", () -> {}, "tab-button");
    more.setAccessibleText(studio.words().get("terminal.open"));
    more.setOnAction(e -> {
      ContextMenu menu = new ContextMenu();
      for (NodeBox node : studio.doc().scene().nodes()) {
        MenuItem item = new MenuItem(node.ns().toString());
        item.setOnAction(x -> {
          studio.showTerminal(node.ns());
          focusInput();
        });
        menu.getItems().add(item);
      }
      menu.show(more, javafx.geometry.Side.BOTTOM, 0, 0);
    });
    strip.getChildren().addAll(more, Parts.spring());
    strip
        .getChildren()
        .add(Parts.iconButton(Icons.WIDEN, studio.words().get("terminal.widen"), widen));
    mark();
    if (known.isEmpty()) {
      var hint = Parts.wrapped(studio.words().get("terminal.empty"), "small");
      hint.setStyle("-fx-text-fill: -v-terminal-dim; -fx-padding: 12;");
      StackPane.setAlignment(hint, javafx.geometry.Pos.TOP_LEFT);
      body.getChildren().setAll(hint);
    }
  }

  private void choose(String name) {
    if (chosen.equals(name) && !body.getChildren().isEmpty()) {
      return;
    }
    chosen = name;
    if (panes.containsKey(name)) {
      body.getChildren().setAll(panes.get(name));
    }
    mark();
  }

  private void mark() {
    strip
        .getChildren()
        .forEach(node -> {
          node.getStyleClass().remove("chosen");
          if (chosen.equals(node.getUserData())) {
            node.getStyleClass().add("chosen");
          }
        });
  }

  void focusInput() {
    Optional.ofNullable(panes.get(chosen)).ifPresent(pane -> pane.input().requestFocus());
  }
}
