package vethlab.shell.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.shell.lang.Word.Assignment;
import vethlab.shell.lang.Word.Part;

/** Reads one word with its quotes and expansions from where a {@link Lexer} is. */
final class WordReader {

  /** How quotes and backslashes are read. */
  private enum Quoting {
    /** Outside quotes. */
    NONE,
    /** Between double quotes. */
    DOUBLE,
    /** A here-document or an arithmetic expression: a double quote is a character. */
    TEXT
  }

  private final Lexer in;
  private final DollarReader dollars;

  WordReader(Lexer in) {
    this.in = in;
    this.dollars = new DollarReader(in, this);
  }

  Word word() {
    int line = in.line;
    Optional<Assignment> assignment = assignment();
    if (assignment.isPresent()) {
      return assigned(assignment.get(), line);
    }
    return new Word(parts(Quoting.NONE, WordReader::endsWord), line);
  }

  static boolean endsWord(char c) {
    return switch (c) {
      case ' ', '\t', '\r', '\n', ';', '&', '|', '(', ')', '<', '>', '\0' -> true;
      default -> false;
    };
  }

  /** A regular expression ends at a blank outside parentheses. */
  Word regex() {
    int line = in.line;
    int[] depth = {0};
    List<Part> parts =
        parts(
            Quoting.NONE,
            c -> {
              if (c == '(') {
                depth[0]++;
              } else if (c == ')' && depth[0]-- == 0) {
                return true;
              }
              return c == '\0' || c == '\n' || (depth[0] == 0 && (c == ' ' || c == '\t'));
            });
    return new Word(parts, line);
  }

  /** A text whose expansions count but whose quotes do not. */
  Word inner(String raw, int line) {
    Lexer lexer = new Lexer(raw, 0, line, in.nestingLimit());
    return new Word(new WordReader(lexer).parts(Quoting.TEXT, c -> false), line);
  }

  Word document(String raw, int line) {
    return inner(raw, line);
  }

  /** The operand of an expansion, up to one of these characters. */
  Word operand(String stops, boolean quoted) {
    int line = in.line;
    Quoting quoting = quoted ? Quoting.DOUBLE : Quoting.NONE;
    List<Part> parts = parts(quoting, c -> stops.indexOf(c) >= 0);
    if (in.atEnd()) {
      throw DollarReader.unclosed(line, "}");
    }
    return new Word(parts, line);
  }

  // ---- assignments

  private Optional<Assignment> assignment() {
    int p = in.pos;
    String text = in.text;
    while (p < text.length() && DollarReader.isNamePart(text.charAt(p))) {
      p++;
    }
    if (p == in.pos || p >= text.length() || Character.isDigit(text.charAt(in.pos))) {
      return Optional.empty();
    }
    String name = text.substring(in.pos, p);
    int start = in.pos;
    int startLine = in.line;
    Optional<Word> subscript = Optional.empty();
    if (text.charAt(p) == '[') {
      in.pos = p + 1;
      subscript = subscript();
      p = in.pos;
      if (subscript.isEmpty()) {
        in.pos = start;
        in.line = startLine;
        return Optional.empty();
      }
    }
    boolean append = text.startsWith("+=", p);
    if (!append && !text.startsWith("=", p)) {
      in.pos = start;
      in.line = startLine;
      return Optional.empty();
    }
    in.pos = p + (append ? 2 : 1);
    return Optional.of(new Assignment(name, subscript, append, value()));
  }

  /** What stands in brackets, if they close on this line. */
  private Optional<Word> subscript() {
    int end = in.text.indexOf('\n', in.pos);
    int close = in.text.indexOf(']', in.pos);
    if (close < 0 || (end >= 0 && close > end)) {
      return Optional.empty();
    }
    int line = in.line;
    List<Part> parts = parts(Quoting.NONE, c -> c == ']' || c == '\n' || c == '\0');
    if (in.peek() != ']') {
      return Optional.empty();
    }
    in.take();
    return Optional.of(new Word(parts, line));
  }

  private Assignment.Value value() {
    if (in.peek() != '(') {
      int line = in.line;
      return new Assignment.Value.Scalar(new Word(parts(Quoting.NONE, WordReader::endsWord), line));
    }
    int line = in.line;
    int start = in.pos;
    in.take();
    List<Assignment.Element> elements = new ArrayList<>();
    while (true) {
      Token token = in.next();
      if (token.isOperator(")")) {
        return new Assignment.Value.Elements(
            List.copyOf(elements), in.text.substring(start, in.pos));
      }
      switch (token.kind()) {
        case END -> throw DollarReader.unclosed(line, ")");
        case NEWLINE -> {}
        case OPERATOR -> throw SyntaxError.unexpected(token.line(), token.said());
        case WORD -> elements.addAll(elements(token.word()));
      }
    }
  }

  private List<Assignment.Element> elements(Word word) {
    if (word.parts().getFirst() instanceof Part.Literal(String text) && text.startsWith("[")) {
      Lexer lexer = new Lexer(text, 1, word.line(), in.nestingLimit());
      int close = text.indexOf("]=");
      if (close > 0) {
        List<Part> key = new WordReader(lexer).parts(Quoting.NONE, c -> c == ']' || c == '\0');
        List<Part> rest = new ArrayList<>(word.parts());
        rest.set(0, new Part.Literal(text.substring(close + 2)));
        return List.of(
            new Assignment.Element(
                Optional.of(new Word(key, word.line())), new Word(rest, word.line())));
      }
    }
    return BraceExpansion.expand(word).stream()
        .map(w -> new Assignment.Element(Optional.empty(), w))
        .toList();
  }

