package vethlab.shell.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.shell.lang.Node.Condition;
import vethlab.shell.lang.Node.Redirect;
import vethlab.shell.lang.Word.Assignment;

/** Makes instructions of commands. Each leaves the exit status in the shell. */
final class Compiler {

  /** What becomes of the process after a command. */
  private enum After {
    GO_ON,
    /** It ends with the command, so the command may take its place. */
    END
  }

  private final Code.Builder out = new Code.Builder();
  private final WordCompiler words = new WordCompiler(out);
  private final LoopCompiler loops = new LoopCompiler(this, out, words);

  private Compiler() {}

  /** Code that returns to its caller. */
  static Code callable(Node node) {
    Compiler compiler = new Compiler();
    compiler.command(node, After.GO_ON);
    compiler.out.add(shell -> shell.stack.returnToCaller());
    return compiler.out.done();
  }

  /** Code of a process of its own. */
  static Code child(Node node) {
    Compiler compiler = new Compiler();
    compiler.command(node, After.END);
    compiler.out.add(shell -> shell.exit(shell.status));
    return compiler.out.done();
  }

  private void command(Node node, After after) {
    switch (node) {
      case Node.Sequence(List<Node> nodes) -> sequence(nodes, after);
      case Node.Simple simple -> simple(simple, after);
      case Node.Pipeline pipeline -> pipeline(pipeline);
      case Node.Not(Node body) -> not(body);
      case Node.Timed timed -> timed(timed);
      case Node.And(Node left, Node right) -> {
        Code.Label end = new Code.Label();
        unchecked(left);
        out.jumpIfFailed(end);
        command(right, after);
        out.place(end);
      }
      case Node.Or(Node left, Node right) -> {
        Code.Label end = new Code.Label();
        unchecked(left);
        out.jumpIfSucceeded(end);
        command(right, after);
        out.place(end);
      }
      case Node.Background background -> background(background);
      case Node.If branches -> ifCommand(branches);
      case Node.While loop -> loops.whileLoop(loop);
      case Node.For loop -> loops.forLoop(loop);
      case Node.ForArithmetic loop -> loops.forArithmetic(loop);
      case Node.Select select -> loops.select(select);
      case Node.Case choice -> caseCommand(choice);
      case Node.Function f -> {
        Function function = new Function(f.name(), callable(f.body()), f.text());
        out.add(shell -> shell.define(f.name(), function));
      }
      case Node.Subshell(Node body) -> {
        Code code = child(body);
        out.add(shell -> shell.children.subshell(code));
        check();
      }
      case Node.Redirected redirected -> redirected(redirected);
      case Node.Arithmetic(Word expression, int line) -> {
        line(line);
        words.value(expression);
        out.add(shell -> {
          String text = shell.stack.popText();
          shell.trace.arithmetic(text);
          shell.status = shell.evaluate(text) != 0 ? 0 : 1;
        });
        check();
      }
      case Node.Conditional(Condition condition, int line) -> {
        line(line);
        new ConditionCompiler(out, words).condition(condition);
        check();
      }
    }
  }

  void line(int line) {
    out.add(shell -> shell.line = line);
  }

  private void check() {
    out.add(Shell::checkFailure);
  }

  /** A command with others after it. */
  void inner(Node node) {
    command(node, After.GO_ON);
  }

  /** A command whose failure does not end the script under {@code set -e}. */
  void unchecked(Node node) {
    out.add(shell -> shell.unchecked++);
    command(node, After.GO_ON);
    out.add(shell -> shell.unchecked--);
  }

  private void sequence(List<Node> nodes, After after) {
    if (nodes.isEmpty()) {
      out.add(shell -> shell.status = 0);
    }
    for (int i = 0; i < nodes.size(); i++) {
      command(nodes.get(i), i == nodes.size() - 1 ? after : After.GO_ON);
    }
  }

  // ---- simple commands

  private void simple(Node.Simple node, After after) {
    boolean scope = !node.redirects().isEmpty() || opensProcess(node);
    Code.Label end = new Code.Label();
    line(node.line());
    out.add(shell -> shell.substitutionStatus = 0);
    if (scope) {
      out.add(shell -> shell.redirector.save());
    }
    if (node.words().isEmpty()) {
      out.add(shell -> shell.stack.push(new Mark.Invocation(List.of(), List.of())));
    } else {
      words.fields(node.words());
      out.add(shell -> shell.stack.push(new Mark.Invocation(shell.stack.popFields(), List.of())));
    }
    node.assignments().forEach(this::assignment);
    out.add(shell -> shell.trace.command((Mark.Invocation) shell.stack.peek()));
    List<Redirect> told = node.redirects().stream().map(each -> each.at(node.line())).toList();
    redirects(told, end, shell -> shell.stack.pop());
    boolean last = after == After.END;
    out.add(shell -> shell.runner.run(last));
    arrays(node.words());
    out.place(end);
    if (scope) {
      out.add(shell -> shell.redirector.restore());
    }
    check();
  }

  private static boolean opensProcess(Node.Simple node) {
    return node.words().stream()
        .anyMatch(
            word -> word.parts().stream().anyMatch(part -> part instanceof Word.Part.ProcessFile));
  }

