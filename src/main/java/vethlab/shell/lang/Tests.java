package vethlab.shell.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import vethlab.shell.Call;
import vethlab.shell.Files;
import vethlab.shell.text.PosixRegex;

/** The conditions of {@code test}, {@code [} and {@code [[}. */
final class Tests {
  private final Shell shell;

  Tests(Shell shell) {
    this.shell = shell;
  }

  // ---- [[ … ]]

  boolean unary(String operator, String operand) {
    return switch (operator) {
      case "-v" -> isSet(operand);
      case "-o" -> Option.named(operand).filter(shell.options::contains).isPresent();
      case "-t" -> false;
      default -> ofText(operator, operand, shell.process().files());
    };
  }

  private boolean isSet(String name) {
    int bracket = name.indexOf('[');
    if (bracket > 0 && name.endsWith("]")) {
      Variable array = shell.variables.get(name.substring(0, bracket));
      String subscript = name.substring(bracket + 1, name.length() - 1);
      String key = array.isAssociative() ? subscript : "" + shell.evaluate(subscript);
      return array.element(key).isPresent();
    }
    return VariableBuiltins.isName(name) && shell.parameters.value(name).isPresent();
  }

  /** The exit status of a comparison between {@code [[} and {@code ]]}. */
  int conditional(String left, String operator, String right) {
    switch (operator) {
      case "==", "=" -> {
        return Glob.matches(right, left) ? 0 : 1;
      }
      case "!=" -> {
        return Glob.matches(right, left) ? 1 : 0;
      }
      case "=~" -> {
        return matchesRegex(left, right);
      }
      case "<" -> {
        return left.compareTo(right) < 0 ? 0 : 1;
      }
      case ">" -> {
        return left.compareTo(right) > 0 ? 0 : 1;
      }
      default -> {}
    }
    if (operator.matches("-(nt|ot|ef)")) {
      return fileComparison(left, operator, right, shell.process().files()) ? 0 : 1;
    }
    try {
      return compare(shell.evaluate(left), operator, shell.evaluate(right)) ? 0 : 1;
    } catch (Arithmetic.Problem problem) {
      shell.complain("[[: " + problem.getMessage());
      return 1;
    }
  }

  private int matchesRegex(String text, String regex) {
    try {
      Matcher matcher = Pattern.compile(PosixRegex.extended(regex)).matcher(text);
      boolean found = matcher.find();
      List<String> groups = new ArrayList<>();
      for (int i = 0; found && i <= matcher.groupCount(); i++) {
        groups.add(Optional.ofNullable(matcher.group(i)).orElse(""));
      }
      shell.assign(
          new Mark.Assigned("BASH_REMATCH", Optional.empty(), false, Mark.Elements.array(groups)));
      return found ? 0 : 1;
    } catch (PatternSyntaxException e) {
      return 2;
    }
  }

  private static boolean compare(long a, String operator, long b) {
    return switch (operator) {
      case "-eq" -> a == b;
      case "-ne" -> a != b;
      case "-lt" -> a < b;
      case "-le" -> a <= b;
      case "-gt" -> a > b;
      default -> a >= b;
    };
  }

  private static boolean fileComparison(String left, String operator, String right, Files files) {
    return operator.equals("-ef")
        && files.exists(left)
        && files.absolute(left).equals(files.absolute(right));
  }

  /** Tests of a text or a file that need no shell. */
  static boolean ofText(String operator, String operand, Files files) {
    return switch (operator) {
      case "-z" -> operand.isEmpty();
      case "-n" -> !operand.isEmpty();
      case "-e", "-a" -> files.exists(operand);
      case "-r", "-w", "-O", "-G", "-N" -> files.exists(operand);
      case "-f" -> files.exists(operand) && !files.isDirectory(operand) && !isDevice(operand);
      case "-d" -> files.isDirectory(operand);
      case "-s" -> files.exists(operand) && files.size(operand) > 0;
      case "-x" ->
          files.exists(operand) && files.isExecutable(operand)
              || operand.matches("/(usr/)?(local/)?s?bin/[^/]+");
      case "-c" -> isDevice(operand) && files.exists(operand);
      default -> false;
    };
  }

  private static boolean isDevice(String path) {
    return path.startsWith("/dev/");
  }

  // ---- test and [

  /** {@code test} as a program of its own, which knows no variables. */
  static int program(Call call) {
    return run(
        call.process().argv(),
        call.files(),
        (operator, operand) -> ofText(operator, operand, call.files()),
        message -> call.err().println(message));
  }

  /** Runs {@code test} or {@code [}. */
  int command(List<String> argv) {
    return run(argv, shell.process().files(), this::unary, shell::complain);
  }

