package vethlab.app.view;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vethlab.app.Actions;
import vethlab.app.Studio;
import vethlab.app.VethlabWindow;
import vethlab.app.doc.Problem;
import vethlab.app.scene.Item;
import vethlab.app.scene.Scene;

/** Found by typing: everything that can be done, or everything that is on the canvas. */
public final class CommandPalette extends VBox {
  private static final int MOST = 200;

  private record Choice(String title, String key, Runnable run) {}

  private enum Kind {
    COMMANDS,
    THINGS
  }

  private final Kind kind;
  private final Studio studio;
  private final VethlabWindow window;
  private final Set<Item> before;
  private final TextField field = new TextField();
  private final VBox rows = new VBox();
  private final ScrollPane scroll = new ScrollPane(rows);
  private List<Choice> choices = List.of();
  private boolean also;
  private int at;

  private CommandPalette(Kind kind, Studio studio, VethlabWindow window) {
    this.kind = kind;
    this.studio = studio;
    this.window = window;
    before = new LinkedHashSet<>(studio.selection());
    getStyleClass().add("sheet");
    setMaxSize(560, 420);
    setPadding(new javafx.geometry.Insets(12, 0, 8, 0));
    setSpacing(8);
    field.getStyleClass().add("field");
    field.setPromptText(
        studio.words().get(kind == Kind.COMMANDS ? "palette.prompt" : "palette.find"));
    field.setMinHeight(34);
    VBox.setMargin(field, new javafx.geometry.Insets(0, 12, 0, 12));
    scroll.getStyleClass().add("pane-scroll");
    scroll.setFitToWidth(true);
    getChildren().addAll(field, scroll);
    field.textProperty().addListener((o, was, is) -> find(is));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    find("");
  }

  /** Every action, every repair that is proposed, every lab opened lately. */
  public static CommandPalette commands(Studio studio, VethlabWindow window) {
    return new CommandPalette(Kind.COMMANDS, studio, window);
  }

  /** Everything on the canvas by its name or address; Shift+Enter adds it to what is chosen. */
  public static CommandPalette things(Studio studio, VethlabWindow window) {
    return new CommandPalette(Kind.THINGS, studio, window);
  }

  @Override
  public void requestFocus() {
    field.requestFocus();
  }

  private void find(String query) {
    List<Choice> found = new ArrayList<>();
    if (kind == Kind.THINGS) {
      things(query, found);
    } else {
      fixes(query, found);
      for (Actions.Action a : window.allActions().find(query)) {
        found.add(new Choice(a.title(), a.key().map(Actions::keyText).orElse(""), a.run()));
      }
      recent(query, found);
    }
    choices = found.size() > MOST ? found.subList(0, MOST) : found;
    at = 0;
    show();
  }

  private static boolean matches(String text, String query) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String part : query.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
      if (!lower.contains(part)) {
        return false;
      }
    }
    return true;
  }

  private void things(String query, List<Choice> found) {
    for (Item item : window.drawing().everything()) {
      String title = title(item);
      if (matches(title, query)) {
        found.add(
            new Choice(title, "", () -> window.drawing().find(item, also ? before : Set.of())));
      }
    }
  }

  private String title(Item item) {
    Scene scene = studio.doc().scene();
    return switch (item) {
      case Item.Namespace n -> n.ns().toString();
      case Item.Device d ->
          d.ns()
              + ":"
              + d.name()
              + scene.device(d.ns(), d.name()).map(box -> addresses(box.addresses())).orElse("");
      case Item.Port p ->
          p.ns()
              + ":"
              + p.name()
              + scene.port(p.ns(), p.name()).map(port -> addresses(port.addresses())).orElse("");
      case Item.Link l -> "";
      case Item.Note n ->
          studio.doc().notes().getOrDefault(n.id(), "").lines().findFirst().orElse("");
    };
  }

  private static String addresses(List<String> addresses) {
    return addresses.isEmpty() ? "" : "  " + String.join(" ", addresses);
  }

  private void fixes(String query, List<Choice> found) {
    if (studio.document().isEmpty()) {
      return;
    }
    for (Problem problem : studio.problems()) {
      String title =
          studio.words().get("palette.fix", studio.title(problem), studio.fixText(problem));
      if (problem.fix().isPresent() && !query.isBlank() && matches(title, query)) {
        found.add(new Choice(title, "", () -> studio.fix(problem)));
      }
    }
  }

  private void recent(String query, List<Choice> found) {
    for (Path path : window.desk().recent().paths()) {
      String title = studio.words().get("palette.open", path.getFileName());
      if (!query.isBlank() && matches(title, query)) {
        found.add(new Choice(title, "", () -> window.desk().open(path)));
      }
    }
  }

  private void show() {
    rows.getChildren().clear();
    for (int i = 0; i < choices.size(); i++) {
      Choice choice = choices.get(i);
      HBox row = Parts.row("command-row", Parts.name(choice.title()), Parts.spring());
      if (!choice.key().isEmpty()) {
        var key = Parts.key(choice.key());
        key.setMinWidth(USE_PREF_SIZE);
        row.getChildren().add(key);
      }
      if (i == at) {
        row.getStyleClass().add("chosen");
      }
      row.setOnMouseClicked(e -> run(choice));
      rows.getChildren().add(row);
    }
    if (choices.isEmpty()) {
      var nothing = Parts.text(studio.words().get("palette.nothing"), "second");
      VBox.setMargin(nothing, new javafx.geometry.Insets(8, 14, 8, 14));
      rows.getChildren().add(nothing);
    }
    reveal();
  }

  /** The chosen row is always seen. */
  private void reveal() {
    double all = rows.prefHeight(-1);
    double seen = scroll.getViewportBounds().getHeight();
    if (seen > 0 && all > seen) {
      double row = all / choices.size();
      double top = scroll.getVvalue() * (all - seen);
      if (at * row < top) {
        scroll.setVvalue(at * row / (all - seen));
      } else if ((at + 1) * row > top + seen) {
        scroll.setVvalue(((at + 1) * row - seen) / (all - seen));
      }
    }
  }

  private void key(KeyEvent e) {
    int by =
        switch (e.getCode()) {
          case DOWN -> 1;
          case UP -> -1;
          case PAGE_DOWN -> 8;
          case PAGE_UP -> -8;
          default -> 0;
        };
    if (by != 0 && !choices.isEmpty()) {
      at = Math.floorMod(at + by, choices.size());
      show();
      e.consume();
    } else if (e.getCode() == KeyCode.ENTER && at < choices.size()) {
      also = e.isShiftDown();
      run(choices.get(at));
      e.consume();
    }
  }

  private void run(Choice choice) {
    window.view().closeOverlay();
    choice.run().run();
  }
}
