package vethlab.shell.lang;

import vethlab.shell.lang.Node.Condition;

/** Makes the instructions of {@code [[ … ]]}. */
final class ConditionCompiler {
  private final Code.Builder out;
  private final WordCompiler words;

  ConditionCompiler(Code.Builder out, WordCompiler words) {
    this.out = out;
    this.words = words;
  }

  void condition(Condition condition) {
    switch (condition) {
      case Condition.Both(Condition left, Condition right) -> {
        Code.Label end = new Code.Label();
        condition(left);
        out.jumpIfFailed(end);
        condition(right);
        out.place(end);
      }
      case Condition.Either(Condition left, Condition right) -> {
        Code.Label end = new Code.Label();
        condition(left);
        out.jumpIfSucceeded(end);
        condition(right);
        out.place(end);
      }
      case Condition.Inverted(Condition body) -> {
        condition(body);
        out.add(shell -> shell.status = shell.status == 0 ? 1 : 0);
      }
      case Condition.Unary(String operator, Word operand) -> {
        words.value(operand);
        out.add(shell -> {
          String text = shell.stack.popText();
          shell.trace.condition(operator + " " + Quoting.traced(text));
          shell.status = shell.tests.unary(operator, text) ? 0 : 1;
        });
      }
      case Condition.Binary binary -> binary(binary);
    }
  }

  private void binary(Condition.Binary node) {
    words.value(node.left());
    switch (node.operator()) {
      case "==", "=", "!=" -> words.pattern(node.right());
      case "=~" -> words.regex(node.right());
      default -> words.value(node.right());
    }
    out.add(shell -> {
      String right = shell.stack.popText();
      String left = shell.stack.popText();
      shell.trace.condition(Quoting.traced(left) + " " + node.operator() + " " + right);
      shell.status = shell.tests.conditional(left, node.operator(), right);
    });
  }
}
