package vethlab.shell.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.shell.lang.Node.Redirect;

/**
 * Parses commands by recursive descent, one complete command at a time, as bash reads a script:
 * what stands before a mistake has been run when the mistake is found. Compound commands are read
 * by {@link CompoundParser}.
 */
final class Parser {
  static final List<String> CLOSERS =
      List.of("then", "else", "elif", "fi", "do", "done", "esac", "}", "in");

  static final List<String> OPENERS =
      List.of("if", "for", "while", "until", "case", "select", "function", "{", "[[", "!", "time");

  final Lexer lexer;
  private Token ahead;

  /** Whether a semicolon or an ampersand stood behind the last command: another may follow. */
  private boolean isSeparated;

  private final CompoundParser compounds;

  Parser(Lexer lexer) {
    this.lexer = lexer;
    this.compounds = new CompoundParser(this);
  }

  // ---- tokens

  Token peek() {
    if (ahead == null) {
      ahead = lexer.next();
    }
    return ahead;
  }

  Token take() {
    Token token = peek();
    ahead = null;
    return token;
  }

  boolean takeOperator(String operator) {
    if (peek().isOperator(operator)) {
      ahead = null;
      return true;
    }
    return false;
  }

  boolean takeKeyword(String keyword) {
    if (peek().isKeyword(keyword)) {
      ahead = null;
      return true;
    }
    return false;
  }

  void expectKeyword(String keyword) {
    if (!takeKeyword(keyword)) {
      throw unexpected();
    }
  }

  void expectOperator(String operator) {
    if (!takeOperator(operator)) {
      throw unexpected();
    }
  }

  void skipNewlines() {
    while (peek().kind() == Token.Kind.NEWLINE) {
      ahead = null;
    }
  }

  SyntaxError unexpected() {
    Token token = peek();
    if (token.kind() == Token.Kind.END) {
      return SyntaxError.incomplete(endLine(), "syntax error: unexpected end of file");
    }
    return SyntaxError.unexpected(token.line(), token.said());
  }

  private int endLine() {
    boolean newline = lexer.text.endsWith("\n");
    return newline ? lexer.line : lexer.line + 1;
  }

  // ---- whole texts

  /** The next complete command, up to the end of its line; empty at the end of the text. */
  Optional<Node> unit() {
    skipNewlines();
    if (peek().kind() == Token.Kind.END) {
      return Optional.empty();
    }
    Node node = line();
    Token end = peek();
    if (end.kind() == Token.Kind.END) {
      lexer.requireDocuments();
    } else if (end.kind() != Token.Kind.NEWLINE) {
      throw unexpected();
    } else {
      take();
    }
    return Optional.of(node);
  }

  /** Everything, for a text that is run as one. */
  Node wholeText() {
    Node body = list();
    if (peek().kind() != Token.Kind.END) {
      throw unexpected();
    }
    lexer.requireDocuments();
    return body;
  }

  /** Everything up to the parenthesis that closes, which is taken. */
  Node untilParenthesis(int begun) {
    Node body = list();
    if (peek().kind() == Token.Kind.END) {
      throw DollarReader.unclosed(endLine(), ")");
    }
    expectOperator(")");
    return body;
  }

  // ---- lists

  /** Commands up to a token that can't go on, over as many lines as there are. */
  Node list() {
    List<Node> nodes = new ArrayList<>();
    skipNewlines();
    boolean more = startsCommand();
    while (more) {
      nodes.add(separated());
      boolean over = isSeparated || peek().kind() == Token.Kind.NEWLINE;
      skipNewlines();
      more = over && startsCommand();
    }
    return nodes.size() == 1 ? nodes.getFirst() : new Node.Sequence(List.copyOf(nodes));
  }

  /** A list that may not be empty, as between {@code then} and {@code fi}. */
  Node body() {
    skipNewlines();
    if (!startsCommand()) {
      throw unexpected();
    }
    return list();
  }

  private Node line() {
    List<Node> nodes = new ArrayList<>();
    nodes.add(separated());
    while (isSeparated && startsCommand()) {
      nodes.add(separated());
    }
    return nodes.size() == 1 ? nodes.getFirst() : new Node.Sequence(List.copyOf(nodes));
  }

  private boolean startsCommand() {
    Token token = peek();
    return switch (token.kind()) {
      case END, NEWLINE -> false;
      case WORD -> !CLOSERS.contains(token.word().plain());
      case OPERATOR ->
          switch (token.text()) {
            case "(", "<", ">", ">>", "<<", "<<-", "<<<", "&>", "&>>", "<&", ">&", "<>", ">|" ->
                true;
            default -> false;
          };
    };
  }

  private Node separated() {
    Token first = peek();
    Node node = andOr();
    if (takeOperator("&")) {
      isSeparated = true;
      int end = lexer.text.lastIndexOf('&', lexer.pos - 1);
      String shown = lexer.text.substring(Math.min(first.start(), end), end).strip();
      return new Node.Background(node, shown, first.line());
    }
    isSeparated = takeOperator(";");
    return node;
  }

