package vethlab.shell.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code if}, {@code for}, {@code while}, {@code case}, functions and groups. */
final class CompoundParser {
  private final Parser in;
  private final ConditionParser conditions;

  /** Where the words after {@code in} ended. */
  private int wordsEnd;

  CompoundParser(Parser in) {
    this.in = in;
    this.conditions = new ConditionParser(in);
  }

  /** The compound command that this token begins; empty when it begins a simple one. */
  Optional<Node> compound(Token token) {
    if (token.isOperator("(")) {
      return Optional.of(parenthesis());
    }
    if (token.kind() != Token.Kind.WORD) {
      return Optional.empty();
    }
    return switch (token.word().plain()) {
      case "if" -> Optional.of(ifCommand());
      case "while" -> Optional.of(loop(false));
      case "until" -> Optional.of(loop(true));
      case "for" -> Optional.of(forCommand());
      case "select" -> Optional.of(select());
      case "case" -> Optional.of(caseCommand());
      case "{" -> Optional.of(group());
      case "[[" -> Optional.of(conditional());
      case "function" -> Optional.of(functionKeyword());
      default -> Optional.empty();
    };
  }

  private Node parenthesis() {
    int line = in.take().line();
    if (in.lexer.peek() == '(') {
      int start = in.lexer.pos;
      in.lexer.take();
      Optional<Word> expression = in.lexer.arithmetic();
      if (expression.isPresent()) {
        return new Node.Arithmetic(expression.get(), line);
      }
      in.lexer.pos = start;
    }
    Node body = in.list();
    if (body instanceof Node.Sequence sequence && sequence.nodes().isEmpty()) {
      throw in.unexpected();
    }
    in.expectOperator(")");
    return new Node.Subshell(body);
  }

  private Node group() {
    in.take();
    Node body = in.body();
    in.expectKeyword("}");
    return body instanceof Node.Sequence ? body : new Node.Sequence(List.of(body));
  }

  private Node ifCommand() {
    List<Node.Branch> branches = new ArrayList<>();
    in.take();
    do {
      Node condition = in.body();
      in.expectKeyword("then");
      branches.add(new Node.Branch(condition, in.body()));
    } while (in.takeKeyword("elif"));
    Optional<Node> otherwise = in.takeKeyword("else") ? Optional.of(in.body()) : Optional.empty();
    in.expectKeyword("fi");
    return new Node.If(List.copyOf(branches), otherwise);
  }

  private Node loop(boolean until) {
    in.take();
    Node condition = in.body();
    return new Node.While(condition, doBody(), until);
  }

  private Node doBody() {
    in.skipNewlines();
    in.expectKeyword("do");
    Node body = in.body();
    in.expectKeyword("done");
    return body;
  }

  private Node forCommand() {
    Token first = in.take();
    int line = first.line();
    if (in.peek().isOperator("(")) {
      return forArithmetic(line);
    }
    String name = variable();
    Optional<List<Word>> words = words();
    String head = words.isPresent() ? text(first.start(), wordsEnd) : "for " + name + " in \"$@\"";
    return new Node.For(line, name, words, forBody(), head);
  }

  private Node select() {
    int line = in.take().line();
    String name = variable();
    Optional<List<Word>> words = words();
    return new Node.Select(line, name, words, forBody());
  }

