package vethlab.sim.timeline;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.PriorityQueue;

/**
 * A number for everything that can be reached from an object: every field of every object of ours,
 * so that a table nobody thought of counts too. Two states with the same number are the same state.
 */
final class StateDigest {
  /** Who listens is no part of the state. */
  private static final List<String> NOT_STATE =
      List.of(
          "World.tap",
          "World.tracer",
          "World.trace",
          "Session.world",
          "Session.commands",
          "Session.self",
          "Rope.flat");

  private static final Map<Class<?>, List<Field>> FIELDS = new HashMap<>();

  private final IdentityHashMap<Object, Integer> seen = new IdentityHashMap<>();
  private long hash = 0xcbf29ce484222325L;

  private StateDigest() {}

  static long of(Object root) {
    StateDigest digest = new StateDigest();
    digest.add(root);
    return digest.hash;
  }

  private void mix(long value) {
    hash = (hash ^ value) * 0x100000001b3L;
    hash ^= hash >>> 29;
  }

  private void mix(String text) {
    mix(text.length());
    for (int i = 0; i < text.length(); i++) {
      mix(text.charAt(i));
    }
  }

  private void add(Object value) {
    switch (value) {
      case null -> mix(0);
      case String text -> mix(text);
      case Number number -> mix(number.hashCode());
      case Boolean flag -> mix(flag ? 1 : 2);
      case Character c -> mix(c);
      case Enum<?> constant -> mix(constant.name());
      case Optional<?> optional -> add(optional.orElse(null));
      case OptionalInt optional -> mix(optional.hashCode());
      case OptionalLong optional -> mix(optional.hashCode());
      case BitSet bits -> mix(bits.toString());
      case Class<?> type -> mix(type.getName());
      case java.util.regex.Pattern pattern -> mix(pattern.pattern());
      default -> addShared(value);
    }
  }

  private void addShared(Object value) {
    Integer known = seen.putIfAbsent(value, seen.size());
    if (known != null && !isValue(value)) {
      mix(known);
      return;
    }
    if (value instanceof PriorityQueue<?> queue) {
      Object[] sorted = queue.toArray();
      Arrays.sort(sorted, natural());
      addAll(Arrays.asList(sorted));
    } else if (value instanceof Collection<?> collection) {
      addAll(collection);
    } else if (value instanceof Map<?, ?> map) {
      mix(map.size());
      map.forEach((key, each) -> {
        add(key);
        add(each);
      });
    } else if (value.getClass().isArray()) {
      addArray(value);
    } else if (value.getClass().isHidden() || value.getClass().isSynthetic()) {
      mix(1);
    } else {
      addFields(value);
    }
  }

  @SuppressWarnings("unchecked")
  private static Comparator<Object> natural() {
    return (a, b) -> ((Comparable<Object>) a).compareTo(b);
  }

  /** Values are compared by content: whether two places share one says nothing. */
  private static boolean isValue(Object value) {
    return value instanceof Record || value.getClass().isArray() || value instanceof List<?>;
  }

  private void addAll(Collection<?> all) {
    mix(all.size());
    all.forEach(this::add);
  }

  private void addArray(Object array) {
    int length = Array.getLength(array);
    mix(length);
    for (int i = 0; i < length; i++) {
      add(Array.get(array, i));
    }
  }

  private void addFields(Object value) {
    mix(value.getClass().getName());
    for (Field field : FIELDS.computeIfAbsent(value.getClass(), StateDigest::fields)) {
      try {
        add(field.get(value));
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(field.toString(), e);
      }
    }
  }

  private static List<Field> fields(Class<?> type) {
    List<Field> all = new ArrayList<>();
    for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        String name = at.getSimpleName() + "." + field.getName();
        if (!Modifier.isStatic(field.getModifiers()) && !NOT_STATE.contains(name)) {
          try {
            field.setAccessible(true);
          } catch (InaccessibleObjectException e) {
            throw new IllegalStateException("teach StateDigest about " + at.getName(), e);
          }
          all.add(field);
        }
      }
    }
    return all;
  }
}
