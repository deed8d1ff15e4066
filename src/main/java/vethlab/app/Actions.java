package vethlab.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** Where the keyboard must be for a key to mean an action. */
  public enum Reach {
    /** On the canvas: arrows, Tab, Enter mean something else in a list or on a button. */
    CANVAS,
    /** Anywhere but in a text. */
    PANES,
    /** Also in a text. */
    ANYWHERE
  }

  /**
   * @param group what it is about: a key of the words, {@code keys.GROUP}
   */
  public record Action(
      String id, String group, String title, List<KeyCombination> keys, Reach reach, Runnable run) {
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
  private String group = "";

  public Actions(Words words) {
    this.words = words;
  }

  /** What is added from now on is about this. */
  Actions group(String name) {
    group = name;
    return this;
  }

  Actions add(String id, Runnable run, KeyCombination... keys) {
    Reach reach = keys.length == 0 ? Reach.PANES : reach((KeyCodeCombination) keys[0]);
    actions.put(id, new Action(id, group, words.get("action." + id), List.of(keys), reach, run));
    return this;
  }

  private static final Set<KeyCode> MOVING =
      Set.of(
          KeyCode.LEFT,
          KeyCode.RIGHT,
          KeyCode.UP,
          KeyCode.DOWN,
          KeyCode.TAB,
          KeyCode.ENTER,
          KeyCode.DELETE,
          KeyCode.BACK_SPACE);

  /** Those that a text field has a use for itself. */
  private static final Set<KeyCode> EDITING =
      Set.of(
          KeyCode.Z,
          KeyCode.Y,
          KeyCode.X,
          KeyCode.C,
          KeyCode.V,
          KeyCode.A,
          KeyCode.D,
          KeyCode.R,
          KeyCode.LEFT,
          KeyCode.RIGHT,
          KeyCode.UP,
          KeyCode.DOWN);

  private static Reach reach(KeyCodeCombination key) {
    boolean control = key.getShortcut() == KeyCombination.ModifierValue.DOWN;
    boolean alt = key.getAlt() == KeyCombination.ModifierValue.DOWN;
    boolean shift = key.getShift() == KeyCombination.ModifierValue.DOWN;
    boolean moves = MOVING.contains(key.getCode());
    if (moves && !(control && key.getCode() == KeyCode.ENTER)) {
      return Reach.CANVAS;
    }
    boolean edits = EDITING.contains(key.getCode()) && !shift;
    boolean free = key.getCode().isFunctionKey() || alt || control && !edits && !moves;
    return free ? Reach.ANYWHERE : Reach.PANES;
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

  /** Runs what a key stands for; false where it stands for nothing. */
  public boolean press(KeyEvent e, Reach from) {
    for (Action action : actions.values()) {
      for (KeyCombination key : action.keys()) {
        if (key.match(e) && action.reach().compareTo(from) >= 0) {
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
    return key.getDisplayText()
        .replace("Shortcut", "Ctrl")
        .replaceAll("(?<=[a-z])\\+", " ")
        .strip();
  }
}