  private Node andOr() {
    Node node = pipeline();
    while (true) {
      if (takeOperator("&&")) {
        skipNewlines();
        node = new Node.And(node, pipeline());
      } else if (takeOperator("||")) {
        skipNewlines();
        node = new Node.Or(node, pipeline());
      } else {
        return node;
      }
    }
  }

  private Node pipeline() {
    lexer.enter();
    Node node = prefixed();
    lexer.leave();
    return node;
  }

  private Node prefixed() {
    if (takeKeyword("!")) {
      return new Node.Not(startsCommand() ? pipeline() : new Node.Sequence(List.of()));
    }
    if (takeKeyword("time")) {
      boolean posix = takeKeyword("-p");
      return new Node.Timed(startsCommand() ? pipeline() : new Node.Sequence(List.of()), posix);
    }
    int line = peek().line();
    List<Node> parts = new ArrayList<>();
    List<Boolean> errToo = new ArrayList<>();
    parts.add(command());
    while (true) {
      if (takeOperator("|")) {
        errToo.add(false);
      } else if (takeOperator("|&")) {
        errToo.add(true);
      } else {
        break;
      }
      skipNewlines();
      parts.add(command());
    }
    return parts.size() == 1
        ? parts.getFirst()
        : new Node.Pipeline(line, List.copyOf(parts), List.copyOf(errToo));
  }

  // ---- commands

  private Node command() {
    lexer.enter();
    Token token = peek();
    if (token.kind() == Token.Kind.END
        || token.kind() == Token.Kind.NEWLINE
        || (token.kind() == Token.Kind.WORD && CLOSERS.contains(token.word().plain()))) {
      throw unexpected();
    }
    Node node = compounds.compound(token).map(this::redirected).orElseGet(this::simple);
    lexer.leave();
    return node;
  }

  /** A compound command with the redirections behind it. */
  Node redirected(Node body) {
    int line = peek().line();
    List<Redirect> redirects = new ArrayList<>();
    while (redirect(redirects)) {
      // as many as there are
    }
    return redirects.isEmpty() ? body : new Node.Redirected(body, List.copyOf(redirects), line);
  }

  private Node simple() {
    int line = peek().line();
    List<Word.Assignment> assignments = new ArrayList<>();
    List<Word> words = new ArrayList<>();
    List<Redirect> redirects = new ArrayList<>();
    while (true) {
      if (redirect(redirects)) {
        continue;
      }
      Token token = peek();
      if (token.kind() != Token.Kind.WORD) {
        if (token.isOperator("(") && words.size() == 1 && assignments.isEmpty()) {
          return compounds.function(words.getFirst().plain(), token);
        }
        break;
      }
      take();
      if (words.isEmpty() && token.word().assignment().isPresent()) {
        assignments.add(token.word().assignment().get());
      } else {
        words.addAll(BraceExpansion.expand(token.word()));
      }
    }
    if (words.isEmpty() && assignments.isEmpty() && redirects.isEmpty()) {
      throw unexpected();
    }
    return new Node.Simple(
        line, List.copyOf(assignments), List.copyOf(words), List.copyOf(redirects));
  }

  private boolean redirect(List<Redirect> redirects) {
    Token token = peek();
    int fd = -1;
    if (token.kind() == Token.Kind.WORD && token.text().matches("\\d{1,4}")) {
      char after = lexer.peek();
      if ((after != '<' && after != '>') || lexer.peek(1) == '(') {
        return false;
      }
      fd = Integer.parseInt(token.text());
      take();
      token = peek();
    }
    if (token.kind() != Token.Kind.OPERATOR || !isRedirection(token.text())) {
      return false;
    }
    take();
    Token target = take();
    if (target.kind() != Token.Kind.WORD) {
      ahead = target;
      throw unexpected();
    }
    redirects.add(redirection(fd, token, target));
    return true;
  }

  private static boolean isRedirection(String operator) {
    return switch (operator) {
      case "<", ">", ">>", ">|", "<>", "<<", "<<-", "<<<", "&>", "&>>", "<&", ">&" -> true;
      default -> false;
    };
  }

  private Redirect redirection(int fd, Token operator, Token target) {
    String sign = operator.text();
    int usual = sign.startsWith("<") ? 0 : 1;
    int number = fd >= 0 ? fd : usual;
    Optional<Node.HereDocument> document = Optional.empty();
    if (sign.equals("<<") || sign.equals("<<-")) {
      Delimiter delimiter = Delimiter.of(target.text());
      Node.HereDocument here =
          new Node.HereDocument(delimiter.text(), delimiter.quoted(), sign.equals("<<-"));
      lexer.expect(here);
      document = Optional.of(here);
    }
    return new Redirect(number, sign, target.word(), document, operator.line());
  }

  /** The word after {@code <<}: only its quotes are removed. */
  private record Delimiter(String text, boolean quoted) {
    static Delimiter of(String raw) {
      String text = raw.replaceAll("[\"'\\\\]", "");
      return new Delimiter(text, !text.equals(raw));
    }
  }
}
