package vethlab.app.view;

import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Asks for one line. */
public final class Prompt extends VBox {
  private final TextField field;

  public Prompt(String title, String text, Runnable closer, Consumer<String> then) {
    getStyleClass().add("sheet");
    setMaxSize(420, USE_PREF_SIZE);
    setPadding(new javafx.geometry.Insets(20));
    setSpacing(10);
    field = new TextField(text);
    field.getStyleClass().add("field");
    field.setMinHeight(32);
    field.setOnAction(e -> {
      closer.run();
      if (!field.getText().isBlank()) {
        then.accept(field.getText().strip());
      }
    });
    getChildren().addAll(Parts.text(title, "title"), field);
  }

  @Override
  public void requestFocus() {
    field.requestFocus();
    field.selectAll();
  }
}
