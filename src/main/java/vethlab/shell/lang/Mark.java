package vethlab.shell.lang;

import java.util.List;
import java.util.Optional;
import vethlab.shell.Fds;

/** What lies on a {@link Shell}'s stack beside values: how to go back. All immutable. */
sealed interface Mark {

  /** Why a piece of code was called. */
  enum Kind {
    UNIT,
    FUNCTION,
    SOURCE,
    EVAL,
    TRAP
  }

  /**
   * Where a call returns to.
   *
   * @param name what FUNCNAME says of it
   * @param positional the caller's parameters, where the callee has its own
   * @param scoped whether it has variables of its own
   */
  record Call(
      Kind kind,
      String name,
      Code code,
      int pc,
      int unchecked,
      Source source,
      Optional<List<String>> positional,
      int status,
      boolean scoped)
      implements Mark {

    Call withScope() {
      return new Call(kind, name, code, pc, unchecked, source, positional, status, true);
    }
  }

  /** A loop: where break and continue go. */
  record Loop(Code.Label end, Code.Label next, int unchecked, int bodyStatus) implements Mark {
    Loop after(int status) {
      return new Loop(end, next, unchecked, status);
    }
  }

  /** Descriptors to go back to. */
  record Descriptors(Fds saved) implements Mark {}

  /** A {@code for} loop's words that are left. */
  record Items(List<String> words, int next) implements Mark {}

  /** A command about to run: its words, and the assignments before them. */
  record Invocation(List<String> argv, List<Assigned> assigned) implements Mark {}

  /** An expanded assignment. */
  record Assigned(String name, Optional<String> key, boolean append, Elements value) {}

  /** What is assigned: one text, or the elements of an array. */
  record Elements(boolean array, List<Element> list, String written) {
    static Elements text(String text) {
      return new Elements(false, List.of(new Element(Optional.empty(), text)), text);
    }

    static Elements array(List<String> texts) {
      List<Element> list = texts.stream().map(text -> new Element(Optional.empty(), text)).toList();
      return new Elements(true, list, "");
    }
  }

  record Element(Optional<String> key, String text) {}

  /** When a timed command began. */
  record Started(long time) implements Mark {}
}
