package vethlab.shell.lang;

import java.util.List;
import java.util.Optional;
import vethlab.shell.lang.Word.Direction;
import vethlab.shell.lang.Word.Operation;
import vethlab.shell.lang.Word.Part;
import vethlab.shell.lang.Word.Subscript;

/** Reads what a dollar, a backquote or {@code <(} begins. */
final class DollarReader {
  private final Lexer in;
  private final WordReader words;

  DollarReader(Lexer in, WordReader words) {
    this.in = in;
    this.words = words;
  }

  static boolean isNameStart(char c) {
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isNamePart(char c) {
    return isNameStart(c) || (c >= '0' && c <= '9');
  }

  private static boolean isSpecial(char c) {
    return "@*#?-$!".indexOf(c) >= 0 && c != '\0';
  }

  static SyntaxError unclosed(int line, String close) {
    return SyntaxError.incomplete(
        line, "unexpected EOF while looking for matching `" + close + "'");
  }

  void read(boolean quoted, WordReader.PartList parts) {
    int line = in.line;
    char next = in.peek(1);
    if (next == '(') {
      in.pos += 2;
      parts.add(parenthesis(line));
    } else if (next == '{') {
      in.pos += 2;
      in.enter();
      parts.add(braces(quoted, line));
      in.leave();
    } else if (next == '\'' && !quoted) {
      in.pos += 2;
      parts.add(ansiQuotes(line));
    } else if (next == '"' && !quoted) {
      in.pos++;
      parts.add(words.doubleQuotes());
    } else if (isNameStart(next)) {
      in.pos++;
      parts.add(new Part.Parameter(name(), Subscript.NONE, Operation.PLAIN, line));
    } else if (isSpecial(next) || Character.isDigit(next)) {
      in.pos += 2;
      parts.add(new Part.Parameter("" + next, Subscript.NONE, Operation.PLAIN, line));
    } else {
      parts.literal(in.take());
    }
  }

  private String name() {
    int start = in.pos;
    while (isNamePart(in.peek())) {
      in.pos++;
    }
    return in.text.substring(start, in.pos);
  }

  /** After {@code $(}: an arithmetic expression or commands. */
  private Part parenthesis(int line) {
    if (in.peek() == '(') {
      int start = in.pos;
      in.pos++;
      Optional<Word> expression = in.arithmetic();
      if (expression.isPresent()) {
        return new Part.Arithmetic(expression.get());
      }
      in.pos = start;
    }
    return new Part.Substitution(commands(line), line);
  }

  private Node commands(int line) {
    in.enter();
    Node body = new Parser(in).untilParenthesis(line);
    in.leave();
    return body;
  }

  Part processFile() {
    Direction direction = in.take() == '<' ? Direction.READ : Direction.WRITE;
    in.take();
    return new Part.ProcessFile(commands(in.line), direction);
  }

  Part backquotes(boolean quoted) {
    int line = in.line;
    in.take();
    StringBuilder raw = new StringBuilder();
    while (in.peek() != '`') {
      if (in.atEnd()) {
        throw unclosed(line, "`");
      }
      char c = in.take();
      char next = in.peek();
      if (c == '\\' && (next == '`' || next == '\\' || next == '$' || (quoted && next == '"'))) {
        raw.append(in.take());
      } else {
        raw.append(c);
      }
    }
    in.take();
    Lexer inner = new Lexer(raw.toString(), 0, line, in.nestingLimit());
    in.enter();
    Node body = new Parser(inner).wholeText();
    in.leave();
    return new Part.Substitution(body, line);
  }

  private Part ansiQuotes(int line) {
    int start = in.pos;
    while (in.peek() != '\'') {
      if (in.atEnd()) {
        throw unclosed(line, "'");
      }
      if (in.take() == '\\' && !in.atEnd()) {
        in.take();
      }
    }
    String raw = in.text.substring(start, in.pos);
    in.take();
    return new Part.Quoted(Escapes.ansi(raw));
  }

  // ---- ${ … }

  private Part braces(boolean quoted, int line) {
    char c = in.peek();
    if (c == '#' && in.peek(1) != '}' && !startsTrim()) {
      in.pos++;
      String name = parameter(line);
      Subscript subscript = subscript(quoted);
      close(line);
      return new Part.Parameter(name, subscript, new Operation.Length(), line);
    }
    if (c == '!'
        && (isNamePart(in.peek(1))
            || in.peek(1) == '@'
            || in.peek(1) == '*'
            || in.peek(1) == '#' && in.peek(2) == '}')) {
      in.pos++;
      return indirect(quoted, line);
    }
    String name = parameter(line);
    Subscript subscript = subscript(quoted);
    Operation operation = operation(quoted, line);
    close(line);
    return new Part.Parameter(name, subscript, operation, line);
  }

  /** {@code ${#%x}}, {@code ${#:-x}} and the like: the parameter is {@code #}. */
  private boolean startsTrim() {
    char next = in.peek(1);
    return next == '%' || next == ':' || next == '#' && in.peek(2) != '}' || next == '/';
  }

  private Part indirect(boolean quoted, int line) {
    String name = parameter(line);
    char c = in.peek();
    if ((c == '*' || c == '@') && in.peek(1) == '}') {
      in.pos += 2;
      return new Part.Parameter(name, Subscript.NONE, new Operation.Names(), line);
    }
    Subscript subscript = subscript(quoted);
    Operation operation =
        subscript instanceof Subscript.None ? new Operation.Indirect() : new Operation.Keys();
    close(line);
    return new Part.Parameter(name, subscript, operation, line);
  }

  private String parameter(int line) {
    char c = in.peek();
    if (isNameStart(c)) {
      return name();
    }
    if (Character.isDigit(c)) {
      int start = in.pos;
      while (Character.isDigit(in.peek())) {
        in.pos++;
      }
      return in.text.substring(start, in.pos);
    }
    if (isSpecial(c)) {
      in.pos++;
      return "" + c;
    }
    if (in.atEnd()) {
      throw unclosed(line, "}");
    }
    throw badSubstitution(line);
  }

  private SyntaxError badSubstitution(int line) {
    if (in.text.indexOf('}', in.pos) < 0) {
      return unclosed(line, "}");
    }
    int start = in.text.lastIndexOf("${", in.pos);
    int end = in.text.indexOf('}', in.pos);
    String shown = in.text.substring(Math.max(0, start), end < 0 ? in.pos : end + 1);
    return SyntaxError.at(line, shown + ": bad substitution");
  }

  private Subscript subscript(boolean quoted) {
    if (in.peek() != '[') {
      return Subscript.NONE;
    }
    in.take();
    if (in.looking("@]")) {
      in.pos += 2;
      return new Subscript.At();
    }
    if (in.looking("*]")) {
      in.pos += 2;
      return new Subscript.Star();
    }
    Word expression = words.operand("]", quoted);
    in.take();
    return new Subscript.Index(expression);
  }

  private void close(int line) {
    if (in.atEnd()) {
      throw unclosed(line, "}");
    }
    if (in.take() != '}') {
      throw badSubstitution(line);
    }
  }

  private Operation operation(boolean quoted, int line) {
    char c = in.peek();
    switch (c) {
      case '}' -> {
        return Operation.PLAIN;
      }
      case '-', '=', '+', '?' -> {
        in.take();
        return new Operation.Substitute(c, false, words.operand("}", quoted));
      }
      case ':' -> {
        in.take();
        return afterColon(quoted);
      }
      case '#', '%' -> {
        return new Operation.Trim(maybeDouble(), words.operand("}", false));
      }
      case '/' -> {
        return replace();
      }
      case '^', ',' -> {
        return new Operation.Case(maybeDouble(), words.operand("}", false));
      }
      case '@' -> {
        in.take();
        if (in.atEnd()) {
          throw unclosed(line, "}");
        }
        return new Operation.Transform(in.take());
      }
      default -> {
        if (in.atEnd()) {
          throw unclosed(line, "}");
        }
        throw badSubstitution(line);
      }
    }
  }

  private String maybeDouble() {
    char c = in.take();
    if (in.peek() == c) {
      in.take();
      return "" + c + c;
    }
    return "" + c;
  }

  private Operation afterColon(boolean quoted) {
    char c = in.peek();
    if ("-=+?".indexOf(c) >= 0 && c != '\0') {
      in.take();
      return new Operation.Substitute(c, true, words.operand("}", quoted));
    }
    Word offset = words.operand(":}", quoted);
    if (in.peek() != ':') {
      return new Operation.Slice(offset, Optional.empty());
    }
    in.take();
    return new Operation.Slice(offset, Optional.of(words.operand("}", quoted)));
  }

  private Operation replace() {
    String kind = maybeDouble();
    if (kind.equals("/") && (in.peek() == '#' || in.peek() == '%')) {
      kind += in.take();
    }
    Word pattern = words.operand("/}", false);
    if (in.peek() != '/') {
      return new Operation.Replace(kind, pattern, new Word(List.of(), in.line));
    }
    in.take();
    return new Operation.Replace(kind, pattern, words.operand("}", false));
  }
}
