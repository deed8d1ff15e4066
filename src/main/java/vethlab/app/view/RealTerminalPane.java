package vethlab.app.view;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import vethlab.app.Studio;
import vethlab.app.model.Completion;
import vethlab.app.real.KernelRun;
import vethlab.app.real.RealTerminal;

/** A terminal in a real namespace. */
final class RealTerminalPane extends VBox {
  private final Studio studio;
  private final KernelRun run;
  private final RealTerminal terminal;
  private final ObservableList<RealTerminal.Line> lines = FXCollections.observableArrayList();
  private final ListView<RealTerminal.Line> list = new ListView<>(lines);
  private final TextField input = new TextField();
  private final Label prompt = new Label();
  private int recalled = -1;

  RealTerminalPane(Studio studio, KernelRun run, RealTerminal terminal) {
    this.studio = studio;
    this.run = run;
    this.terminal = terminal;
    getStyleClass().add("terminal");
    list.setCellFactory(view -> new LineCell());
    list.setFixedCellSize(18);
    list.setFocusTraversable(false);
    VBox.setVgrow(list, Priority.ALWAYS);
    input.setId("real-input");
    input.getStyleClass().add("terminal-input");
    HBox.setHgrow(input, Priority.ALWAYS);
    input.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    prompt.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(list, Parts.row("terminal-row", prompt, input));
    refresh();
  }

  TextField input() {
    return input;
  }

  void refresh() {
    List<RealTerminal.Line> now = terminal.lines();
    if (now.size() != lines.size() || !now.equals(lines)) {
      lines.setAll(now);
      list.scrollTo(Math.max(0, lines.size() - 1));
    }
    prompt.setText(terminal.prompt());
  }

  private void key(KeyEvent e) {
    if (e.getCode() == KeyCode.ENTER) {
      recalled = -1;
      run.type(terminal, input.getText());
      input.clear();
    } else if (e.getCode() == KeyCode.UP || e.getCode() == KeyCode.DOWN) {
      recall(e.getCode() == KeyCode.UP ? 1 : -1);
    } else if (e.getCode() == KeyCode.TAB) {
      complete();
    } else if (e.getCode() == KeyCode.C && e.isControlDown() && input.getSelectedText().isEmpty()) {
      run.interrupt(terminal);
      input.clear();
    } else {
      return;
    }
    e.consume();
  }

  private void recall(int by) {
    List<String> typed = terminal.history();
    if (!typed.isEmpty()) {
      recalled = Math.clamp(recalled + by, -1, typed.size() - 1);
      input.setText(recalled < 0 ? "" : typed.get(typed.size() - 1 - recalled));
      input.end();
    }
  }

  private void complete() {
    Completion.Result result =
        Completion.of(studio.doc(), terminal.ns(), input.getText(), input.getCaretPosition());
    input.setText(result.text());
    input.positionCaret(result.caret());
  }

  private static final class LineCell extends ListCell<RealTerminal.Line> {
    @Override
    protected void updateItem(RealTerminal.Line line, boolean empty) {
      super.updateItem(line, empty);
      if (empty || line == null) {
        setGraphic(null);
        return;
      }
      Text text = new Text(line.text());
      text.getStyleClass().add("terminal-line");
      if (line.typed()) {
        text.getStyleClass().add("terminal-prompt");
      }
      HBox row = new HBox(text);
      row.setPadding(new javafx.geometry.Insets(0, 12, 0, 12));
      setGraphic(row);
    }
  }
}
