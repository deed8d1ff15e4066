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
import java.util.regex.Pattern;

/**
 * A number for everything that can be reached from an object: every field of every object of ours,
 * so that a table nobody thought of counts too. Two states with the same content have the same
 * number, however much of it they share.
 */
final class StateDigest {
  /** Who listens is no part of the state, nor is what is only remembered to be quick. */
  private static final List<String> NOT_STATE =
      List.of(
          "World.tap",
          "World.tracer",
          "World.trace",
          "Session.world",
          "Session.commands",
          "Session.self",
          "FibTable.shared",
          "FibRoute.printed",
          "Scope.shared",
          "Rope.flat");

  private static final Map<Class<?>, List<Field>> FIELDS = new HashMap<>();
  private static final long UNFINISHED = 0x5bd1e995L;

  private final IdentityHashMap<Object, Long> known = new IdentityHashMap<>();

  private StateDigest() {}

  static long of(Object root) {
    return new StateDigest().hash(root);
  }

  private static long mix(long hash, long value) {
    long mixed = (hash ^ value) * 0x9E3779B97F4A7C15L;
    return mixed ^ mixed >>> 29;
  }

  private static long text(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = mix(hash, text.charAt(i));
    }
    return hash;
  }

  private long hash(Object value) {
    return switch (value) {
      case null -> 0;
      case String words -> text(words);
      case StringBuilder words -> text(words.toString());
      case Number number -> mix(1, number.hashCode());
      case Boolean flag -> flag ? 1 : 2;
      case Character c -> c;
      case Enum<?> constant -> text(constant.name());
      case Optional<?> optional -> mix(3, hash(optional.orElse(null)));
      case OptionalInt optional -> mix(4, optional.hashCode());
      case OptionalLong optional -> mix(5, optional.hashCode());
      case BitSet bits -> text(bits.toString());
      case Class<?> type -> text(type.getName());
      case Pattern pattern -> text(pattern.pattern());
      default -> remembered(value);
    };
  }

  private long remembered(Object value) {
    Long before = known.putIfAbsent(value, UNFINISHED);
    if (before != null) {
      return before;
    }
    long hash = content(value);
    known.put(value, hash);
    return hash;
  }

  private long content(Object value) {
    if (value instanceof PriorityQueue<?> queue) {
      Object[] sorted = queue.toArray();
      Arrays.sort(sorted, natural());
      return all(Arrays.asList(sorted));
    }
    if (value instanceof Collection<?> collection) {
      return all(collection);
    }
    if (value instanceof Map<?, ?> map) {
      long hash = map.size();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        hash = mix(mix(hash, hash(entry.getKey())), hash(entry.getValue()));
      }
      return hash;
    }
    if (value.getClass().isArray()) {
      long hash = Array.getLength(value);
      for (int i = 0; i < Array.getLength(value); i++) {
        hash = mix(hash, hash(Array.get(value, i)));
      }
      return hash;
    }
    boolean function = value.getClass().isHidden() || value.getClass().isSynthetic();
    return function ? 7 : fields(value);
  }

  @SuppressWarnings("unchecked")
  private static Comparator<Object> natural() {
    return (a, b) -> ((Comparable<Object>) a).compareTo(b);
  }

  private long all(Collection<?> all) {
    long hash = all.size();
    for (Object each : all) {
      hash = mix(hash, hash(each));
    }
    return hash;
  }

  private long fields(Object value) {
    long hash = text(value.getClass().getName());
    for (Field field : FIELDS.computeIfAbsent(value.getClass(), StateDigest::fieldsOf)) {
      try {
        hash = mix(hash, hash(field.get(value)));
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(field.toString(), e);
      }
    }
    return hash;
  }

  private static List<Field> fieldsOf(Class<?> type) {
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
