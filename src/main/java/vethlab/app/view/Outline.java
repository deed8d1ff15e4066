package vethlab.app.view;

import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vethlab.app.Studio;
import vethlab.app.model.OutlineText;

/** The drawing as text, for those who don't see it. */
public final class Outline extends VBox {
  private final TextArea area = new TextArea();

  public Outline(Studio studio) {
    getStyleClass().add("sheet");
    setMaxSize(640, 560);
    setPadding(new javafx.geometry.Insets(16));
    setSpacing(10);
    area.setText(OutlineText.of(studio.words(), studio.doc().scene()));
    area.setEditable(false);
    area.getStyleClass().add("mono");
    VBox.setVgrow(area, Priority.ALWAYS);
    getChildren().addAll(Parts.text(studio.words().get("action.outline"), "title"), area);
  }

  @Override
  public void requestFocus() {
    area.requestFocus();
  }
}
