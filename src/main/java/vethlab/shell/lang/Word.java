package vethlab.shell.lang;

import java.util.List;
import java.util.Optional;

/**
 * One word of a script before it is expanded.
 *
 * @param assignment what the word means where an assignment may stand: {@code name=value}
 */
record Word(List<Part> parts, int line, Optional<Assignment> assignment) {

  Word(List<Part> parts, int line) {
    this(parts, line, Optional.empty());
  }

  static Word literal(String text, int line) {
    return new Word(List.of(new Part.Literal(text)), line);
  }

  /** The text of a word in which nothing is quoted and nothing to expand: a keyword may be one. */
  String plain() {
    return parts.size() == 1 && parts.getFirst() instanceof Part.Literal(String text) ? text : "";
  }

  /** A piece of a word. */
  sealed interface Part {

    /** Unquoted text: in it {@code * ? [} are patterns. */
    record Literal(String text) implements Part {}

    /** Text that quotes or a backslash protect. */
    record Quoted(String text) implements Part {}

    /** {@code "…"} */
    record DoubleQuotes(List<Part> parts) implements Part {}

    /** {@code $name}, {@code ${name…}} */
    record Parameter(String name, Subscript subscript, Operation operation, int line)
        implements Part {}

    /** {@code $(…)}, {@code `…`} */
    record Substitution(Node body, int line) implements Part {}

    /** {@code $((…))} */
    record Arithmetic(Word expression) implements Part {}

    /** {@code <(…)}, {@code >(…)} */
    record ProcessFile(Node body, Direction direction) implements Part {}

    /** {@code ~} or {@code ~user} at the beginning. */
    record Tilde(String user) implements Part {}
  }

  /** Whether a {@link Part.ProcessFile} is read or written by the command that gets its name. */
  enum Direction {
    READ,
    WRITE
  }

  /** Which element of an array is meant. */
  sealed interface Subscript {
    Subscript NONE = new None();

    record None() implements Subscript {}

    /** {@code [@]} */
    record At() implements Subscript {}

    /** {@code [*]} */
    record Star() implements Subscript {}

    record Index(Word expression) implements Subscript {}
  }

  /** What {@code ${name…}} does to the value. */
  sealed interface Operation {
    Operation PLAIN = new Plain();

    record Plain() implements Operation {}

    /** {@code ${#name}} */
    record Length() implements Operation {}

    /** {@code ${!name}} */
    record Indirect() implements Operation {}

    /** {@code ${!name[@]}} */
    record Keys() implements Operation {}

    /** {@code ${!prefix*}} */
    record Names() implements Operation {}

    /** {@code - = + ?}, with a colon also for empty values. */
    record Substitute(char kind, boolean colon, Word word) implements Operation {}

    /** {@code # ## % %%} */
    record Trim(String kind, Word pattern) implements Operation {}

    /** {@code /} {@code //} {@code /#} {@code /%} */
    record Replace(String kind, Word pattern, Word replacement) implements Operation {}

    /** {@code :offset:length} */
    record Slice(Word offset, Optional<Word> length) implements Operation {}

    /** {@code ^ ^^ , ,,} */
    record Case(String kind, Word pattern) implements Operation {}

    /** {@code @Q} and its like. */
    record Transform(char kind) implements Operation {}
  }

  /** {@code name=value}, {@code name[i]+=value}, {@code name=(…)}. */
  record Assignment(String name, Optional<Word> subscript, boolean append, Value value) {

    /** What is assigned. */
    sealed interface Value {
      record Scalar(Word word) implements Value {}

      /** {@code text} is what {@code set -x} shows. */
      record Elements(List<Element> elements, String text) implements Value {}
    }

    /** One element of {@code (…)}, with {@code [key]=} or without. */
    record Element(Optional<Word> key, Word value) {}
  }
}
