package vethlab.app.view;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vethlab.app.Studio;
import vethlab.app.model.Completion;
import vethlab.app.real.KernelRun;
import vethlab.app.real.RealTerminal;

/** A terminal in a real namespace. */
final class RealTerminalPane extends VBox {
  private final Studio studio;
  private final KernelRun run;
  private final RealTerminal terminal;
  private final TerminalScreen list = new TerminalScreen();
  private final TextField input = new TextField();
  private final Label prompt = new Label();
  private int recalled = -1;

  RealTerminalPane(Studio studio, KernelRun run, RealTerminal terminal) {
    this.studio = studio;
    this.run = run;
    this.terminal = terminal;
    getStyleClass().add("terminal");
    list.typesInto(input);
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
    list.show(terminal.lines());
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
      run.interrupt(terminal, input.getText());
      input.clear();
    } else if (e.getCode() == KeyCode.V && e.isControlDown() && isScript()) {
      run.type(terminal, pasted().stripTrailing());
      input.clear();
    } else {
      return;
    }
    e.consume();
  }

  /** Several lines at once are one script; a single one is left to the field. */
  private static boolean isScript() {
    return pasted().contains("\n");
  }

  private static String pasted() {
    return Optional.ofNullable(Clipboard.getSystemClipboard().getString()).orElse("");
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
}
