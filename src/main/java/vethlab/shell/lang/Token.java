package vethlab.shell.lang;

/**
 * A token of the script.
 *
 * @param text an operator's characters, or a word as it was written
 * @param word the word, of a WORD token only
 */
record Token(Kind kind, String text, Word word, int line, int start, int end) {

  enum Kind {
    WORD,
    OPERATOR,
    NEWLINE,
    END
  }

  boolean isOperator(String operator) {
    return kind == Kind.OPERATOR && text.equals(operator);
  }

  /** Whether it is this reserved word, unquoted. */
  boolean isKeyword(String keyword) {
    return kind == Kind.WORD && word.plain().equals(keyword);
  }

  /** How an error message names it. */
  String said() {
    return kind == Kind.NEWLINE ? "newline" : text;
  }
}
