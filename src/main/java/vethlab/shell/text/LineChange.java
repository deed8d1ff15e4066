package vethlab.shell.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lines of one text that stand in place of lines of another; positions count from 0. */
record LineChange(int oldAt, int removed, int newAt, int added) {

  int oldEnd() {
    return oldAt + removed;
  }

  int newEnd() {
    return newAt + added;
  }

  /**
   * The fewest changes, of several choices the one that GNU diff shows.
   *
   * @param horizon how many lines of a common beginning and end are looked at too
   */
  static List<LineChange> between(List<String> old, List<String> young, int horizon) {
    int start = 0;
    int shorter = Math.min(old.size(), young.size());
    while (start < shorter && old.get(start).equals(young.get(start))) {
      start++;
    }
    int tail = 0;
    while (tail < shorter - start
        && old.get(old.size() - 1 - tail).equals(young.get(young.size() - 1 - tail))) {
      tail++;
    }
    int from = Math.max(0, start - horizon);
    int cut = Math.max(0, tail - horizon);
    Marked gone = new Marked(old.subList(from, old.size() - cut));
    Marked come = new Marked(young.subList(from, young.size() - cut));
    EditScript.of(gone.shared(come), come.shared(gone));
    gone.shift(come);
    come.shift(gone);
    return changes(gone, come, from);
  }

  private static List<LineChange> changes(Marked gone, Marked come, int from) {
    List<LineChange> changes = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < gone.lines.size() || j < come.lines.size()) {
      int oldAt = i;
      int newAt = j;
      while (gone.is(i)) {
        i++;
      }
      while (come.is(j)) {
        j++;
      }
      if (i > oldAt || j > newAt) {
        changes.add(new LineChange(from + oldAt, i - oldAt, from + newAt, j - newAt));
      } else {
        i++;
        j++;
      }
    }
    return changes;
  }

  /** The lines of a text, some of them marked as changed. */
  static final class Marked {
    private final List<String> lines;
    private final boolean[] changed;

    Marked(List<String> lines) {
      this.lines = lines;
      this.changed = new boolean[lines.size()];
    }

    private boolean is(int at) {
      return at >= 0 && at < changed.length && changed[at];
    }

    /** The lines that the other text has too; those it has not are marked. */
    Part shared(Marked other) {
      Set<String> there = new HashSet<>(other.lines);
      List<Integer> kept = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        if (there.contains(lines.get(i))) {
          kept.add(i);
        } else {
          changed[i] = true;
        }
      }
      return new Part(this, kept);
    }

    /**
     * Moves each run of changed lines: up to merge with the one before, then down as far as it
     * goes, and back to where the other text has a change too.
     */
    void shift(Marked other) {
      int i = 0;
      int j = 0;
      while (true) {
        while (i < lines.size() && !changed[i]) {
          while (other.is(j++)) {
            continue;
          }
          i++;
        }
        if (i == lines.size()) {
          return;
        }
        int start = i;
        while (is(i)) {
          i++;
        }
        while (other.is(j)) {
          j++;
        }
        int corresponding;
        int length;
        do {
          length = i - start;
          while (start > 0 && lines.get(start - 1).equals(lines.get(i - 1))) {
            changed[--start] = true;
            changed[--i] = false;
            while (is(start - 1)) {
              start--;
            }
            j = back(other, j);
          }
          corresponding = other.is(j - 1) ? i : lines.size();
          while (i != lines.size() && lines.get(start).equals(lines.get(i))) {
            changed[start++] = false;
            changed[i++] = true;
            while (is(i)) {
              i++;
            }
            while (other.is(++j)) {
              corresponding = i;
            }
          }
        } while (length != i - start);
        while (corresponding < i) {
          changed[--start] = true;
          changed[--i] = false;
          j = back(other, j);
        }
      }
    }

    private static int back(Marked other, int from) {
      int j = from - 1;
      while (other.is(j)) {
        j--;
      }
      return j;
    }
  }

  /** Some lines of a text, by their places. */
  record Part(Marked text, List<Integer> places) {
    int size() {
      return places.size();
    }

    String line(int at) {
      return text.lines.get(places.get(at));
    }

    void mark(int at) {
      text.changed[places.get(at)] = true;
    }
  }
}
