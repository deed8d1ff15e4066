package vethlab.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import vethlab.app.Studio;
import vethlab.app.doc.Terminal;
import vethlab.app.model.Completion;
import vethlab.app.model.Screen;
import vethlab.app.model.Screen.Line;
import vethlab.op.Ns;

/** One terminal: what was printed up to the moment shown, and a line to type. */
final class TerminalPane extends VBox {
  private final Studio studio;
  private final Ns ns;
  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final ListView<Line> list = new ListView<>(lines);
  private final TextField input = new TextField();
  private final Label prompt = new Label();
  private final HBox row;
  private int recalled = -1;
  private Screen screen = Screen.EMPTY;

  TerminalPane(Studio studio, Terminal terminal) {
    this.studio = studio;
    this.ns = terminal.ns();
    this.name = terminal.name();
    getStyleClass().add("terminal");
    list.setCellFactory(view -> new LineCell());
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.setFixedCellSize(18);
    list.setFocusTraversable(false);
    list.setOnKeyPressed(this::copyLines);
    VBox.setVgrow(list, Priority.ALWAYS);
    input.getStyleClass().add("terminal-input");
    HBox.setHgrow(input, Priority.ALWAYS);
    input.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    row = Parts.row("terminal-row", prompt, input);
    getChildren().addAll(list, row);
    studio.listen(news -> refresh());
    refresh();
  }

  private final String name;

  String name() {
    return name;
  }

  TextField input() {
    return input;
  }

  /** The terminal as it is now in the document. */
  private Optional<Terminal> terminal() {
    return studio
        .document()
        .flatMap(doc ->
            doc.terminals().stream()
                .filter(t -> t.ns().equals(ns) && t.name().equals(name))
                .findFirst());
  }

  private void refresh() {
    Optional<Terminal> terminal = terminal();
    if (terminal.isEmpty()) {
      return;
    }
    Screen next = Screen.of(studio.doc(), terminal.get());
    if (!next.equals(screen)) {
      screen = next;
      lines.setAll(next.lines());
      if (!lines.isEmpty()) {
        list.scrollTo(lines.size() - 1);
      }
    }
    prompt.setText(next.prompt());
    prompt.setMinWidth(USE_PREF_SIZE);
    boolean script = !terminal.get().name().equals(ns.toString());
    row.setVisible(!script);
    row.setManaged(!script);
  }

  private void key(KeyEvent e) {
    switch (e.getCode()) {
      case ENTER -> enter();
      case UP -> recall(1);
      case DOWN -> recall(-1);
      case TAB -> complete();
      case C -> {
        if (!e.isControlDown() || !input.getSelectedText().isEmpty()) {
          return;
        }
        terminal()
            .ifPresent(t -> {
              studio.doc().interrupt(t);
              studio.runner().until(t);
            });
        input.clear();
      }
      case V -> {
        if (!e.isShortcutDown() || !pasted()) {
          return;
        }
      }
      case L -> {
        if (!e.isControlDown()) {
          return;
        }
        list.scrollTo(Math.max(0, lines.size() - 1));
      }
      default -> {
        return;
      }
    }
    e.consume();
  }

  /** Several lines at once are typed one after the other; a single one is left to the field. */
  private boolean pasted() {
    String text = Optional.ofNullable(Clipboard.getSystemClipboard().getString()).orElse("");
    if (!text.contains("\n")) {
      return false;
    }
    input.clear();
    paste(text);
    return true;
  }

  void paste(String text) {
    terminal().ifPresent(t -> studio.run(t, text.stripTrailing()));
  }

  private void enter() {
    String line = input.getText();
    input.clear();
    recalled = -1;
    terminal().ifPresent(t -> studio.run(t, line));
  }

  private void recall(int by) {
    List<String> typed = history();
    if (typed.isEmpty()) {
      return;
    }
    recalled = Math.max(-1, Math.min(typed.size() - 1, recalled + by));
    input.setText(recalled < 0 ? "" : typed.get(typed.size() - 1 - recalled));
    input.end();
  }

  private List<String> history() {
    List<String> typed = new ArrayList<>();
    terminal().ifPresent(t -> t.typed().forEach(line -> typed.add(line.line())));
    return typed;
  }

  private void complete() {
    Completion.Result result =
        Completion.of(studio.doc(), ns, input.getText(), input.getCaretPosition());
    input.setText(result.text());
    input.positionCaret(result.caret());
    if (result.choices().size() > 1) {
      lines.add(new Line(String.join("  ", result.choices()), Line.Kind.DIM, 0));
      list.scrollTo(lines.size() - 1);
    }
  }

  private void copyLines(KeyEvent e) {
    if (e.isShortcutDown() && e.getCode() == KeyCode.C) {
      ClipboardContent content = new ClipboardContent();
      content.putString(
          String.join(
              "\n", list.getSelectionModel().getSelectedItems().stream().map(Line::text).toList()));
      Clipboard.getSystemClipboard().setContent(content);
      e.consume();
    }
  }

  private static final class LineCell extends ListCell<Line> {
    @Override
    protected void updateItem(Line line, boolean empty) {
      super.updateItem(line, empty);
      if (empty || line == null) {
        setGraphic(null);
        return;
      }
      TextFlow flow = new TextFlow();
      flow.setPadding(new javafx.geometry.Insets(0, 12, 0, 12));
      if (line.kind() == Line.Kind.TYPED) {
        flow.getChildren()
            .addAll(
                styled(line.text().substring(0, line.promptLength()), "terminal-prompt"),
                styled(line.text().substring(line.promptLength())));
      } else if (line.kind() == Line.Kind.ERROR) {
        flow.getChildren().add(styled(line.text(), "terminal-error"));
      } else {
        flow.getChildren().add(styled(line.text()));
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
