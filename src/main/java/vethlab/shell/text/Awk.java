package vethlab.shell.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An awk program as parsed.
 *
 * @param readsAhead whether a statement takes the next record: getline
 */
record Awk(
    List<Stmt> begin,
    List<Rule> rules,
    List<Stmt> end,
    Map<String, Function> functions,
    boolean readsAhead) {

  /** A pattern (one, two or none) and what is done; an empty action prints. */
  record Rule(Optional<Expr> pattern, Optional<Expr> until, Optional<Stmt> action) {}

  record Function(List<String> parameters, Stmt body) {}

  /** A statement. */
  sealed interface Stmt {
    record Block(List<Stmt> list) implements Stmt {}

    record Print(List<Expr> values, boolean formatted, char redirect, Optional<Expr> target)
        implements Stmt {}

    record Run(Expr expr) implements Stmt {}

    record If(Expr test, Stmt yes, Optional<Stmt> no) implements Stmt {}

    record While(Expr test, Stmt body) implements Stmt {}

    record Do(Stmt body, Expr test) implements Stmt {}

    record For(Optional<Stmt> first, Optional<Expr> test, Optional<Stmt> step, Stmt body)
        implements Stmt {}

    record ForIn(String variable, String array, Stmt body) implements Stmt {}

    record Delete(String array, List<Expr> index) implements Stmt {}

    /** next, exit, break, continue, return. */
    record Jump(String word, Optional<Expr> value) implements Stmt {}
  }

  /** An expression. */
  sealed interface Expr {
    record Number(double value) implements Expr {}

    record Text(String value) implements Expr {}

    record Regex(String source) implements Expr {}

    record Variable(String name) implements Expr {}

    record Field(Expr number) implements Expr {}

    record Element(String array, List<Expr> index) implements Expr {}

    record In(List<Expr> index, String array) implements Expr {}

    record Assign(Expr place, String operator, Expr value) implements Expr {}

    /** {@code ++x} and {@code x++}: by 1 or -1. */
    record Step(Expr place, int by, boolean before) implements Expr {}

    record Unary(char operator, Expr operand) implements Expr {}

    record Binary(String operator, Expr left, Expr right) implements Expr {}

    record Conditional(Expr test, Expr yes, Expr no) implements Expr {}

    record Call(String name, List<Expr> arguments) implements Expr {}

    record Group(Expr inner) implements Expr {}

    /** {@code getline} and {@code getline x}: the next record. */
    record NextRecord(Optional<Expr> place) implements Expr {}
  }
}