  private static int run(
      List<String> argv,
      Files files,
      BiPredicate<String, String> unary,
      Consumer<String> complain) {
    String name = argv.getFirst();
    List<String> words = argv.subList(1, argv.size());
    if (name.equals("[")) {
      if (words.isEmpty() || !words.getLast().equals("]")) {
        complain.accept("[: missing `]'");
        return 2;
      }
      words = words.subList(0, words.size() - 1);
    }
    try {
      return new Expression(words, files, unary).whole() ? 0 : 1;
    } catch (Bad bad) {
      complain.accept(name + ": " + bad.getMessage());
      return 2;
    }
  }

  private static final class Bad extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Bad(String message) {
      super(message, null, false, false);
    }
  }

  private static boolean isUnary(String word) {
    return word.length() == 2
        && word.charAt(0) == '-'
        && "abcdefghknoprstuvwxzGLNORS".indexOf(word.charAt(1)) >= 0;
  }

  private static boolean isBinary(String word) {
    return switch (word) {
      case "=", "==", "!=", "<", ">", "-eq", "-ne", "-lt", "-le", "-gt", "-ge" -> true;
      case "-nt", "-ot", "-ef" -> true;
      default -> false;
    };
  }

  /** The arguments of {@code test}: few of them mean what POSIX says for their number. */
  private static final class Expression {
    private final List<String> words;
    private final Files files;
    private final BiPredicate<String, String> unary;
    private int pos;

    Expression(List<String> words, Files files, BiPredicate<String, String> unary) {
      this.words = words;
      this.files = files;
      this.unary = unary;
    }

    boolean whole() {
      switch (words.size()) {
        case 0 -> {
          return false;
        }
        case 1 -> {
          return !words.getFirst().isEmpty();
        }
        case 2 -> {
          return two();
        }
        case 3 -> {
          return three(words);
        }
        default -> {
          boolean value = or();
          if (pos < words.size()) {
            throw new Bad("too many arguments");
          }
          return value;
        }
      }
    }

    private boolean two() {
      if (words.getFirst().equals("!")) {
        return words.get(1).isEmpty();
      }
      if (!isUnary(words.getFirst())) {
        throw new Bad(words.getFirst() + ": unary operator expected");
      }
      return unary.test(words.getFirst(), words.get(1));
    }

    private boolean three(List<String> w) {
      String middle = w.get(1);
      if (isBinary(middle)) {
        return binary(w.get(0), middle, w.get(2));
      }
      if (middle.equals("-a")) {
        return !w.get(0).isEmpty() && !w.get(2).isEmpty();
      }
      if (middle.equals("-o")) {
        return !w.get(0).isEmpty() || !w.get(2).isEmpty();
      }
      if (w.get(0).equals("!")) {
        return !new Expression(w.subList(1, 3), files, unary).whole();
      }
      if (w.get(0).equals("(") && w.get(2).equals(")")) {
        return !middle.isEmpty();
      }
      throw new Bad(middle + ": binary operator expected");
    }

    private String take() {
      if (pos >= words.size()) {
        throw new Bad("argument expected");
      }
      return words.get(pos++);
    }

    private boolean looking(String word) {
      return pos < words.size() && words.get(pos).equals(word);
    }

    private boolean or() {
      boolean value = and();
      while (looking("-o")) {
        pos++;
        value |= and();
      }
      return value;
    }

    private boolean and() {
      boolean value = term();
      while (looking("-a")) {
        pos++;
        value &= term();
      }
      return value;
    }

    private boolean term() {
      String word = take();
      if (word.equals("!")) {
        return !term();
      }
      if (word.equals("(")) {
        boolean value = or();
        if (!looking(")")) {
          throw new Bad("`)' expected");
        }
        pos++;
        return value;
      }
      if (pos < words.size() && isBinary(words.get(pos))) {
        String operator = take();
        return binary(word, operator, take());
      }
      if (isUnary(word) && pos < words.size()) {
        return unary.test(word, take());
      }
      return !word.isEmpty();
    }

    private boolean binary(String left, String operator, String right) {
      return switch (operator) {
        case "=", "==" -> left.equals(right);
        case "!=" -> !left.equals(right);
        case "<" -> left.compareTo(right) < 0;
        case ">" -> left.compareTo(right) > 0;
        case "-nt", "-ot", "-ef" -> fileComparison(left, operator, right, files);
        default -> compare(integer(left), operator, integer(right));
      };
    }

    private long integer(String text) {
      try {
        return Long.parseLong(text.strip());
      } catch (NumberFormatException e) {
        throw new Bad(text + ": integer expression expected");
      }
    }
  }
}
