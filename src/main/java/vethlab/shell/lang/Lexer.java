package vethlab.shell.lang;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import vethlab.shell.lang.Node.HereDocument;

/**
 * Cuts a script into tokens, on demand, for what a character means depends on where the parser is.
 * Words are read by {@link WordReader}. Source: the shell grammar of POSIX 2.3 with bash's
 * operators.
 */
final class Lexer {
  private static final List<String> OPERATORS =
      List.of(
          "&>>", "<<<", "<<-", ";;&", "&&", "||", ";;", ";&", "|&", "&>", "<<", "<&", "<>", ">>",
          ">&", ">|", "&", ";", "|", "(", ")", "<", ">");

  final String text;
  int pos;
  int line;
  private final int nestingLimit;
  private int nesting;
  private final Deque<HereDocument> documents = new ArrayDeque<>();
  private final Deque<Integer> documentLines = new ArrayDeque<>();
  private final WordReader words = new WordReader(this);

  /** Whether no more text can follow, so that a here-document may end with it. */
  private boolean whole;

  private final List<String> warnings = new java.util.ArrayList<>(0);

  Lexer(String text, int pos, int line, int nestingLimit) {
    this.text = text;
    this.pos = pos;
    this.line = line;
    this.nestingLimit = nestingLimit;
  }

  /** No more text follows. */
  Lexer whole() {
    whole = true;
    return this;
  }

  /** What is to be said of the text though it is understood. */
  List<String> warnings() {
    return warnings;
  }

  int nestingLimit() {
    return nestingLimit;
  }

  /** One level deeper into a construct; too many are refused before the stack is used up. */
  void enter() {
    if (++nesting > nestingLimit) {
      throw SyntaxError.at(line, "commands are nested more than " + nestingLimit + " deep");
    }
  }

  void leave() {
    nesting--;
  }

  boolean atEnd() {
    return pos >= text.length();
  }

  char peek() {
    return pos < text.length() ? text.charAt(pos) : '\0';
  }

  char peek(int ahead) {
    return pos + ahead < text.length() ? text.charAt(pos + ahead) : '\0';
  }

  char take() {
    char c = text.charAt(pos++);
    if (c == '\n') {
      line++;
    }
    return c;
  }

  boolean looking(String at) {
    return text.startsWith(at, pos);
  }

  /** Passes over blanks, comments and continued lines. */
  void skipBlanks() {
    while (!atEnd()) {
      char c = peek();
      if (c == ' ' || c == '\t' || c == '\r') {
        pos++;
      } else if (looking("\\\n")) {
        pos += 2;
        line++;
      } else if (c == '#') {
        int end = text.indexOf('\n', pos);
        pos = end < 0 ? text.length() : end;
      } else {
        return;
      }
    }
  }

  Token next() {
    skipBlanks();
    int start = pos;
    int at = line;
    if (atEnd()) {
      return new Token(Token.Kind.END, "", null, at, start, pos);
    }
    if (peek() == '\n') {
      take();
      readDocuments();
      return new Token(Token.Kind.NEWLINE, "\n", null, at, start, pos);
    }
    if (!startsProcessFile()) {
      for (String operator : OPERATORS) {
        if (looking(operator)) {
          pos += operator.length();
          return new Token(Token.Kind.OPERATOR, operator, null, at, start, pos);
        }
      }
    }
    Word word = words.word();
    return new Token(Token.Kind.WORD, text.substring(start, pos), word, at, start, pos);
  }

  private boolean startsProcessFile() {
    return (peek() == '<' || peek() == '>') && peek(1) == '(';
  }

  /** A word that stands where a regular expression does: parentheses and bars belong to it. */
  Word regex() {
    skipBlanks();
    return words.regex();
  }

  /** The rest of {@code (( … ))} after its first two parentheses; empty if it is none. */
  java.util.Optional<Word> arithmetic() {
    int from = pos;
    int depth = 0;
    for (int i = pos; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')' && depth > 0) {
        depth--;
      } else if (c == ')') {
        if (i + 1 >= text.length() || text.charAt(i + 1) != ')') {
          return java.util.Optional.empty();
        }
        Word word = words.inner(text.substring(from, i), line);
        while (pos < i + 2) {
          take();
        }
        return java.util.Optional.of(word);
      }
    }
    throw DollarReader.unclosed(line, ")");
  }

  /** A text to be expanded as between double quotes. */
  Word inner(String raw, int at) {
    return words.inner(raw, at);
  }

  /** The text of this document begins after the current line. */
  void expect(HereDocument document) {
    documents.add(document);
    documentLines.add(line);
  }

  private void readDocuments() {
    while (!documents.isEmpty()) {
      readDocument(documents.poll(), documentLines.poll());
    }
  }

  private void readDocument(HereDocument document, int begun) {
    StringBuilder body = new StringBuilder();
    int first = line;
    while (true) {
      if (atEnd()) {
        endDocument(document, begun);
        break;
      }
      int end = text.indexOf('\n', pos);
      String row = text.substring(pos, end < 0 ? text.length() : end);
      pos = end < 0 ? text.length() : end + 1;
      line++;
      String shown = document.stripTabs ? row.replaceFirst("^\t+", "") : row;
      if (shown.equals(document.delimiter)) {
        break;
      }
      body.append(shown).append('\n');
    }
    document.body =
        document.literal
            ? new Word(List.of(new Word.Part.Quoted(body.toString())), first)
            : words.document(body.toString(), first);
  }

  private void endDocument(HereDocument document, int begun) {
    String message =
        "here-document at line "
            + begun
            + " delimited by end-of-file (wanted `"
            + document.delimiter
            + "')";
    if (!whole) {
      throw SyntaxError.incomplete(line, message);
    }
    warnings.add("line " + (text.endsWith("\n") ? line - 1 : line) + ": warning: " + message);
  }

  /** The text ended: what is still expected is missing. */
  void requireDocuments() {
    if (!documents.isEmpty()) {
      readDocuments();
    }
  }
}
