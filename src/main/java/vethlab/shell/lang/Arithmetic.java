package vethlab.shell.lang;

/**
 * Arithmetic of the shell: C's operators over 64-bit numbers. Variables are read by name, and a
 * value that is itself an expression is evaluated. Source: bash's expr.c by behaviour.
 */
final class Arithmetic {

  /** Where names get their values. */
  interface Names {
    String get(String name, String subscript);

    void set(String name, String subscript, String value);

    /** A subscript's key: evaluated unless the array is associative. */
    boolean isAssociative(String name);
  }

  /** The expression can't be evaluated; the message is bash's, after the expression. */
  static final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Problem(String message) {
      super(message, null, false, false);
    }
  }

  private static final int DEEPEST = 100;
  private static final int MOST_SHOWN = 500;
  private static final String NO_SUBSCRIPT = "";

  private final String text;
  private final Names names;
  private final int depth;
  private int pos;
  private int tokenStart;
  private int nesting;

  /** More than 0 where the expression is passed over: no side effects, no errors of values. */
  private int skipping;

  private Arithmetic(String text, Names names, int depth) {
    this.text = text;
    this.names = names;
    this.depth = depth;
  }

  static long evaluate(String text, Names names) {
    return evaluate(text, names, 0);
  }

  private static long evaluate(String text, Names names, int depth) {
    int size = text.length();
    if (size > 0
        && size < 18
        && text.charAt(0) != '0'
        && text.chars().allMatch(Character::isDigit)) {
      return Long.parseLong(text);
    }
    if (depth > DEEPEST) {
      throw new Problem(
          text + ": expression recursion level exceeded (error token is \"" + text + "\")");
    }
    Arithmetic a = new Arithmetic(text.replace("\"", ""), names, depth);
    a.blanks();
    if (a.pos == a.text.length()) {
      return 0;
    }
    long value = a.comma();
    if (a.pos < a.text.length()) {
      throw a.problem("syntax error in expression");
    }
    return value;
  }

  private Problem problem(String what) {
    String token = text.substring(pos < text.length() ? pos : tokenStart);
    return new Problem(shown(text) + ": " + what + " (error token is \"" + shown(token) + "\")");
  }

  private static String shown(String text) {
    return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...";
  }

  private void blanks() {
    while (pos < text.length() && Character.isWhitespace(text.charAt(pos))) {
      pos++;
    }
  }

  private boolean take(String operator) {
    if (!text.startsWith(operator, pos)) {
      return false;
    }
    tokenStart = pos;
    pos += operator.length();
    blanks();
    return true;
  }

  private boolean looking(String operator) {
    return text.startsWith(operator, pos);
  }

  private char ahead(int n) {
    return pos + n < text.length() ? text.charAt(pos + n) : '\0';
  }

  private long comma() {
    long value = assignment();
    while (take(",")) {
      value = assignment();
    }
    return value;
  }

  /** A place that can be assigned to. */
  private record Place(String name, String subscript) {}

  private long assignment() {
    int start = pos;
    if (pos < text.length() && DollarReader.isNameStart(text.charAt(pos))) {
      Place place = place();
      String operator = assignmentOperator();
      if (!operator.isEmpty()) {
        take(operator);
        long right = assignment();
        long value =
            operator.equals("=")
                ? right
                : binary(operator.substring(0, operator.length() - 1), load(place), right);
        store(place, value);
        return value;
      }
      pos = start;
    }
    return ternary();
  }

  private String assignmentOperator() {
    if (looking("=") && ahead(1) != '=') {
      return "=";
    }
    for (String operator : new String[] {"<<=", ">>="}) {
      if (looking(operator)) {
        return operator;
      }
    }
    if (ahead(1) == '=' && "+-*/%&|^".indexOf(ahead(0)) >= 0 && ahead(0) != '\0') {
      return text.substring(pos, pos + 2);
    }
    return "";
  }

  private Place place() {
    int start = pos;
    while (pos < text.length() && DollarReader.isNamePart(text.charAt(pos))) {
      pos++;
    }
    String name = text.substring(start, pos);
    if (name.isEmpty() || !DollarReader.isNameStart(name.charAt(0))) {
      throw problem("syntax error: operand expected");
    }
    String subscript = NO_SUBSCRIPT;
    if (pos < text.length() && text.charAt(pos) == '[') {
      int open = pos;
      int level = 0;
      do {
        char c = ahead(0);
        if (c == '\0') {
          throw problem("bad array subscript");
        }
        level += c == '[' ? 1 : c == ']' ? -1 : 0;
        pos++;
      } while (level > 0);
      String raw = text.substring(open + 1, pos - 1);
      subscript = names.isAssociative(name) ? raw : String.valueOf(evaluate(raw, names, depth + 1));
    }
    blanks();
    return new Place(name, subscript);
  }

  private long load(Place place) {
    if (skipping > 0) {
      return 0;
    }
    String value = names.get(place.name(), place.subscript());
    return evaluate(value, names, depth + 1);
  }

  private void store(Place place, long value) {
    if (skipping == 0) {
      names.set(place.name(), place.subscript(), String.valueOf(value));
    }
  }

  private long ternary() {
    long condition = or();
    if (!take("?")) {
      return condition;
    }
    long yes = skipped(condition == 0, this::comma);
    if (!take(":")) {
      throw problem("`:' expected for conditional expression");
    }
    long no = skipped(condition != 0, this::assignment);
    return condition != 0 ? yes : no;
  }

  private interface Parse {
    long run();
  }

  private long skipped(boolean skip, Parse parse) {
    skipping += skip ? 1 : 0;
    long value = parse.run();
    skipping -= skip ? 1 : 0;
    return value;
  }

  private long or() {
    long value = and();
    while (looking("||")) {
      take("||");
      boolean known = value != 0;
      long right = skipped(known, this::and);
      value = known || right != 0 ? 1 : 0;
    }
    return value;
  }

  private long and() {
    long value = level(0);
    while (looking("&&")) {
      take("&&");
      boolean known = value == 0;
      long right = skipped(known, () -> level(0));
      value = !known && right != 0 ? 1 : 0;
    }
    return value;
  }

  /** Binary operators by precedence, the weakest first. */
  private static final String[][] LEVELS = {
    {"|"},
    {"^"},
    {"&"},
    {"==", "!="},
    {"<=", ">=", "<", ">"},
    {"<<", ">>"},
    {"+", "-"},
    {"*", "/", "%"},
  };

  private long level(int i) {
    if (i == LEVELS.length) {
      return power();
    }
    long value = level(i + 1);
    while (true) {
      String operator = operator(LEVELS[i]);
      if (operator.isEmpty()) {
        return value;
      }
      take(operator);
      value = binary(operator, value, level(i + 1));
    }
  }

  private String operator(String[] choices) {
    for (String choice : choices) {
      if (looking(choice) && !isLonger(choice)) {
        return choice;
      }
    }
    return "";
  }

  /** Whether a longer operator begins here: {@code ||} is not {@code |}. */
  private boolean isLonger(String operator) {
    char next = ahead(operator.length());
    if (operator.length() == 1) {
      char c = operator.charAt(0);
      return switch (c) {
        case '|', '&' -> next == c || next == '=';
        case '<', '>' -> next == c;
        case '*' -> next == '*' || next == '=';
        case '+', '-', '/', '%', '^' -> next == '=';
        default -> false;
      };
    }
    return (operator.equals("<<") || operator.equals(">>")) && next == '=';
  }

  private long binary(String operator, long a, long b) {
    return switch (operator) {
      case "|" -> a | b;
      case "^" -> a ^ b;
      case "&" -> a & b;
      case "==" -> a == b ? 1 : 0;
      case "!=" -> a != b ? 1 : 0;
      case "<=" -> a <= b ? 1 : 0;
      case ">=" -> a >= b ? 1 : 0;
      case "<" -> a < b ? 1 : 0;
      case ">" -> a > b ? 1 : 0;
      case "<<" -> a << b;
      case ">>" -> a >> b;
      case "+" -> a + b;
      case "-" -> a - b;
      case "*" -> a * b;
      case "/" -> divisible(b) ? a / b : 0;
      default -> divisible(b) ? a % b : 0;
    };
  }

  private boolean divisible(long b) {
    if (b == 0 && skipping == 0) {
      int at = tokenStart + 1;
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      throw new Problem(text + ": division by 0 (error token is \"" + text.substring(at) + "\")");
    }
    return b != 0;
  }

  private long power() {
    long base = unary();
    if (!looking("**")) {
      return base;
    }
    take("**");
    long exponent = power();
    if (exponent < 0 && skipping == 0) {
      throw problem("exponent less than 0");
    }
    long value = 1;
    for (long factor = base, n = exponent; n > 0; n >>= 1, factor *= factor) {
      value *= (n & 1) == 1 ? factor : 1;
    }
    return value;
  }

  private long unary() {
    if (++nesting > DEEPEST) {
      throw problem("expression recursion level exceeded");
    }
    long value = prefixed();
    nesting--;
    return value;
  }

  private long prefixed() {
    if (take("++")) {
      return step(place(), 1);
    }
    if (looking("--") && DollarReader.isNameStart(ahead(2))) {
      take("--");
      return step(place(), -1);
    }
    if (take("!")) {
      return unary() == 0 ? 1 : 0;
    }
    if (take("~")) {
      return ~unary();
    }
    if (take("-")) {
      return -unary();
    }
    if (take("+")) {
      return unary();
    }
    return primary();
  }

  private long step(Place place, long by) {
    long value = load(place) + by;
    store(place, value);
    return value;
  }

  private long primary() {
    if (take("(")) {
      long value = comma();
      if (!take(")")) {
        throw problem("missing `)'");
      }
      return value;
    }
    char c = ahead(0);
    if (DollarReader.isNameStart(c)) {
      Place place = place();
      long value = load(place);
      if (looking("++")) {
        take("++");
        store(place, value + 1);
      } else if (looking("--")) {
        take("--");
        store(place, value - 1);
      }
      return value;
    }
    if (Character.isDigit(c)) {
      return number();
    }
    throw problem("syntax error: operand expected");
  }

  private long number() {
    int start = pos;
    while (pos < text.length()
        && (DollarReader.isNamePart(text.charAt(pos))
            || text.charAt(pos) == '#'
            || text.charAt(pos) == '@')) {
      pos++;
    }
    String digits = text.substring(start, pos);
    int hash = digits.indexOf('#');
    try {
      long value;
      if (hash > 0) {
        value =
            Long.parseLong(digits.substring(hash + 1), Integer.parseInt(digits.substring(0, hash)));
      } else if (digits.startsWith("0x") || digits.startsWith("0X")) {
        value = Long.parseUnsignedLong(digits.substring(2), 16);
      } else if (digits.length() > 1 && digits.startsWith("0")) {
        value = Long.parseLong(digits.substring(1), 8);
      } else {
        value = Long.parseLong(digits);
      }
      blanks();
      return value;
    } catch (NumberFormatException e) {
      pos = start;
      throw problem("value too great for base");
    }
  }
}
