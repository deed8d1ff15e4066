package vethlab.shell.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vethlab.shell.text.Awk.Expr;
import vethlab.shell.text.Awk.Stmt;
import vethlab.shell.text.AwkLexer.Kind;
import vethlab.shell.text.AwkLexer.Token;

/**
 * Parses an awk program by recursive descent. Not modelled: getline from elsewhere than the next
 * record, print to a command.
 */
final class AwkParser {
  private final List<Token> tokens;
  private int pos;

  /** In the list of a print, {@code >} is a redirection. */
  private boolean printing;

  /** In the head of a for, {@code in} is not an operator. */
  private boolean looping;

  private boolean readsAhead;

  private AwkParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  static Awk parse(String program) {
    return new AwkParser(AwkLexer.tokens(program)).program();
  }

  private Token peek() {
    return tokens.get(pos);
  }

  private boolean looking(String text) {
    Token t = peek();
    return (t.kind() == Kind.SIGN || t.kind() == Kind.KEYWORD) && t.text().equals(text);
  }

  private boolean take(String text) {
    if (looking(text)) {
      pos++;
      return true;
    }
    return false;
  }

  private void expect(String text) {
    if (!take(text)) {
      throw error();
    }
  }

  private FilterCommand.Usage error() {
    Token t = peek();
    long line = 1 + tokens.subList(0, pos).stream().filter(x -> x.kind() == Kind.NEWLINE).count();
    String near =
        t.kind() == Kind.END ? "end of file" : t.kind() == Kind.NEWLINE ? "newline" : t.text();
    return new FilterCommand.Usage("line " + line + ": syntax error at or near " + near);
  }

  private void skipNewlines() {
    while (peek().kind() == Kind.NEWLINE) {
      pos++;
    }
  }

  private void skipSeparators() {
    while (peek().kind() == Kind.NEWLINE || looking(";")) {
      pos++;
    }
  }

  private Awk program() {
    List<Stmt> begin = new ArrayList<>();
    List<Awk.Rule> rules = new ArrayList<>();
    List<Stmt> end = new ArrayList<>();
    Map<String, Awk.Function> functions = new LinkedHashMap<>();
    skipSeparators();
    while (peek().kind() != Kind.END) {
      if (take("BEGIN")) {
        begin.add(block());
      } else if (take("END")) {
        end.add(block());
      } else if (take("function")) {
        function(functions);
      } else {
        rules.add(rule());
      }
      skipSeparators();
    }
    return new Awk(begin, rules, end, functions, readsAhead);
  }

  private void function(Map<String, Awk.Function> functions) {
    String name = peek().text();
    pos++;
    expect("(");
    List<String> parameters = new ArrayList<>();
    while (!take(")")) {
      parameters.add(peek().text());
      pos++;
      take(",");
      skipNewlines();
    }
    skipNewlines();
    functions.put(name, new Awk.Function(parameters, block()));
  }

  private Awk.Rule rule() {
    Optional<Expr> pattern = Optional.empty();
    Optional<Expr> until = Optional.empty();
    if (!looking("{")) {
      pattern = Optional.of(expression());
      if (take(",")) {
        skipNewlines();
        until = Optional.of(expression());
      }
    }
    Optional<Stmt> action = looking("{") ? Optional.of(block()) : Optional.empty();
    return new Awk.Rule(pattern, until, action);
  }

  // ---- statements

  private Stmt block() {
    expect("{");
    List<Stmt> list = new ArrayList<>();
    skipSeparators();
    while (!take("}")) {
      list.add(statement());
      skipSeparators();
    }
    return new Stmt.Block(list);
  }

  private Stmt statement() {
    if (looking("{")) {
      return block();
    }
    if (take("if")) {
      return ifStatement();
    }
    if (take("while")) {
      Expr test = inParentheses();
      return new Stmt.While(test, body());
    }
    if (take("do")) {
      Stmt body = body();
      skipSeparators();
      expect("while");
      return new Stmt.Do(body, inParentheses());
    }
    if (take("for")) {
      return forStatement();
    }
    Stmt simple = simple();
    endOfStatement();
    return simple;
  }

  private void endOfStatement() {
    if (!looking("}") && !take(";") && peek().kind() != Kind.NEWLINE && peek().kind() != Kind.END) {
      throw error();
    }
  }

  /** The body of a loop or branch; a lone semicolon is an empty one. */
  private Stmt body() {
    skipNewlines();
    if (take(";")) {
      return new Stmt.Block(List.of());
    }
    return statement();
  }

  private Expr inParentheses() {
    expect("(");
    Expr inner = expression();
    expect(")");
    return inner;
  }

