package vethlab.app.doc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What can be undone and redone, by name. States are whole: restoring one is always right. */
final class History<S> {
  private static final int LIMIT = 200;

  /**
   * @param before the state to go back to (in the undo list) or forward to (in the redo list)
   */
  record Entry<S>(String name, S before) {}

  private final Deque<Entry<S>> undo = new ArrayDeque<>();
  private final Deque<Entry<S>> redo = new ArrayDeque<>();

  void done(String name, S before) {
    undo.push(new Entry<>(name, before));
    redo.clear();
    if (undo.size() > LIMIT) {
      undo.removeLast();
    }
  }

  /** The state to restore; {@code now} is kept for {@link #redo}. */
  Optional<S> undo(java.util.function.UnaryOperator<S> now) {
    return move(undo, redo, now);
  }

  Optional<S> redo(java.util.function.UnaryOperator<S> now) {
    return move(redo, undo, now);
  }

  private static <S> Optional<S> move(
      Deque<Entry<S>> from, Deque<Entry<S>> to, java.util.function.UnaryOperator<S> now) {
    if (from.isEmpty()) {
      return Optional.empty();
    }
    Entry<S> entry = from.pop();
    to.push(new Entry<>(entry.name(), now.apply(entry.before())));
    return Optional.of(entry.before());
  }

  Optional<String> undoName() {
    return Optional.ofNullable(undo.peek()).map(Entry::name);
  }

  Optional<String> redoName() {
    return Optional.ofNullable(redo.peek()).map(Entry::name);
  }
}
