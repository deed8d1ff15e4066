package vethlab.shell.lang;

import vethlab.shell.lang.Node.Condition;

/** Reads what stands between {@code [[} and {@code ]]}. */
final class ConditionParser {
  private final Parser in;

  ConditionParser(Parser in) {
    this.in = in;
  }

  /** Up to and including {@code ]]}. */
  Condition condition() {
    Condition condition = either();
    in.skipNewlines();
    in.expectKeyword("]]");
    return condition;
  }

  private Condition either() {
    Condition left = both();
    in.skipNewlines();
    while (in.takeOperator("||")) {
      left = new Condition.Either(left, both());
      in.skipNewlines();
    }
    return left;
  }

  private Condition both() {
    Condition left = term();
    in.skipNewlines();
    while (in.takeOperator("&&")) {
      left = new Condition.Both(left, term());
      in.skipNewlines();
    }
    return left;
  }

  private Condition term() {
    in.skipNewlines();
    in.lexer.enter();
    Condition condition = deeper();
    in.lexer.leave();
    return condition;
  }

  private Condition deeper() {
    if (in.takeKeyword("!")) {
      return new Condition.Inverted(term());
    }
    if (in.takeOperator("(")) {
      Condition inner = either();
      in.skipNewlines();
      in.expectOperator(")");
      return inner;
    }
    Token first = operand();
    if (first.text().matches("-[a-zA-Z]") && !endsOperand(in.peek())) {
      return new Condition.Unary(first.text(), operand().word());
    }
    return binary(first);
  }

  private static boolean endsOperand(Token token) {
    return switch (token.kind()) {
      case WORD -> token.isKeyword("]]");
      case OPERATOR, NEWLINE, END -> true;
    };
  }

  private Condition binary(Token first) {
    Token operator = in.peek();
    String sign = operator.text();
    if (operator.kind() == Token.Kind.WORD && sign.equals("=~")) {
      in.take();
      return new Condition.Binary(first.word(), sign, in.lexer.regex());
    }
    boolean known =
        operator.isOperator("<")
            || operator.isOperator(">")
            || (operator.kind() == Token.Kind.WORD
                && sign.matches("==?|!=|-(eq|ne|lt|le|gt|ge|nt|ot|ef)"));
    if (!known) {
      return new Condition.Unary("-n", first.word());
    }
    in.take();
    return new Condition.Binary(first.word(), sign, operand().word());
  }

  private Token operand() {
    Token token = in.peek();
    if (token.kind() != Token.Kind.WORD || token.isKeyword("]]")) {
      throw token.kind() == Token.Kind.END
          ? in.unexpected()
          : SyntaxError.at(
              token.line(),
              "syntax error in conditional expression: unexpected token `" + token.said() + "'");
    }
    return in.take();
  }
}
