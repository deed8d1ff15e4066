package vethlab.app.view;

import java.util.List;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import vethlab.app.model.Screen.Line;
import vethlab.app.model.WrappedLine;

/**
 * What a terminal has printed, in eighty columns or as many more as there is room for; what is
 * chosen of it is copied.
 */
final class TerminalScreen extends ListView<WrappedLine> {
  private static final int LEAST_COLUMNS = 80;
  private static final double LETTER = 7.2;

  /** Padding at both sides, and a scroll bar. */
  private static final double BESIDE = 34;

  private List<Line> lines = List.of();

  TerminalScreen() {
    setCellFactory(view -> new RowCell());
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    setFixedCellSize(18);
    setFocusTraversable(false);
    setOnKeyPressed(this::copy);
    setOnMousePressed(e -> requestFocus());
    widthProperty()
        .addListener((o, was, is) -> {
          if (columns(was.doubleValue()) != columns(is.doubleValue())) {
            wrap();
          }
        });
  }

  private static int columns(double width) {
    return Math.max(LEAST_COLUMNS, (int) ((width - BESIDE) / LETTER));
  }

  /** Shows these lines, the last ones in sight. */
  void show(List<Line> now) {
    if (!now.equals(lines)) {
      lines = List.copyOf(now);
      wrap();
    }
  }

  private void wrap() {
    getItems().setAll(WrappedLine.of(lines, columns(getWidth())));
    toEnd();
  }

  void toEnd() {
    if (!getItems().isEmpty()) {
      scrollTo(getItems().size() - 1);
    }
  }

  /** Whether a key means something here that it does not mean elsewhere. */
  static boolean takes(KeyEvent e) {
    boolean chosen = e.getCode() == KeyCode.C || e.getCode() == KeyCode.A;
    return e.isShortcutDown()
        && !e.isShiftDown()
        && chosen
        && e.getTarget() instanceof TerminalScreen;
  }

  /** What is typed while something is chosen is meant for the line below. */
  void typesInto(TextField input) {
    addEventHandler(
        KeyEvent.KEY_TYPED,
        e -> {
          if (!e.isShortcutDown()
              && !e.getCharacter().isEmpty()
              && e.getCharacter().charAt(0) >= ' ') {
            input.requestFocus();
            input.appendText(e.getCharacter());
            input.end();
            e.consume();
          }
        });
  }

  private void copy(KeyEvent e) {
    if (e.isShortcutDown() && e.getCode() == KeyCode.C) {
      ClipboardContent content = new ClipboardContent();
      content.putString(WrappedLine.text(getSelectionModel().getSelectedItems()));
      Clipboard.getSystemClipboard().setContent(content);
      e.consume();
    }
  }

  private static final class RowCell extends ListCell<WrappedLine> {
    @Override
    protected void updateItem(WrappedLine row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null) {
        setGraphic(null);
        return;
      }
      Line line = row.line();
      TextFlow flow = new TextFlow();
      flow.setPadding(new javafx.geometry.Insets(0, 12, 0, 12));
      switch (line.kind()) {
        case TYPED ->
            flow.getChildren()
                .addAll(
                    styled(line.text().substring(0, line.promptLength()), "terminal-prompt"),
                    styled(line.text().substring(line.promptLength())));
        case ERROR -> flow.getChildren().add(styled(line.text(), "terminal-error"));
        case DIM -> flow.getChildren().add(styled(line.text(), "terminal-dim"));
        case PRINTED -> flow.getChildren().add(styled(line.text()));
      }
      flow.setMinWidth(USE_PREF_SIZE);
      setGraphic(flow);
    }

    private static Text styled(String text, String... styles) {
      Text node = new Text(text);
      node.getStyleClass().add("terminal-line");
      node.getStyleClass().addAll(List.of(styles));
      return node;
    }
  }
}