  private Stmt ifStatement() {
    Expr test = inParentheses();
    Stmt yes = body();
    int before = pos;
    skipSeparators();
    if (take("else")) {
      return new Stmt.If(test, yes, Optional.of(body()));
    }
    pos = before;
    return new Stmt.If(test, yes, Optional.empty());
  }

  private Stmt forStatement() {
    expect("(");
    if (peek().kind() == Kind.NAME
        && tokens.get(pos + 1).text().equals("in")
        && tokens.get(pos + 2).kind() == Kind.NAME
        && tokens.get(pos + 3).text().equals(")")) {
      String variable = peek().text();
      String array = tokens.get(pos + 2).text();
      pos += 4;
      return new Stmt.ForIn(variable, array, body());
    }
    looping = true;
    Optional<Stmt> first = looking(";") ? Optional.empty() : Optional.of(simple());
    looping = false;
    expect(";");
    skipNewlines();
    Optional<Expr> test = looking(";") ? Optional.empty() : Optional.of(expression());
    expect(";");
    skipNewlines();
    Optional<Stmt> step = looking(")") ? Optional.empty() : Optional.of(simple());
    expect(")");
    return new Stmt.For(first, test, step, body());
  }

  private Stmt simple() {
    if (looking("print") || looking("printf")) {
      return print();
    }
    if (take("delete")) {
      String array = peek().text();
      pos++;
      return new Stmt.Delete(array, take("[") ? index() : List.of());
    }
    for (String word : List.of("next", "break", "continue", "exit", "return")) {
      if (take(word)) {
        boolean valued = (word.equals("exit") || word.equals("return")) && startsExpression();
        return new Stmt.Jump(word, valued ? Optional.of(expression()) : Optional.empty());
      }
    }
    return new Stmt.Run(expression());
  }

  private boolean startsExpression() {
    Token t = peek();
    return switch (t.kind()) {
      case NEWLINE, END, KEYWORD -> false;
      case SIGN -> !t.text().equals(";") && !t.text().equals("}");
      default -> true;
    };
  }

  private Stmt print() {
    boolean formatted = peek().text().equals("printf");
    pos++;
    List<Expr> values = new ArrayList<>();
    boolean was = printing;
    printing = true;
    if (looking("(") && closesBeforeEnd()) {
      pos++;
      printing = false;
      list(values, ")");
      printing = true;
    } else if (startsExpression() && !looking(">") && !looking("|") && !looking(">>")) {
      values.add(expression());
      while (take(",")) {
        skipNewlines();
        values.add(expression());
      }
    }
    char redirect = ' ';
    Optional<Expr> target = Optional.empty();
    if (looking(">") || looking(">>")) {
      redirect = looking(">>") ? 'a' : '>';
      pos++;
      target = Optional.of(concatenation());
    } else if (looking("|")) {
      throw new FilterCommand.Usage("print to a command is not modelled here");
    }
    printing = was;
    return new Stmt.Print(values, formatted, redirect, target);
  }

  /** Whether the parenthesis here closes at the end of the list: it holds all of it. */
  private boolean closesBeforeEnd() {
    int depth = 0;
    for (int i = pos; i < tokens.size(); i++) {
      Token t = tokens.get(i);
      if (t.kind() == Kind.SIGN && t.text().equals("(")) {
        depth++;
      } else if (t.kind() == Kind.SIGN && t.text().equals(")") && --depth == 0) {
        Token after = tokens.get(i + 1);
        return after.kind() == Kind.NEWLINE
            || after.kind() == Kind.END
            || List.of(";", "}", ">", ">>", "|").contains(after.text());
      }
    }
    return false;
  }

  private void list(List<Expr> values, String close) {
    skipNewlines();
    while (!take(close)) {
      values.add(expression());
      skipNewlines();
      if (!looking(close)) {
        expect(",");
        skipNewlines();
      }
    }
  }

  private List<Expr> index() {
    List<Expr> index = new ArrayList<>();
    list(index, "]");
    return index;
  }

  // ---- expressions

  private Expr expression() {
    Expr left = ternary();
    for (String operator : List.of("=", "+=", "-=", "*=", "/=", "%=", "^=")) {
      if (looking(operator) && isPlace(left)) {
        pos++;
        skipNewlines();
        return new Expr.Assign(left, operator, expression());
      }
    }
    return left;
  }

  private static boolean isPlace(Expr e) {
    return e instanceof Expr.Variable || e instanceof Expr.Field || e instanceof Expr.Element;
  }

  private Expr ternary() {
    Expr test = or();
    if (!take("?")) {
      return test;
    }
    skipNewlines();
    Expr yes = expression();
    skipNewlines();
    expect(":");
    skipNewlines();
    return new Expr.Conditional(test, yes, expression());
  }

  private Expr or() {
    Expr left = and();
    while (take("||")) {
      skipNewlines();
      left = new Expr.Binary("||", left, and());
    }
    return left;
  }