  /** The assignment as the word it is where no assignment may stand. */
  private static Word assigned(Assignment a, int line) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Literal(a.name()));
    a.subscript()
        .ifPresent(subscript -> {
          parts.add(new Part.Literal("["));
          parts.addAll(subscript.parts());
          parts.add(new Part.Literal("]"));
        });
    parts.add(new Part.Literal(a.append() ? "+=" : "="));
    if (a.value() instanceof Assignment.Value.Scalar(Word word)) {
      parts.addAll(word.parts());
    }
    return new Word(merged(parts), line, Optional.of(a));
  }

  /** Neighbouring literals as one. */
  private static List<Part> merged(List<Part> parts) {
    List<Part> merged = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof Part.Literal(String text)
          && !merged.isEmpty()
          && merged.getLast() instanceof Part.Literal(String before)) {
        merged.set(merged.size() - 1, new Part.Literal(before + text));
      } else {
        merged.add(part);
      }
    }
    return List.copyOf(merged);
  }

  // ---- pieces

  /** Where a word's pieces end. */
  private interface End {
    boolean at(char c);
  }

  private List<Part> parts(Quoting quoting, End end) {
    PartList parts = new PartList();
    tilde(quoting, parts);
    while (!in.atEnd() && !end.at(in.peek())) {
      char c = in.peek();
      switch (c) {
        case '\\' -> backslash(quoting, parts);
        case '$' -> dollars.read(quoting != Quoting.NONE, parts);
        case '`' -> parts.add(dollars.backquotes(quoting == Quoting.DOUBLE));
        case '\'' -> {
          if (quoting == Quoting.NONE) {
            parts.add(singleQuotes());
          } else {
            parts.literal(in.take());
          }
        }
        case '"' -> {
          if (quoting == Quoting.TEXT) {
            parts.literal(in.take());
          } else {
            parts.add(doubleQuotes());
          }
        }
        case '<', '>' -> {
          if (quoting == Quoting.NONE && in.peek(1) == '(') {
            parts.add(dollars.processFile());
          } else {
            parts.literal(in.take());
          }
        }
        default -> parts.literal(in.take());
      }
      if (quoting == Quoting.NONE && startsFile()) {
        parts.add(dollars.processFile());
      }
    }
    return parts.done();
  }

  private boolean startsFile() {
    return (in.peek() == '<' || in.peek() == '>') && in.peek(1) == '(';
  }

  private void tilde(Quoting quoting, PartList parts) {
    if (startsFile() && quoting == Quoting.NONE) {
      parts.add(dollars.processFile());
    }
    if (in.peek() != '~' || quoting != Quoting.NONE) {
      return;
    }
    int p = in.pos + 1;
    while (p < in.text.length() && DollarReader.isNamePart(in.text.charAt(p))) {
      p++;
    }
    char after = p < in.text.length() ? in.text.charAt(p) : '\0';
    if (after == '/' || endsWord(after) || after == ':') {
      parts.add(new Part.Tilde(in.text.substring(in.pos + 1, p)));
      in.pos = p;
    }
  }

  private void backslash(Quoting quoting, PartList parts) {
    in.take();
    if (in.atEnd()) {
      parts.literal('\\');
      return;
    }
    char next = in.take();
    String special =
        switch (quoting) {
          case NONE -> "";
          case DOUBLE -> "$`\"\\\n}";
          case TEXT -> "$`\\\n";
        };
    if (next == '\n' && (quoting == Quoting.NONE || special.indexOf(next) >= 0)) {
      return;
    }
    if (quoting == Quoting.NONE || special.indexOf(next) >= 0) {
      parts.add(new Part.Quoted(String.valueOf(next)));
    } else {
      parts.literal('\\');
      parts.literal(next);
    }
  }

  private Part singleQuotes() {
    int line = in.line;
    in.take();
    int end = in.text.indexOf('\'', in.pos);
    if (end < 0) {
      throw DollarReader.unclosed(line, "'");
    }
    StringBuilder quoted = new StringBuilder();
    while (in.pos < end) {
      quoted.append(in.take());
    }
    in.take();
    return new Part.Quoted(quoted.toString());
  }

  Part doubleQuotes() {
    int line = in.line;
    in.take();
    in.enter();
    List<Part> parts = parts(Quoting.DOUBLE, c -> c == '"');
    in.leave();
    if (in.atEnd()) {
      throw DollarReader.unclosed(line, "\"");
    }
    in.take();
    return new Part.DoubleQuotes(parts);
  }

  /** Collects parts, joining characters to literals. */
  static final class PartList {
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();

    void literal(char c) {
      literal.append(c);
    }

    void add(Part part) {
      flush();
      if (part instanceof Part.Quoted(String more)
          && !parts.isEmpty()
          && parts.getLast() instanceof Part.Quoted(String before)) {
        parts.set(parts.size() - 1, new Part.Quoted(before + more));
      } else {
        parts.add(part);
      }
    }

    private void flush() {
      if (!literal.isEmpty()) {
        parts.add(new Part.Literal(literal.toString()));
        literal.setLength(0);
      }
    }

    List<Part> done() {
      flush();
      return List.copyOf(parts);
    }
  }
}
