package vethlab.shell.iproute;

import java.util.ArrayList;
import java.util.List;

/**
 * The words a command knows, in the order iproute2 compares them: some must be typed in full,
 * others may be shortened, and the first that fits is meant.
 *
 * @param <S> what the words are read into
 */
final class Words<S> {

  /** Reads what follows a word. */
  interface Reader<S> {
    void read(S state, Args args);
  }

  private record Entry<S>(String word, Match match, Reader<S> reader) {
    boolean fits(String typed) {
      return match == Match.FULL ? typed.equals(word) : Args.matches(typed, word);
    }
  }

  private enum Match {
    FULL,
    SHORTENED
  }

  private final List<Entry<S>> entries = new ArrayList<>();
  private Reader<S> other = (state, args) -> {};

  /** A word that must be typed in full. */
  Words<S> full(String word, Reader<S> reader) {
    entries.add(new Entry<>(word, Match.FULL, reader));
    return this;
  }

  /** A word that may be shortened. */
  Words<S> word(String word, Reader<S> reader) {
    entries.add(new Entry<>(word, Match.SHORTENED, reader));
    return this;
  }

  /** Reads what fits nothing else; it starts at the word itself. */
  Words<S> other(Reader<S> reader) {
    other = reader;
    return this;
  }

  /** Reads one word and what belongs to it. */
  void readOne(S state, Args args) {
    String typed = args.peek();
    for (Entry<S> entry : entries) {
      if (entry.fits(typed)) {
        args.take();
        entry.reader().read(state, args);
        return;
      }
    }
    other.read(state, args);
  }

  /** Reads to the end. */
  S read(S state, Args args) {
    while (args.more()) {
      readOne(state, args);
    }
    return state;
  }
}