  private Expr and() {
    Expr left = membership();
    while (take("&&")) {
      skipNewlines();
      left = new Expr.Binary("&&", left, membership());
    }
    return left;
  }

  private Expr membership() {
    Expr left = match();
    while (!looping && take("in")) {
      left = new Expr.In(List.of(left), peek().text());
      pos++;
    }
    return left;
  }

  private Expr match() {
    Expr left = comparison();
    while (looking("~") || looking("!~")) {
      String operator = peek().text();
      pos++;
      left = new Expr.Binary(operator, left, comparison());
    }
    return left;
  }

  private Expr comparison() {
    Expr left = concatenation();
    for (String operator : List.of("<", "<=", "==", "!=", ">=", ">")) {
      if (looking(operator) && !(printing && operator.equals(">"))) {
        pos++;
        return new Expr.Binary(operator, left, concatenation());
      }
    }
    return left;
  }

  private Expr concatenation() {
    Expr left = additive();
    while (startsOperand()) {
      left = new Expr.Binary(" ", left, additive());
    }
    return left;
  }

  private boolean startsOperand() {
    Token t = peek();
    return switch (t.kind()) {
      case NUMBER, STRING, NAME, CALL, REGEX -> true;
      case SIGN ->
          List.of("$", "(", "!", "++", "--", "-", "+").contains(t.text())
              && !List.of("-", "+").contains(t.text());
      default -> false;
    };
  }

  private Expr additive() {
    Expr left = multiplicative();
    while (looking("+") || looking("-")) {
      String operator = peek().text();
      pos++;
      left = new Expr.Binary(operator, left, multiplicative());
    }
    return left;
  }

  private Expr multiplicative() {
    Expr left = unary();
    while (looking("*") || looking("/") || looking("%")) {
      String operator = peek().text();
      pos++;
      left = new Expr.Binary(operator, left, unary());
    }
    return left;
  }

  private Expr unary() {
    for (char operator : new char[] {'!', '-', '+'}) {
      if (take("" + operator)) {
        return new Expr.Unary(operator, unary());
      }
    }
    return power();
  }

  private Expr power() {
    Expr base = postfix();
    if (take("^")) {
      return new Expr.Binary("^", base, looking("-") ? unary() : power());
    }
    return base;
  }

  private Expr postfix() {
    if (looking("++") || looking("--")) {
      int by = looking("++") ? 1 : -1;
      pos++;
      return new Expr.Step(primary(), by, true);
    }
    Expr e = primary();
    if (isPlace(e) && (looking("++") || looking("--"))) {
      int by = looking("++") ? 1 : -1;
      pos++;
      return new Expr.Step(e, by, false);
    }
    return e;
  }

  private Expr primary() {
    Token t = peek();
    pos++;
    switch (t.kind()) {
      case NUMBER -> {
        return new Expr.Number(Double.parseDouble(t.text()));
      }
      case STRING -> {
        return new Expr.Text(t.text());
      }
      case REGEX -> {
        return new Expr.Regex(t.text());
      }
      case NAME -> {
        return take("[") ? new Expr.Element(t.text(), index()) : new Expr.Variable(t.text());
      }
      case CALL -> {
        return call(t.text());
      }
      case SIGN -> {
        if (t.text().equals("$")) {
          return new Expr.Field(
              looking("++") || looking("--") ? postfix() : looking("-") ? unary() : primary());
        }
        if (t.text().equals("(")) {
          return group();
        }
        if (t.text().equals("-") || t.text().equals("!")) {
          return new Expr.Unary(t.text().charAt(0), primary());
        }
      }
      default -> {}
    }
    pos--;
    if (take("getline")) {
      return nextRecord();
    }
    throw error();
  }

  private Expr nextRecord() {
    readsAhead = true;
    Optional<Expr> place =
        peek().kind() == Kind.NAME || looking("$") ? Optional.of(primary()) : Optional.empty();
    if (looking("<")) {
      throw new FilterCommand.Usage("getline < FILE is not modelled here");
    }
    return new Expr.NextRecord(place);
  }

  private Expr group() {
    boolean wasPrinting = printing;
    boolean wasLooping = looping;
    printing = false;
    looping = false;
    List<Expr> values = new ArrayList<>();
    list(values, ")");
    printing = wasPrinting;
    looping = wasLooping;
    if (values.size() == 1) {
      return new Expr.Group(values.getFirst());
    }
    if (!take("in")) {
      throw error();
    }
    String array = peek().text();
    pos++;
    return new Expr.In(values, array);
  }

  private Expr call(String name) {
    List<Expr> arguments = new ArrayList<>();
    if (take("(")) {
      boolean wasPrinting = printing;
      printing = false;
      list(arguments, ")");
      printing = wasPrinting;
    }
    return new Expr.Call(name, arguments);
  }
}
