package vethlab.shell.lang;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A variable: its value and what {@code declare} said of it. Immutable. */
record Variable(Value value, boolean exported, boolean readOnly, boolean integer) {
  static final Variable UNSET = new Variable(new Value.Unset(), false, false, false);

  /** What a variable holds; maps are not changed once they are in it. */
  sealed interface Value {
    record Unset() implements Value {}

    record Text(String text) implements Value {}

    record Indexed(TreeMap<Long, String> elements) implements Value {}

    record Associative(LinkedHashMap<String, String> elements) implements Value {}
  }

  static Variable of(String text) {
    return new Variable(new Value.Text(text), false, false, false);
  }

  Variable with(Value changed) {
    return new Variable(changed, exported, readOnly, integer);
  }

  Variable withText(String text) {
    return switch (value) {
      case Value.Unset u -> with(new Value.Text(text));
      case Value.Text t -> with(new Value.Text(text));
      case Value.Indexed i -> withElement("0", text);
      case Value.Associative a -> withElement("0", text);
    };
  }

  /** With one element changed; {@code key} is a number but in an associative array. */
  Variable withElement(String key, String text) {
    if (value instanceof Value.Associative(LinkedHashMap<String, String> old)) {
      LinkedHashMap<String, String> elements = new LinkedHashMap<>(old);
      elements.put(key, text);
      return with(new Value.Associative(elements));
    }
    TreeMap<Long, String> elements = indexed();
    elements.put(Long.parseLong(key), text);
    return with(new Value.Indexed(elements));
  }

  Variable withoutElement(String key) {
    if (value instanceof Value.Associative(LinkedHashMap<String, String> old)) {
      LinkedHashMap<String, String> elements = new LinkedHashMap<>(old);
      elements.remove(key);
      return with(new Value.Associative(elements));
    }
    TreeMap<Long, String> elements = indexed();
    elements.remove(Long.parseLong(key));
    return with(new Value.Indexed(elements));
  }

  /** A fresh map of the elements; a plain text is element 0. */
  TreeMap<Long, String> indexed() {
    TreeMap<Long, String> elements = new TreeMap<>();
    switch (value) {
      case Value.Unset u -> {}
      case Value.Text(String text) -> elements.put(0L, text);
      case Value.Indexed(TreeMap<Long, String> old) -> elements.putAll(old);
      case Value.Associative a -> {}
    }
    return elements;
  }

  boolean isAssociative() {
    return value instanceof Value.Associative;
  }

  boolean isArray() {
    return value instanceof Value.Associative || value instanceof Value.Indexed;
  }

  /** The value without a subscript. */
  Optional<String> text() {
    return switch (value) {
      case Value.Unset u -> Optional.empty();
      case Value.Text(String text) -> Optional.of(text);
      case Value.Indexed(TreeMap<Long, String> elements) -> Optional.ofNullable(elements.get(0L));
      case Value.Associative(LinkedHashMap<String, String> elements) ->
          Optional.ofNullable(elements.get("0"));
    };
  }

  Optional<String> element(String key) {
    return switch (value) {
      case Value.Unset u -> Optional.empty();
      case Value.Text(String text) -> key.equals("0") ? Optional.of(text) : Optional.empty();
      case Value.Indexed(TreeMap<Long, String> elements) -> {
        long index = Long.parseLong(key);
        yield Optional.ofNullable(
            elements.get(
                index < 0 && !elements.isEmpty() ? elements.lastKey() + 1 + index : index));
      }
      case Value.Associative(LinkedHashMap<String, String> elements) ->
          Optional.ofNullable(elements.get(key));
    };
  }

  List<String> elements() {
    return switch (value) {
      case Value.Unset u -> List.of();
      case Value.Text(String text) -> List.of(text);
      case Value.Indexed(TreeMap<Long, String> elements) -> new ArrayList<>(elements.values());
      case Value.Associative(LinkedHashMap<String, String> elements) ->
          new ArrayList<>(elements.values());
    };
  }

  List<String> keys() {
    return switch (value) {
      case Value.Unset u -> List.of();
      case Value.Text t -> List.of("0");
      case Value.Indexed(TreeMap<Long, String> elements) ->
          elements.keySet().stream().map(String::valueOf).toList();
      case Value.Associative(LinkedHashMap<String, String> elements) ->
          new ArrayList<>(elements.keySet());
    };
  }

  Variable exporting(boolean on) {
    return new Variable(value, on, readOnly, integer);
  }

  Variable readOnlyOne() {
    return new Variable(value, exported, true, integer);
  }

  Variable integerOne(boolean on) {
    return new Variable(value, exported, readOnly, on);
  }

  /** As {@code declare -p} shows it. */
  String declaration(String name) {
    String flags =
        (isAssociative() ? "A" : isArray() ? "a" : "")
            + (integer ? "i" : "")
            + (readOnly ? "r" : "")
            + (exported ? "x" : "");
    String start = "declare -" + (flags.isEmpty() ? "-" : flags) + " " + name;
    return switch (value) {
      case Value.Unset u -> start;
      case Value.Text(String text) -> start + "=" + Quoting.doubled(text);
      case Value.Indexed(TreeMap<Long, String> elements) -> start + "=" + shown(elements, "");
      case Value.Associative(LinkedHashMap<String, String> elements) ->
          start + "=" + shown(elements, " ");
    };
  }

  private static String shown(Map<?, String> elements, String end) {
    StringBuilder shown = new StringBuilder("(");
    elements.forEach((key, text) -> {
      if (shown.length() > 1 && end.isEmpty()) {
        shown.append(' ');
      }
      shown.append('[').append(key).append("]=").append(Quoting.doubled(text)).append(end);
    });
    return shown.append(')').toString();
  }
}