  private void assignment(Assignment assignment) {
    words.assigned(assignment.value());
    if (assignment.subscript().isPresent()) {
      words.value(assignment.subscript().get());
    }
    boolean keyed = assignment.subscript().isPresent();
    out.add(shell -> {
      Optional<String> key = keyed ? Optional.of(shell.stack.popText()) : Optional.empty();
      Mark.Elements value = (Mark.Elements) shell.stack.pop();
      shell.assignBefore(new Mark.Assigned(assignment.name(), key, assignment.append(), value));
    });
  }

  /** {@code declare -a x=(…)}: the elements follow once the name has been declared. */
  private void arrays(List<Word> all) {
    for (Word word : all) {
      if (word.assignment().isPresent()
          && word.assignment().get().value() instanceof Assignment.Value.Elements) {
        Assignment assignment = word.assignment().get();
        words.assigned(assignment.value());
        out.add(shell ->
            shell.assign(
                new Mark.Assigned(
                    assignment.name(),
                    Optional.empty(),
                    assignment.append(),
                    (Mark.Elements) shell.stack.pop())));
      }
    }
  }

  /** Opens what is to be opened; a failure undoes {@code undo} and goes to {@code failed}. */
  private void redirects(List<Redirect> redirects, Code.Label failed, Code.Instruction undo) {
    for (Redirect redirect : redirects) {
      if (redirect.document().isPresent()) {
        words.value(redirect.document().get().body);
      } else {
        words.value(redirect.target());
      }
      out.add(shell -> {
        if (!shell.redirector.apply(redirect, shell.stack.popText())) {
          undo.run(shell);
          shell.pc = failed.at();
        }
      });
    }
  }

  private void redirected(Node.Redirected node) {
    Code.Label end = new Code.Label();
    out.add(shell -> shell.redirector.save());
    line(node.line());
    redirects(node.redirects(), end, shell -> {});
    command(node.body(), After.GO_ON);
    out.place(end);
    out.add(shell -> shell.redirector.restore());
    check();
  }

  // ---- pipelines and jobs

  private void pipeline(Node.Pipeline node) {
    List<Code> codes = node.parts().stream().map(Compiler::child).toList();
    line(node.line());
    out.add(shell -> shell.children.startPipeline(codes, node.errToo()));
    out.add(shell -> shell.children.endPipeline());
    check();
  }

  private void background(Node.Background node) {
    List<Code> codes = new ArrayList<>();
    List<Boolean> errToo = List.of();
    if (node.body() instanceof Node.Pipeline pipeline) {
      pipeline.parts().forEach(part -> codes.add(child(part)));
      errToo = pipeline.errToo();
    } else {
      codes.add(child(node.body()));
    }
    List<Boolean> joined = errToo;
    line(node.line());
    out.add(shell -> shell.children.startJob(codes, joined, node.text()));
  }

  private void not(Node body) {
    unchecked(body);
    out.add(shell -> shell.status = shell.status == 0 ? 1 : 0);
  }

  private void timed(Node.Timed node) {
    out.add(shell -> shell.stack.push(new Mark.Started(shell.process().now())));
    command(node.body(), After.GO_ON);
    out.add(shell -> shell.trace.time(((Mark.Started) shell.stack.pop()).time(), node.posix()));
  }

  // ---- branches

  private void ifCommand(Node.If node) {
    Code.Label end = new Code.Label();
    for (Node.Branch branch : node.branches()) {
      Code.Label next = new Code.Label();
      unchecked(branch.condition());
      out.jumpIfFailed(next);
      command(branch.body(), After.GO_ON);
      out.jump(end);
      out.place(next);
    }
    if (node.otherwise().isPresent()) {
      command(node.otherwise().get(), After.GO_ON);
    } else {
      out.add(shell -> shell.status = 0);
    }
    out.place(end);
  }

  private void caseCommand(Node.Case node) {
    Code.Label end = new Code.Label();
    line(node.line());
    out.add(shell -> shell.trace.head(node.head()));
    words.value(node.subject());
    out.add(shell -> shell.status = 0);
    List<Code.Label> bodies = new ArrayList<>();
    List<Code.Label> tests = new ArrayList<>();
    for (int i = 0; i <= node.arms().size(); i++) {
      bodies.add(new Code.Label());
      tests.add(new Code.Label());
    }
    for (int i = 0; i < node.arms().size(); i++) {
      Node.Arm arm = node.arms().get(i);
      Code.Label body = bodies.get(i);
      out.place(tests.get(i));
      for (Word pattern : arm.patterns()) {
        words.pattern(pattern);
        out.add(shell -> {
          if (Glob.matches(shell.stack.popText(), (String) shell.stack.peek())) {
            shell.pc = body.at();
          }
        });
      }
      out.jump(tests.get(i + 1));
      out.place(body);
      command(arm.body(), After.GO_ON);
      switch (arm.end()) {
        case STOP -> out.jump(end);
        case FALL_THROUGH -> out.jump(bodies.get(i + 1));
        case TEST_NEXT -> out.jump(tests.get(i + 1));
      }
    }
    out.place(tests.getLast());
    out.place(bodies.getLast());
    out.place(end);
    out.add(shell -> shell.stack.pop());
  }
}
