package vethlab.app.view;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;

/** The small parts panes are made of, with the style classes of the stylesheet. */
final class Parts {
  private Parts() {}

  static Label text(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(List.of(styles));
    return label;
  }

  /** A text that takes as many lines as it needs. */
  static Label wrapped(String text, String... styles) {
    Label label = text(text, styles);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** A text that is shortened in the middle. */
  static Label name(String text, String... styles) {
    Label label = text(text, styles);
    label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    label.setMinWidth(20);
    return label;
  }

  static Button button(String text, Runnable action, String... styles) {
    Button button = new Button(text);
    button.setMnemonicParsing(false);
    button.getStyleClass().addAll(List.of(styles));
    button.setOnAction(e -> action.run());
    return button;
  }

  static Button iconButton(String icon, String tip, Runnable action, String... styles) {
    Button button = button("", action, "icon-button");
    button.getStyleClass().addAll(List.of(styles));
    button.setGraphic(icon(icon));
    button.setTooltip(new Tooltip(tip));
    button.setAccessibleText(tip);
    return button;
  }

  /** A link-like button. */
  static Button link(String text, Runnable action) {
    return button(text, action, "text-link");
  }

  /** Does something when it is clicked, or Enter or Space is pressed on it. */
  static void pressable(Node node, Runnable action) {
    node.setFocusTraversable(true);
    node.setOnMouseClicked(e -> action.run());
    node.setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
        action.run();
        e.consume();
      }
    });
  }

  static SVGPath icon(String path) {
    SVGPath icon = new SVGPath();
    icon.setContent(path);
    icon.setFillRule(javafx.scene.shape.FillRule.EVEN_ODD);
    icon.getStyleClass().add("icon");
    return icon;
  }

  static Label key(String text) {
    return text(text, "key");
  }

  static Region spring() {
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    VBox.setVgrow(spring, Priority.ALWAYS);
    return spring;
  }

  static HBox row(String style, Node... children) {
    HBox row = new HBox(children);
    row.getStyleClass().add(style);
    return row;
  }

  static VBox column(String style, Node... children) {
    VBox column = new VBox(children);
    column.getStyleClass().add(style);
    return column;
  }

  /** A card with a strip that has a title, and something at its right. */
  static VBox card(String title, Node right, Node... body) {
    Label name = text(title, "strong");
    name.setMinWidth(Region.USE_PREF_SIZE);
    HBox strip = row("card-strip", name, spring());
    if (right != null) {
      strip.getChildren().add(right);
    }
    VBox card = column("card", strip);
    VBox inside = column("card-body", body);
    card.getChildren().add(inside);
    return card;
  }

  /** A name on the left, what it is on the right. */
  static HBox fact(String name, Node... values) {
    Label label = wrapped(name, "fact-name");
    HBox row = row("fact", label);
    HBox value = row("fact-value", values);
    HBox.setHgrow(value, Priority.ALWAYS);
    row.getChildren().add(value);
    return row;
  }

  static Label badge(String protocol) {
    Label badge = text(protocol, "proto", "proto-" + protocol.toLowerCase(java.util.Locale.ROOT));
    badge.setMinWidth(Region.USE_PREF_SIZE);
    return badge;
  }
}
