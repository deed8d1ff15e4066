package vethlab.shell.text;

import java.util.ArrayList;
import java.util.List;

/** Cuts an awk program into tokens. */
final class AwkLexer {

  enum Kind {
    NUMBER,
    STRING,
    REGEX,
    NAME,
    /** A name directly before a parenthesis: a call. */
    CALL,
    KEYWORD,
    SIGN,
    NEWLINE,
    END
  }

  record Token(Kind kind, String text) {}

  static final List<String> KEYWORDS =
      List.of(
          "BEGIN",
          "END",
          "function",
          "func",
          "if",
          "else",
          "while",
          "for",
          "do",
          "in",
          "print",
          "printf",
          "next",
          "exit",
          "break",
          "continue",
          "return",
          "delete",
          "getline");
  private static final List<String> SIGNS =
      List.of(
          "**=", "&&", "||", "==", "!=", "<=", ">=", "++", "--", "+=", "-=", "*=", "/=", "%=", "^=",
          "**", "!~", ">>", "{", "}", "(", ")", "[", "]", ";", ",", "+", "-", "*", "/", "%", "^",
          "!", "<", ">", "|", "?", ":", "~", "$", "=");

  private final String in;
  private int pos;
  private final List<Token> tokens = new ArrayList<>();

  private AwkLexer(String in) {
    this.in = in;
  }

  static List<Token> tokens(String program) {
    AwkLexer lexer = new AwkLexer(program);
    while (lexer.next()) {
      // until the end
    }
    lexer.add(Kind.END, "");
    return lexer.tokens;
  }

  private void add(Kind kind, String text) {
    tokens.add(new Token(kind, text));
  }

  private boolean next() {
    while (pos < in.length() && " \t\r".indexOf(in.charAt(pos)) >= 0) {
      pos++;
    }
    if (pos >= in.length()) {
      return false;
    }
    char c = in.charAt(pos);
    if (c == '\\' && in.startsWith("\\\n", pos)) {
      pos += 2;
    } else if (c == '#') {
      int end = in.indexOf('\n', pos);
      pos = end < 0 ? in.length() : end;
    } else if (c == '\n') {
      pos++;
      add(Kind.NEWLINE, "newline");
    } else if (c == '"') {
      string();
    } else if (Character.isDigit(c)
        || (c == '.' && pos + 1 < in.length() && Character.isDigit(in.charAt(pos + 1)))) {
      number();
    } else if (Character.isLetter(c) || c == '_') {
      name();
    } else if (c == '/' && regexMayStand()) {
      regex();
    } else {
      sign();
    }
    return true;
  }

  private boolean regexMayStand() {
    if (tokens.isEmpty()) {
      return true;
    }
    Token last = tokens.getLast();
    return switch (last.kind()) {
      case NUMBER, STRING, REGEX, NAME, CALL -> false;
      case KEYWORD, NEWLINE, END -> true;
      case SIGN ->
          !last.text().equals(")")
              && !last.text().equals("]")
              && !last.text().equals("$")
              && !last.text().equals("++")
              && !last.text().equals("--");
    };
  }

  private void string() {
    StringBuilder text = new StringBuilder();
    pos++;
    while (pos < in.length() && in.charAt(pos) != '"') {
      char c = in.charAt(pos++);
      if (c == '\n') {
        throw new FilterCommand.Usage("line 1: unterminated string");
      }
      if (c == '\\' && pos < in.length()) {
        escape(text);
      } else {
        text.append(c);
      }
    }
    if (pos >= in.length()) {
      throw new FilterCommand.Usage("line 1: unterminated string");
    }
    pos++;
    add(Kind.STRING, text.toString());
  }

  private void escape(StringBuilder text) {
    char c = in.charAt(pos++);
    switch (c) {
      case 'n' -> text.append('\n');
      case 't' -> text.append('\t');
      case 'r' -> text.append('\r');
      case 'a' -> text.append('\u0007');
      case 'b' -> text.append('\b');
      case 'f' -> text.append('\f');
      case 'v' -> text.append('\u000b');
      case '"', '\\', '/' -> text.append(c);
      case '\n' -> {}
      default -> {
        if (c >= '0' && c <= '7') {
          int value = c - '0';
          for (int n = 0;
              n < 2 && pos < in.length() && in.charAt(pos) >= '0' && in.charAt(pos) <= '7';
              n++) {
            value = value * 8 + in.charAt(pos++) - '0';
          }
          text.append((char) value);
        } else {
          text.append('\\').append(c);
        }
      }
    }
  }

  private void number() {
    int start = pos;
    while (pos < in.length() && Character.isDigit(in.charAt(pos))) {
      pos++;
    }
    if (pos < in.length() && in.charAt(pos) == '.') {
      pos++;
      while (pos < in.length() && Character.isDigit(in.charAt(pos))) {
        pos++;
      }
    }
    if (pos < in.length()
        && "eE".indexOf(in.charAt(pos)) >= 0
        && in.substring(pos).matches("(?s)[eE][-+]?\\d.*")) {
      pos += 2;
      while (pos < in.length() && Character.isDigit(in.charAt(pos))) {
        pos++;
      }
    }
    add(Kind.NUMBER, in.substring(start, pos));
  }

  private void name() {
    int start = pos;
    while (pos < in.length()
        && (Character.isLetterOrDigit(in.charAt(pos)) || in.charAt(pos) == '_')) {
      pos++;
    }
    String name = in.substring(start, pos);
    if (KEYWORDS.contains(name)) {
      add(Kind.KEYWORD, name.equals("func") ? "function" : name);
    } else {
      boolean call = pos < in.length() && in.charAt(pos) == '(' || name.equals("length");
      add(call ? Kind.CALL : Kind.NAME, name);
    }
  }

  private void regex() {
    StringBuilder text = new StringBuilder();
    boolean bracket = false;
    pos++;
    while (pos < in.length() && (in.charAt(pos) != '/' || bracket)) {
      char c = in.charAt(pos++);
      if (c == '\n') {
        break;
      }
      if (c == '\\' && pos < in.length()) {
        char next = in.charAt(pos++);
        text.append(next == '/' ? "" : "\\").append(next);
        continue;
      }
      bracket = c == '[' || (bracket && c != ']');
      text.append(c);
    }
    if (pos >= in.length()) {
      throw new FilterCommand.Usage("line 1: unterminated regular expression");
    }
    pos++;
    add(Kind.REGEX, text.toString());
  }

  private void sign() {
    for (String sign : SIGNS) {
      if (in.startsWith(sign, pos)) {
        pos += sign.length();
        add(Kind.SIGN, sign.replace("**", "^"));
        return;
      }
    }
    throw new FilterCommand.Usage("line 1: syntax error at or near " + in.charAt(pos));
  }
}
