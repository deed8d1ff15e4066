package vethlab.app.view;

import java.util.ArrayList;
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
import vethlab.app.doc.Terminal;
import vethlab.app.model.Completion;
import vethlab.app.model.HistorySearch;
import vethlab.app.model.Screen;
import vethlab.app.model.Screen.Line;
import vethlab.op.Ns;

/** One terminal: what was printed up to the moment shown, and a line to type. */
final class TerminalPane extends VBox {
  private final Studio studio;
  private final Ns ns;
  private final TerminalScreen list = new TerminalScreen();
  private final TextField input = new TextField();
  private final Label prompt = new Label();
  private final HBox row;
  private int recalled = -1;
  private String draft = "";
  private Optional<HistorySearch> search = Optional.empty();
  private Screen screen = Screen.EMPTY;

  TerminalPane(Studio studio, Terminal terminal) {
    this.studio = studio;
    this.ns = terminal.ns();
    this.name = terminal.name();
    getStyleClass().add("terminal");
    list.typesInto(input);
    VBox.setVgrow(list, Priority.ALWAYS);
    input.getStyleClass().add("terminal-input");
    HBox.setHgrow(input, Priority.ALWAYS);
    input.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    input.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
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
      list.show(next.lines());
    }
    if (search.isEmpty()) {
      prompt.setText(next.prompt());
    }
    prompt.setMinWidth(USE_PREF_SIZE);
    boolean script = !terminal.get().name().equals(ns.toString());
    row.setVisible(!script);
    row.setManaged(!script);
  }

  private void key(KeyEvent e) {
    if (search.isPresent() && searching(e)) {
      e.consume();
      return;
    }
    boolean taken =
        switch (e.getCode()) {
          case ENTER -> done(this::enter);
          case UP -> done(() -> recall(1));
          case DOWN -> done(() -> recall(-1));
          case TAB -> done(this::complete);
          case PAGE_UP, PAGE_DOWN -> done(() -> list.fireEvent(e.copyFor(list, list)));
          default -> e.isControlDown() && control(e);
        };
    if (taken) {
      e.consume();
    }
  }

  private static boolean done(Runnable action) {
    action.run();
    return true;
  }

  /** The keys of a shell's line. */
  private boolean control(KeyEvent e) {
    int caret = input.getCaretPosition();
    String text = input.getText();
    return switch (e.getCode()) {
      case C -> {
        if (e.isShiftDown() || !input.getSelectedText().isEmpty()) {
          yield false;
        }
        yield done(this::interrupt);
      }
      case V -> pasted();
      case R -> done(this::startSearch);
      case L -> done(list::toEnd);
      case U -> done(() -> input.deleteText(0, caret));
      case K -> done(() -> input.deleteText(caret, text.length()));
      case W -> done(() -> input.deleteText(wordBefore(text, caret), caret));
      default -> false;
    };
  }

  private static int wordBefore(String text, int caret) {
    int start = caret;
    while (start > 0 && text.charAt(start - 1) == ' ') {
      start--;
    }
    while (start > 0 && text.charAt(start - 1) != ' ') {
      start--;
    }
    return start;
  }

  private void interrupt() {
    terminal()
        .ifPresent(t -> {
          studio.doc().interrupt(t, input.getText());
          studio.runner().until(t);
        });
    input.clear();
  }

  // --- looking back ----------------------------------------------------------------------------

  private void startSearch() {
    search = Optional.of(new HistorySearch(history(), input.getText()));
    input.clear();
    showSearch();
  }

  /** A key while what was typed before is looked for; false where it ends the search. */
  private boolean searching(KeyEvent e) {
    HistorySearch looking = search.orElseThrow();
    switch (e.getCode()) {
      case R -> {
        if (!e.isControlDown()) {
          return false;
        }
        search = Optional.of(looking.older());
      }
      case BACK_SPACE -> search = Optional.of(looking.shorter());
      case ESCAPE -> {
        endSearch(looking.before());
        return true;
      }
      case ENTER -> {
        endSearch(looking.found());
        enter();
        return true;
      }
      case LEFT, RIGHT, HOME, END, TAB, UP, DOWN -> {
        endSearch(looking.found());
        return true;
      }
      default -> {
        if (e.isControlDown() && e.getCode() == KeyCode.C) {
          endSearch("");
          return true;
        }
        return false;
      }
    }
    showSearch();
    return true;
  }

  private void typed(KeyEvent e) {
    String letter = e.getCharacter();
    boolean letters = !letter.isEmpty() && letter.charAt(0) >= ' ' && letter.charAt(0) != 0x7f;
    if (search.isPresent()) {
      if (letters && !e.isControlDown()) {
        search = search.map(looking -> looking.with(letter));
        showSearch();
      }
      e.consume();
    }
  }

  private void showSearch() {
    HistorySearch looking = search.orElseThrow();
    input.setText(looking.found());
    input.end();
    prompt.setText("(reverse-i-search)`" + looking.query() + "': ");
  }

  private void endSearch(String text) {
    search = Optional.empty();
    prompt.setText(screen.prompt());
    input.setText(text);
    input.end();
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
    if (recalled < 0) {
      draft = input.getText();
    }
    recalled = Math.max(-1, Math.min(typed.size() - 1, recalled + by));
    input.setText(recalled < 0 ? draft : typed.get(typed.size() - 1 - recalled));
    input.end();
  }

  private List<String> history() {
    List<String> typed = new ArrayList<>();
    terminal()
        .ifPresent(t ->
            t.lines().stream()
                .flatMap(line -> line.line().lines())
                .filter(line -> !line.isBlank())
                .filter(line -> typed.isEmpty() || !typed.getLast().equals(line))
                .forEach(typed::add));
    return typed;
  }

  private void complete() {
    Completion.Result result =
        Completion.of(studio.doc(), ns, input.getText(), input.getCaretPosition());
    input.setText(result.text());
    input.positionCaret(result.caret());
    if (result.choices().size() > 1) {
      List<Line> shown = new ArrayList<>(screen.lines());
      shown.add(new Line(String.join("  ", result.choices()), Line.Kind.DIM, 0));
      list.show(shown);
    }
  }
}
