package vethlab.shell.lang;

import java.util.ArrayList;
import java.util.List;
import vethlab.shell.lang.Word.Part;

/**
 * {@code a{b,c}d} and {@code {1..5}}: makes several words of one before anything else is expanded.
 * Source: bash's braces.c by behaviour.
 */
final class BraceExpansion {
  private static final int MOST = 100_000;

  private BraceExpansion() {}

  static List<Word> expand(Word word) {
    boolean braces = false;
    for (Part part : word.parts()) {
      braces |= part instanceof Part.Literal(String text) && text.indexOf('{') >= 0;
    }
    if (!braces) {
      return List.of(word);
    }
    List<List<Object>> all = expand(atoms(word));
    if (all.size() == 1) {
      return List.of(word);
    }
    return all.stream().map(atoms -> new Word(parts(atoms), word.line())).toList();
  }

  /** Unquoted characters one by one, everything else whole. */
  private static List<Object> atoms(Word word) {
    List<Object> atoms = new ArrayList<>();
    for (Part part : word.parts()) {
      if (part instanceof Part.Literal(String text)) {
        text.chars().forEach(c -> atoms.add((char) c));
      } else {
        atoms.add(part);
      }
    }
    return atoms;
  }

  private static List<Part> parts(List<Object> atoms) {
    WordReader.PartList parts = new WordReader.PartList();
    for (Object atom : atoms) {
      if (atom instanceof Character c) {
        parts.literal(c);
      } else {
        parts.add((Part) atom);
      }
    }
    return parts.done();
  }

  private static List<List<Object>> expand(List<Object> atoms) {
    for (int open = 0; open < atoms.size(); open++) {
      if (!is(atoms, open, '{') || (open > 0 && is(atoms, open - 1, '$'))) {
        continue;
      }
      int close = closing(atoms, open);
      if (close < 0) {
        continue;
      }
      List<Object> inside = atoms.subList(open + 1, close);
      List<List<Object>> choices = choices(inside);
      if (choices.isEmpty()) {
        continue;
      }
      return combine(atoms.subList(0, open), choices, atoms.subList(close + 1, atoms.size()));
    }
    return List.of(atoms);
  }

  private static List<List<Object>> combine(
      List<Object> before, List<List<Object>> choices, List<Object> after) {
    List<List<Object>> result = new ArrayList<>();
    List<List<Object>> ends = expand(after);
    for (List<Object> choice : choices) {
      for (List<Object> end : ends) {
        List<Object> whole = new ArrayList<>(before);
        whole.addAll(choice);
        whole.addAll(end);
        result.add(whole);
        if (result.size() > MOST) {
          throw SyntaxError.at(0, "brace expansion makes more than " + MOST + " words");
        }
      }
    }
    return result;
  }

  private static boolean is(List<Object> atoms, int i, char c) {
    return atoms.get(i) instanceof Character at && at == c;
  }

  private static int closing(List<Object> atoms, int open) {
    int depth = 0;
    for (int i = open; i < atoms.size(); i++) {
      if (is(atoms, i, '{')) {
        depth++;
      } else if (is(atoms, i, '}') && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static List<List<Object>> choices(List<Object> inside) {
    List<List<Object>> choices = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < inside.size(); i++) {
      if (is(inside, i, '{')) {
        depth++;
      } else if (is(inside, i, '}')) {
        depth--;
      } else if (is(inside, i, ',') && depth == 0) {
        choices.addAll(expand(inside.subList(start, i)));
        start = i + 1;
      }
    }
    if (start == 0) {
      return range(inside);
    }
    choices.addAll(expand(inside.subList(start, inside.size())));
    return choices;
  }

  private static List<List<Object>> range(List<Object> inside) {
    StringBuilder text = new StringBuilder();
    for (Object atom : inside) {
      if (!(atom instanceof Character c)) {
        return List.of();
      }
      text.append(c);
    }
    String[] ends = text.toString().split("\\.\\.", -1);
    if (ends.length < 2 || ends.length > 3 || (ends.length == 3 && !isNumber(ends[2]))) {
      return List.of();
    }
    long step = ends.length == 3 ? Math.abs(Long.parseLong(ends[2])) : 1;
    if (isNumber(ends[0]) && isNumber(ends[1])) {
      int width =
          padded(ends[0]) || padded(ends[1]) ? Math.max(ends[0].length(), ends[1].length()) : 0;
      return numbers(Long.parseLong(ends[0]), Long.parseLong(ends[1]), Math.max(1, step), width);
    }
    if (isLetter(ends[0]) && isLetter(ends[1])) {
      List<List<Object>> letters = new ArrayList<>();
      int to = ends[1].charAt(0);
      long way = ends[0].charAt(0) <= to ? 1 : -1;
      for (long c = ends[0].charAt(0); way * c <= way * to; c += way * Math.max(1, step)) {
        letters.add(List.of((char) c));
      }
      return letters;
    }
    return List.of();
  }

  private static boolean isNumber(String text) {
    return text.matches("[-+]?\\d{1,15}");
  }

  private static boolean isLetter(String text) {
    return text.matches("[A-Za-z]");
  }

  private static boolean padded(String number) {
    return number.matches("[-+]?0\\d+");
  }

  private static List<List<Object>> numbers(long from, long to, long step, int width) {
    List<List<Object>> numbers = new ArrayList<>();
    int way = from <= to ? 1 : -1;
    if (Math.abs(to - from) / step > MOST) {
      throw SyntaxError.at(0, "brace expansion makes more than " + MOST + " words");
    }
    for (long n = from; way * n <= way * to; n += way * step) {
      String text = width == 0 ? "" + n : String.format("%0" + width + "d", n);
      List<Object> atoms = new ArrayList<>();
      text.chars().forEach(c -> atoms.add((char) c));
      numbers.add(atoms);
    }
    return numbers;
  }
}