  private String variable() {
    Token token = in.peek();
    String name = token.kind() == Token.Kind.WORD ? token.word().plain() : "";
    if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      if (token.kind() == Token.Kind.WORD) {
        throw SyntaxError.at(token.line(), "`" + token.text() + "': not a valid identifier");
      }
      throw in.unexpected();
    }
    in.take();
    return name;
  }

  private String text(int start, int end) {
    return in.lexer.text.substring(start, end).replaceAll("\\s+", " ").strip();
  }

  private Optional<List<Word>> words() {
    in.skipNewlines();
    if (!in.takeKeyword("in")) {
      in.takeOperator(";");
      return Optional.empty();
    }
    List<Word> words = new ArrayList<>();
    while (in.peek().kind() == Token.Kind.WORD) {
      words.addAll(BraceExpansion.expand(in.take().word()));
    }
    wordsEnd = in.peek().start();
    if (!in.takeOperator(";") && in.peek().kind() != Token.Kind.NEWLINE) {
      throw in.unexpected();
    }
    return Optional.of(List.copyOf(words));
  }

  private Node forBody() {
    in.skipNewlines();
    if (in.takeKeyword("{")) {
      Node body = in.body();
      in.expectKeyword("}");
      return body;
    }
    return doBody();
  }

  private Node forArithmetic(int line) {
    in.take();
    if (in.lexer.peek() != '(') {
      throw in.unexpected();
    }
    in.lexer.take();
    int start = in.lexer.pos;
    if (in.lexer.arithmetic().isEmpty()) {
      throw DollarReader.unclosed(line, "))");
    }
    String[] thirds = in.lexer.text.substring(start, in.lexer.pos - 2).split(";", -1);
    if (thirds.length != 3) {
      throw SyntaxError.at(line, "syntax error: arithmetic expression required");
    }
    in.takeOperator(";");
    return new Node.ForArithmetic(
        line,
        in.lexer.inner(thirds[0], line),
        in.lexer.inner(thirds[1], line),
        in.lexer.inner(thirds[2], line),
        forBody());
  }

  private Node caseCommand() {
    Token first = in.take();
    int line = first.line();
    if (in.peek().kind() != Token.Kind.WORD) {
      throw in.unexpected();
    }
    Token subjectToken = in.take();
    Word subject = subjectToken.word();
    String head = text(first.start(), subjectToken.end()) + " in";
    in.skipNewlines();
    in.expectKeyword("in");
    List<Node.Arm> arms = new ArrayList<>();
    in.skipNewlines();
    while (!in.takeKeyword("esac")) {
      arms.add(arm());
      in.skipNewlines();
    }
    return new Node.Case(line, subject, List.copyOf(arms), head);
  }

  private Node.Arm arm() {
    in.takeOperator("(");
    List<Word> patterns = new ArrayList<>();
    do {
      if (in.peek().kind() != Token.Kind.WORD) {
        throw in.unexpected();
      }
      patterns.add(in.take().word());
    } while (in.takeOperator("|"));
    in.expectOperator(")");
    Node body = in.list();
    Node.ArmEnd end = Node.ArmEnd.STOP;
    if (in.takeOperator(";&")) {
      end = Node.ArmEnd.FALL_THROUGH;
    } else if (in.takeOperator(";;&")) {
      end = Node.ArmEnd.TEST_NEXT;
    } else if (!in.takeOperator(";;") && !in.peek().isKeyword("esac")) {
      throw in.unexpected();
    }
    return new Node.Arm(List.copyOf(patterns), body, end);
  }

  private Node conditional() {
    int line = in.take().line();
    return new Node.Conditional(conditions.condition(), line);
  }

  private Node functionKeyword() {
    in.take();
    Token name = in.take();
    if (name.kind() != Token.Kind.WORD) {
      throw SyntaxError.unexpected(name.line(), name.said());
    }
    if (in.peek().isOperator("(")) {
      in.take();
      in.expectOperator(")");
    }
    return functionBody(name.word().plain(), name.start());
  }

  /** After {@code name} in {@code name() body}; the parenthesis is next. */
  Node function(String name, Token parenthesis) {
    in.take();
    if (!in.peek().isOperator(")")) {
      throw in.unexpected();
    }
    in.take();
    if (name.isEmpty()) {
      throw SyntaxError.unexpected(parenthesis.line(), "(");
    }
    int start = in.lexer.text.lastIndexOf(name, parenthesis.start());
    return functionBody(name, start);
  }

  private Node functionBody(String name, int start) {
    in.skipNewlines();
    Token token = in.peek();
    Node body = compound(token).orElseThrow(in::unexpected);
    Node whole = in.redirected(body);
    int end = Math.min(in.lexer.pos, in.peek().start());
    return new Node.Function(name, whole, in.lexer.text.substring(start, end).strip());
  }
}
