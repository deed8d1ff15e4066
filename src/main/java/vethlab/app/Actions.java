package vethlab.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyEvent;

/** Everything that can be done, by id: for keys, menus and the command palette alike. */
public final class Actions {
  static final Modifier CTRL = KeyCombination.SHORTCUT_DOWN;
  static final Modifier SHIFT = KeyCombination.SHIFT_DOWN;
  static final Modifier ALT = KeyCombination.ALT_DOWN;

  /**
   * @param anywhere also while a text field has the keyboard
   */
  public record Action(
      String id, String title, List<KeyCombination> keys, boolean anywhere, Runnable run) {
    public Optional<KeyCombination> key() {
      return keys.stream().findFirst();
    }

    /** The title with its key. */
    public String tip() {
      return key().map(k -> title + "  " + keyText(k)).orElse(title);
    }
  }

  private final Map<String, Action> actions = new LinkedHashMap<>();
  private final Words words;

  public Actions(Words words) {
    this.words = words;
  }

  Actions add(String id, Runnable run, KeyCombination... keys) {
    boolean anywhere = keys.length > 0 && needsControl(keys[0]);
    actions.put(id, new Action(id, words.get("action." + id), List.of(keys), anywhere, run));
    return this;
  }

  private static boolean needsControl(KeyCombination key) {
    KeyCodeCombination code = (KeyCodeCombination) key;
    boolean function = code.getCode().isFunctionKey();
    boolean control = code.getShortcut() == KeyCombination.ModifierValue.DOWN;
    boolean text =
        List.of(
                    KeyCode.Z, KeyCode.Y, KeyCode.X, KeyCode.C, KeyCode.V, KeyCode.A, KeyCode.D,
                    KeyCode.R)
                .contains(code.getCode())
            && code.getShift() != KeyCombination.ModifierValue.DOWN;
    return function || control && !text;
  }

  static KeyCombination key(KeyCode code, Modifier... modifiers) {
    return new KeyCodeCombination(code, modifiers);
  }

  public Action get(String id) {
    Action action = actions.get(id);
    if (action == null) {
      throw new IllegalArgumentException("no action " + id);
    }
    return action;
  }

  public List<Action> all() {
    return List.copyOf(actions.values());
  }

  /** Those of the context menu. */
  public List<Action> forSelection() {
    return List.of(
            "rename",
            "toggle-open",
            "ping",
            "terminal",
            "cut",
            "copy",
            "paste",
            "duplicate",
            "align-left",
            "align-top",
            "spread",
            "delete")
        .stream()
        .map(this::get)
        .toList();
  }

  /** Runs what a key stands for; false where it stands for nothing. */
  public boolean press(KeyEvent e, boolean inText) {
    for (Action action : actions.values()) {
      for (KeyCombination key : action.keys()) {
        if (key.match(e) && (!inText || action.anywhere())) {
          action.run().run();
          return true;
        }
      }
    }
    return false;
  }

  /** Actions whose title holds all the words of a query, best first. */
  public List<Action> find(String query) {
    List<Action> starting = new ArrayList<>();
    List<Action> holding = new ArrayList<>();
    String[] parts = query.toLowerCase(java.util.Locale.ROOT).strip().split("\\s+");
    for (Action action : actions.values()) {
      String title = action.title().toLowerCase(java.util.Locale.ROOT) + " " + action.id();
      boolean all = true;
      for (String part : parts) {
        all &= title.contains(part);
      }
      if (all) {
        (title.startsWith(parts[0]) ? starting : holding).add(action);
      }
    }
    starting.addAll(holding);
    return starting;
  }

  /** As it is written on a key cap. */
  public static String keyText(KeyCombination key) {
    return key.getDisplayText().replace("+", " ").strip();
  }
}
