package vethlab.app.view;

import java.util.List;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vethlab.app.Actions;
import vethlab.app.Studio;
import vethlab.app.scene.Item;

/** Everything that can be done, found by typing; also names of things on the canvas. */
public final class CommandPalette extends VBox {
  private static final int MOST = 60;

  private record Choice(String title, String key, Runnable run) {}

  private final Studio studio;
  private final Actions actions;
  private final MainView view;
  private final TextField field = new TextField();
  private final VBox rows = new VBox();
  private List<Choice> choices = List.of();
  private int at;

  public CommandPalette(Studio studio, Actions actions, MainView view) {
    this.studio = studio;
    this.actions = actions;
    this.view = view;
    getStyleClass().add("sheet");
    setMaxSize(560, 420);
    setPadding(new javafx.geometry.Insets(12, 0, 8, 0));
    setSpacing(8);
    field.getStyleClass().add("field");
    field.setPromptText(studio.words().get("palette.prompt"));
    field.setMinHeight(34);
    VBox.setMargin(field, new javafx.geometry.Insets(0, 12, 0, 12));
    ScrollPane scroll = new ScrollPane(rows);
    scroll.getStyleClass().add("pane-scroll");
    scroll.setFitToWidth(true);
    getChildren().addAll(field, scroll);
    field.textProperty().addListener((o, was, is) -> find(is));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    find("");
  }

  @Override
  public void requestFocus() {
    field.requestFocus();
  }

  private void find(String query) {
    java.util.ArrayList<Choice> found = new java.util.ArrayList<>();
    studio
        .document()
        .ifPresent(doc ->
            doc.scene()
                .nodes()
                .forEach(node -> {
                  String name = node.ns().toString();
                  if (!query.isBlank() && name.contains(query.strip())) {
                    found.add(
                        new Choice(
                            studio.words().get("palette.select", name),
                            "",
                            () -> studio.select(new Item.Namespace(node.ns()))));
                  }
                }));
    actions
        .find(query)
        .forEach(a ->
            found.add(new Choice(a.title(), a.key().map(Actions::keyText).orElse(""), a.run())));
    choices = found.size() > MOST ? found.subList(0, MOST) : found;
    at = 0;
    show();
  }

  private void show() {
    rows.getChildren().clear();
    for (int i = 0; i < choices.size(); i++) {
      Choice choice = choices.get(i);
      HBox row = Parts.row("command-row", Parts.text(choice.title()), Parts.spring());
      if (!choice.key().isEmpty()) {
        row.getChildren().add(Parts.key(choice.key()));
      }
      if (i == at) {
        row.getStyleClass().add("chosen");
      }
      row.setOnMouseClicked(e -> run(choice));
      rows.getChildren().add(row);
    }
  }

  private void key(KeyEvent e) {
    if (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.UP) {
      at = Math.floorMod(at + (e.getCode() == KeyCode.DOWN ? 1 : -1), Math.max(1, choices.size()));
      show();
      e.consume();
    } else if (e.getCode() == KeyCode.ENTER && at < choices.size()) {
      run(choices.get(at));
      e.consume();
    }
  }

  private void run(Choice choice) {
    view.closeOverlay();
    choice.run().run();
  }
}
