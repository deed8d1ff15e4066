package vethlab.app.view;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A strip of tabs over one pane; a tab's content is made when it is first shown. */
final class Tabs extends VBox {
  private record Tab(Button button, Supplier<Node> content) {}

  private final HBox strip = Parts.row("tabs");
  private final StackPane body = new StackPane();
  private final Map<String, Tab> tabs = new LinkedHashMap<>();
  private final Map<String, Node> made = new LinkedHashMap<>();
  private String chosen = "";

  Tabs() {
    getChildren().addAll(strip, body);
    VBox.setVgrow(body, Priority.ALWAYS);
    body.setMinHeight(0);
  }

  Tabs add(String id, String title, Supplier<Node> content) {
    Button button = Parts.button(title, () -> choose(id), "tab-button");
    button.setMinWidth(USE_PREF_SIZE);
    tabs.put(id, new Tab(button, content));
    strip.getChildren().add(button);
    if (tabs.size() == 1) {
      choose(id);
    }
    return this;
  }

  /** Puts something at the right end of the strip. */
  Tabs right(Node node) {
    strip.getChildren().addAll(Parts.spring(), node);
    return this;
  }

  void title(String id, String title) {
    tabs.get(id).button().setText(title);
  }

  boolean has(String id) {
    return tabs.containsKey(id);
  }

  String chosen() {
    return chosen;
  }

  void choose(String id) {
    if (!tabs.containsKey(id) || chosen.equals(id)) {
      return;
    }
    chosen = id;
    tabs.forEach((key, tab) -> {
      tab.button().getStyleClass().remove("chosen");
      if (key.equals(id)) {
        tab.button().getStyleClass().add("chosen");
      }
    });
    body.getChildren().setAll(made.computeIfAbsent(id, key -> tabs.get(key).content().get()));
  }
}
