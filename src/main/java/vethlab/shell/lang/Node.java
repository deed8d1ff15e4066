package vethlab.shell.lang;

import java.util.List;
import java.util.Optional;

/** A command of the language, as parsed. */
sealed interface Node {

  /** Commands one after the other. */
  record Sequence(List<Node> nodes) implements Node {}

  /** Words, assignments and redirections: a simple command. */
  record Simple(
      int line, List<Word.Assignment> assignments, List<Word> words, List<Redirect> redirects)
      implements Node {}

  /** {@code a | b}; {@code errToo} says where {@code |&} stood. */
  record Pipeline(int line, List<Node> parts, List<Boolean> errToo) implements Node {}

  /** {@code ! a} */
  record Not(Node body) implements Node {}

  /** {@code time a} */
  record Timed(Node body, boolean posix) implements Node {}

  /** {@code a && b} */
  record And(Node left, Node right) implements Node {}

  /** {@code a || b} */
  record Or(Node left, Node right) implements Node {}

  /** {@code a &}; {@code text} is what {@code jobs} shows. */
  record Background(Node body, String text, int line) implements Node {}

  record If(List<Branch> branches, Optional<Node> otherwise) implements Node {}

  record Branch(Node condition, Node body) {}

  /** {@code while}, or {@code until} when {@code until} is set. */
  record While(Node condition, Node body, boolean until) implements Node {}

  /** Without {@code words} the positional parameters; {@code head} is shown by {@code set -x}. */
  record For(int line, String name, Optional<List<Word>> words, Node body, String head)
      implements Node {}

  record ForArithmetic(int line, Word first, Word condition, Word step, Node body)
      implements Node {}

  record Select(int line, String name, Optional<List<Word>> words, Node body) implements Node {}

  record Case(int line, Word subject, List<Arm> arms, String head) implements Node {}

  /** How a case arm ends: {@code ;;}, {@code ;&} or {@code ;;&}. */
  enum ArmEnd {
    STOP,
    FALL_THROUGH,
    TEST_NEXT
  }

  record Arm(List<Word> patterns, Node body, ArmEnd end) {}

  record Function(String name, Node body, String text) implements Node {}

  /** {@code ( … )} */
  record Subshell(Node body) implements Node {}

  /** A compound command with redirections. */
  record Redirected(Node body, List<Redirect> redirects, int line) implements Node {}

  /** {@code (( … ))} */
  record Arithmetic(Word expression, int line) implements Node {}

  /** {@code [[ … ]]} */
  record Conditional(Condition condition, int line) implements Node {}

  /** What stands between {@code [[} and {@code ]]}. */
  sealed interface Condition {
    record Both(Condition left, Condition right) implements Condition {}

    record Either(Condition left, Condition right) implements Condition {}

    record Inverted(Condition body) implements Condition {}

    record Unary(String operator, Word operand) implements Condition {}

    record Binary(Word left, String operator, Word right) implements Condition {}
  }

  /**
   * One redirection.
   *
   * @param fd the descriptor before the operator, or the operator's usual one
   */
  record Redirect(int fd, String operator, Word target, Optional<HereDocument> document, int line) {

    /** The same, told of under another line: a simple command's are told under its first. */
    Redirect at(int other) {
      return new Redirect(fd, operator, target, document, other);
    }
  }

  /** The text after {@code <<WORD}, known once the line is over. */
  final class HereDocument {
    final String delimiter;
    final boolean literal;
    final boolean stripTabs;
    Word body = Word.literal("", 0);

    HereDocument(String delimiter, boolean literal, boolean stripTabs) {
      this.delimiter = delimiter;
      this.literal = literal;
      this.stripTabs = stripTabs;
    }
  }
}
