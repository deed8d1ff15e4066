package vethlab.app.view;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import vethlab.app.Actions;
import vethlab.app.Studio;
import vethlab.app.Words;
import vethlab.app.doc.Document;

/**
 * The line at the top: what is open, simulated or on this kernel, undo, search, language, theme.
 */
final class TopBar extends HBox {
  private final Studio studio;
  private final Button title;
  private final Label state = Parts.text("", "second", "small");
  private final Button undo;
  private final Button redo;
  private final Button simulated;
  private final Button kernel;

  TopBar(Studio studio, Actions actions) {
    this.studio = studio;
    Words words = studio.words();
    getStyleClass().add("top-bar");
    Button name = Parts.button("Vethlab", actions.get("home").run(), "text-link", "strong");
    name.setStyle("-fx-text-fill: -v-text; -fx-font-size: 13.5px;");
    title = Parts.button("", actions.get("rename-lab").run(), "text-link");
    title.setStyle("-fx-text-fill: -v-text-2; -fx-font-size: 13px;");
    undo = Parts.iconButton(Icons.UNDO, words.get("action.undo"), actions.get("undo").run());
    redo = Parts.iconButton(Icons.REDO, words.get("action.redo"), actions.get("redo").run());
    HBox modes =
        Parts.row(
            "segment",
            simulated = Parts.button(words.get("mode.simulated"), actions.get("destroy").run()),
            kernel = Parts.button(words.get("mode.kernel"), actions.get("deploy").run()));
    kernel.setId("mode-kernel");
    modes.setMinWidth(USE_PREF_SIZE);
    Button search = Parts.button(words.get("top.search"), actions.get("palette").run(), "plain");
    search.setGraphic(Parts.key("Ctrl Shift P"));
    search.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    search.setGraphicTextGap(10);
    Button language =
        Parts.button(words.get("top.other-language"), actions.get("language").run(), "text-link");
    language.setStyle("-fx-text-fill: -v-text-2; -fx-font-size: 13px;");
    language.setMinWidth(44);
    Button theme =
        Parts.iconButton(Icons.THEME, words.get("action.theme"), actions.get("theme").run());
    getChildren()
        .addAll(
            name,
            title,
            state,
            Parts.spring(),
            modes,
            Parts.spring(),
            undo,
            redo,
            search,
            language,
            theme);
    studio.listen(news -> show());
    show();
  }

  private void show() {
    Words words = studio.words();
    boolean open = studio.document().isPresent();
    mark(simulated, studio.kernel().run().isEmpty());
    mark(kernel, studio.kernel().run().isPresent());
    title.setText(studio.document().map(Document::title).orElse(""));
    state.setText(
        studio
            .document()
            .map(doc -> words.get(doc.isSaved() ? "top.saved" : "top.changed"))
            .orElse(""));
    undo.setDisable(!open || studio.doc().undoName().isEmpty());
    redo.setDisable(!open || studio.doc().redoName().isEmpty());
    if (open) {
      tip(undo, words.get("undo.tip", studio.doc().undoName().orElse("")));
      tip(redo, words.get("redo.tip", studio.doc().redoName().orElse("")));
    }
  }

  private static void mark(Button button, boolean chosen) {
    button.getStyleClass().remove("chosen");
    if (chosen) {
      button.getStyleClass().add("chosen");
    }
  }

  private static void tip(Button button, String text) {
    button.getTooltip().setText(text);
  }
}
