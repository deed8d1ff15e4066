package vethlab.lab.schema;

import java.io.File;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/** As much of JSON Schema 2020-12 as the published schemas use; a word it does not know fails. */
public final class JsonSchema {
  private static final Set<String> WORDS_FOR_PEOPLE =
      Set.of("$schema", "$defs", "title", "description");

  private final Map<?, ?> root;

  private JsonSchema(Map<?, ?> root) {
    this.root = root;
  }

  public static JsonSchema of(String file) {
    return new JsonSchema(new JsonMapper().readValue(new File(file), Map.class));
  }

  /** What a YAML text does wrong, by path. */
  public List<String> mistakes(String yaml) {
    List<String> mistakes = new ArrayList<>();
    Object value = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    check(root, value, "", mistakes);
    return mistakes;
  }

  /** The keys that an object of the schema may have: {@code $defs route}. */
  public Set<String> keys(String... path) {
    Set<String> keys = new TreeSet<>();
    ((Map<?, ?>) at(path).get("properties")).keySet().forEach(key -> keys.add((String) key));
    return keys;
  }

  /** The words that a value may be. */
  public Set<String> words(String... path) {
    Set<String> words = new TreeSet<>();
    ((List<?>) at(path).get("enum")).forEach(word -> words.add((String) word));
    return words;
  }

  private Map<?, ?> at(String... path) {
    Object at = root;
    for (String step : path) {
      at =
          at instanceof List<?> list
              ? list.get(Integer.parseInt(step))
              : ((Map<?, ?>) at).get(step);
    }
    return (Map<?, ?>) at;
  }

  private boolean fits(Object schema, Object value) {
    List<String> mistakes = new ArrayList<>();
    check((Map<?, ?>) schema, value, "", mistakes);
    return mistakes.isEmpty();
  }

  private void check(Map<?, ?> schema, Object value, String path, List<String> mistakes) {
    schema.forEach((word, wanted) -> {
      if (!holds((String) word, wanted, schema, value, path, mistakes)) {
        mistakes.add(path + ": " + word + " " + wanted + ", not " + value);
      }
    });
  }

  private boolean holds(
      String word, Object wanted, Map<?, ?> schema, Object value, String path, List<String> all) {
    return switch (word) {
      case "$ref" -> {
        check(at(((String) wanted).substring(2).split("/")), value, path, all);
        yield true;
      }
      case "type" -> isType(wanted, value);
      case "const" -> wanted.equals(value);
      case "enum" -> ((List<?>) wanted).contains(value);
      case "pattern" ->
          !(value instanceof String s) || Pattern.compile((String) wanted).matcher(s).find();
      case "minLength" -> !(value instanceof String s) || s.length() >= (Integer) wanted;
      case "maxLength" -> !(value instanceof String s) || s.length() <= (Integer) wanted;
      case "minimum" -> !(value instanceof Number n) || decimal(n).compareTo(decimal(wanted)) >= 0;
      case "maximum" -> !(value instanceof Number n) || decimal(n).compareTo(decimal(wanted)) <= 0;
      case "minItems" -> !(value instanceof List<?> l) || l.size() >= (Integer) wanted;
      case "maxItems" -> !(value instanceof List<?> l) || l.size() <= (Integer) wanted;
      case "required" ->
          !(value instanceof Map<?, ?> m) || m.keySet().containsAll((List<?>) wanted);
      case "anyOf" -> ((List<?>) wanted).stream().anyMatch(each -> fits(each, value));
      case "oneOf" -> ((List<?>) wanted).stream().filter(each -> fits(each, value)).count() == 1;
      case "items" -> {
        if (value instanceof List<?> list) {
          for (int i = 0; i < list.size(); i++) {
            check((Map<?, ?>) wanted, list.get(i), path + "/" + i, all);
          }
        }
        yield true;
      }
      case "propertyNames" ->
          !(value instanceof Map<?, ?> m) || m.keySet().stream().allMatch(key -> fits(wanted, key));
      case "properties" -> {
        members(
            value,
            (key, member) -> {
              if (((Map<?, ?>) wanted).get(key) instanceof Map<?, ?> known) {
                check(known, member, path + "/" + key, all);
              }
            });
        yield true;
      }
      case "additionalProperties" -> {
        members(
            value,
            (key, member) -> {
              boolean known = schema.get("properties") instanceof Map<?, ?> p && p.containsKey(key);
              if (!known && wanted instanceof Map<?, ?> others) {
                check(others, member, path + "/" + key, all);
              } else if (!known) {
                all.add(path + ": unknown key " + key);
              }
            });
        yield true;
      }
      default -> {
        if (!WORDS_FOR_PEOPLE.contains(word)) {
          throw new IllegalArgumentException("this test does not know \"" + word + "\"");
        }
        yield true;
      }
    };
  }

  private static void members(Object value, java.util.function.BiConsumer<Object, Object> each) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(each::accept);
    }
  }

  private static BigDecimal decimal(Object number) {
    return new BigDecimal(number.toString());
  }

  private static boolean isType(Object wanted, Object value) {
    if (wanted instanceof List<?> several) {
      return several.stream().anyMatch(each -> isType(each, value));
    }
    return switch ((String) wanted) {
      case "object" -> value instanceof Map;
      case "array" -> value instanceof List;
      case "string" -> value instanceof String;
      case "integer" -> value instanceof Integer || value instanceof Long;
      case "number" -> value instanceof Number;
      case "boolean" -> value instanceof Boolean;
      case "null" -> value == null;
      default -> throw new IllegalArgumentException("no type " + wanted);
    };
  }
}
