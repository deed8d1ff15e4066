package vethlab.shell.lang;

import java.util.List;
import java.util.Optional;

/** Makes the instructions of loops. */
final class LoopCompiler {
  private final Compiler commands;
  private final Code.Builder out;
  private final WordCompiler words;

  LoopCompiler(Compiler commands, Code.Builder out, WordCompiler words) {
    this.commands = commands;
    this.out = out;
    this.words = words;
  }

  /** Between these the stack's top is the loop's mark, with {@code next} as continue's aim. */
  private void beginLoop(Code.Label end, Code.Label next) {
    out.add(shell -> shell.stack.push(new Mark.Loop(end, next, shell.unchecked, 0)));
  }

  private void body(Node node) {
    commands.inner(node);
    out.add(shell -> shell.loops.endIteration());
  }

  /** Where the loop goes on when it is over: its status is that of the last body. */
  private void endLoop(Code.Label over, Code.Label end) {
    out.place(over);
    out.add(shell -> shell.status = ((Mark.Loop) shell.stack.peek()).bodyStatus());
    out.place(end);
    out.add(shell -> shell.stack.pop());
  }

  void whileLoop(Node.While node) {
    Code.Label next = new Code.Label();
    Code.Label over = new Code.Label();
    Code.Label end = new Code.Label();
    beginLoop(end, next);
    out.place(next);
    commands.unchecked(node.condition());
    if (node.until()) {
      out.jumpIfSucceeded(over);
    } else {
      out.jumpIfFailed(over);
    }
    body(node.body());
    out.jump(next);
    endLoop(over, end);
  }

  private void items(Optional<List<Word>> list) {
    if (list.isPresent()) {
      words.fields(list.get());
      out.add(shell -> shell.stack.push(new Mark.Items(shell.stack.popFields(), 0)));
    } else {
      out.add(shell -> shell.stack.push(new Mark.Items(shell.positional, 0)));
    }
  }

  void forLoop(Node.For node) {
    Code.Label next = new Code.Label();
    Code.Label over = new Code.Label();
    Code.Label end = new Code.Label();
    commands.line(node.line());
    items(node.words());
    beginLoop(end, next);
    out.place(next);
    out.add(shell -> {
      if (!shell.loops.nextItem(node.name())) {
        shell.pc = over.at();
      } else {
        shell.trace.head(node.head());
      }
    });
    body(node.body());
    out.jump(next);
    endLoop(over, end);
    out.add(shell -> shell.stack.pop());
  }

  void forArithmetic(Node.ForArithmetic node) {
    Code.Label test = new Code.Label();
    Code.Label next = new Code.Label();
    Code.Label over = new Code.Label();
    Code.Label end = new Code.Label();
    commands.line(node.line());
    words.value(node.first());
    out.add(shell -> shell.evaluate(shell.stack.popText()));
    beginLoop(end, next);
    out.place(test);
    words.value(node.condition());
    out.add(shell -> {
      String condition = shell.stack.popText();
      if (!condition.isBlank() && shell.evaluate(condition) == 0) {
        shell.pc = over.at();
      }
    });
    body(node.body());
    out.place(next);
    words.value(node.step());
    out.add(shell -> shell.evaluate(shell.stack.popText()));
    out.jump(test);
    endLoop(over, end);
  }

  void select(Node.Select node) {
    Code.Label next = new Code.Label();
    Code.Label over = new Code.Label();
    Code.Label end = new Code.Label();
    commands.line(node.line());
    items(node.words());
    out.add(shell -> shell.loops.printMenu());
    beginLoop(end, next);
    out.place(next);
    out.add(shell -> {
      if (!shell.loops.choose(node.name())) {
        shell.pc = over.at();
      }
    });
    body(node.body());
    out.jump(next);
    endLoop(over, end);
    out.add(shell -> shell.stack.pop());
  }
}
