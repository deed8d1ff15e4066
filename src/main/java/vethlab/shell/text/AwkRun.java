package vethlab.shell.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vethlab.shell.FileException;
import vethlab.shell.Process;
import vethlab.shell.text.Awk.Expr;
import vethlab.shell.text.Awk.Stmt;

/** Runs an awk program over records; functions of the language are in {@link AwkFunctions}. */
final class AwkRun {

  /** Why a statement did not simply end. */
  private enum Flow {
    ON,
    BREAK,
    CONTINUE,
    NEXT,
    EXIT,
    RETURN
  }

  private static final long MOST_LOOPS = 20_000_000;
  private static final int DEEPEST = 500;

  final Awk program;
  final AwkRecord current;
  private final Map<String, AwkValue> variables;
  private final Map<String, Map<String, AwkValue>> arrays;
  private final boolean[] inRange;
  private final List<String> written;
  private List<Map<String, Object>> frames = new ArrayList<>();
  private AwkValue returned = AwkValue.UNSET;
  private long loops;
  private boolean exited;
  private boolean beginning;

  /** The records behind the current one, where the program reads ahead. */
  final ArrayDeque<String> ahead;

  private int status;
  long seed = 1;
  Process process;

  AwkRun(Awk program) {
    this.program = program;
    current = new AwkRecord();
    ahead = new ArrayDeque<>();
    variables = new LinkedHashMap<>();
    arrays = new LinkedHashMap<>();
    inRange = new boolean[program.rules().size()];
    written = new ArrayList<>();
    variables.put("FS", new AwkValue.Text(" "));
    variables.put("OFS", new AwkValue.Text(" "));
    variables.put("ORS", new AwkValue.Text("\n"));
    variables.put("RS", new AwkValue.Text("\n"));
    variables.put("SUBSEP", new AwkValue.Text("\u001c"));
    variables.put("NR", AwkValue.ZERO);
    variables.put("FNR", AwkValue.ZERO);
  }

  private AwkRun(AwkRun other) {
    program = other.program;
    current = other.current.copy();
    ahead = new ArrayDeque<>(other.ahead);
    variables = new LinkedHashMap<>(other.variables);
    arrays = new LinkedHashMap<>();
    other.arrays.forEach((name, array) -> arrays.put(name, new LinkedHashMap<>(array)));
    inRange = other.inRange.clone();
    written = new ArrayList<>(other.written);
    loops = other.loops;
    exited = other.exited;
    status = other.status;
    seed = other.seed;
  }

  /** A copy between two records. */
  AwkRun copy() {
    return new AwkRun(this);
  }

  boolean hasExited() {
    return exited;
  }

  int status() {
    return status;
  }

  void begin() {
    beginning = true;
    for (Stmt stmt : program.begin()) {
      if (!exited) {
        run(stmt);
      }
    }
    beginning = false;
  }

  void record(String line) {
    current.set(line);
    countRecord();
    for (int i = 0; i < program.rules().size() && !exited; i++) {
      Awk.Rule rule = program.rules().get(i);
      if (!applies(rule, i)) {
        continue;
      }
      Flow flow = Flow.ON;
      if (rule.action().isPresent()) {
        flow = run(rule.action().get());
      } else {
        process.out().print(current.get(0, "").text() + get("ORS").text());
      }
      if (flow == Flow.NEXT) {
        return;
      }
    }
  }

  private boolean applies(Awk.Rule rule, int index) {
    if (rule.pattern().isEmpty()) {
      return true;
    }
    if (rule.until().isEmpty()) {
      return value(rule.pattern().get()).isTrue();
    }
    if (!inRange[index] && !value(rule.pattern().get()).isTrue()) {
      return false;
    }
    inRange[index] = !value(rule.until().get()).isTrue();
    return true;
  }

  void end() {
    exited = false;
    for (Stmt stmt : program.end()) {
      if (!exited) {
        run(stmt);
      }
    }
  }

  // ---- variables

  String separator() {
    return get("FS").text();
  }

  AwkValue get(String name) {
    if (name.equals("NF")) {
      return new AwkValue.Num(current.count(separator()));
    }
    if (!frames.isEmpty() && frames.getLast().containsKey(name)) {
      return frames.getLast().get(name) instanceof AwkValue value ? value : AwkValue.UNSET;
    }
    return variables.getOrDefault(name, AwkValue.UNSET);
  }

  void set(String name, AwkValue value) {
    if (name.equals("NF")) {
      current.setCount((int) value.number(), separator(), get("OFS").text());
    } else if (!frames.isEmpty() && frames.getLast().containsKey(name)) {
      frames.getLast().put(name, value);
    } else {
      variables.put(name, value);
    }
  }

  @SuppressWarnings("unchecked")
  Map<String, AwkValue> array(String name) {
    if (!frames.isEmpty() && frames.getLast().containsKey(name)) {
      if (!(frames.getLast().get(name) instanceof Map)) {
        frames.getLast().put(name, new LinkedHashMap<String, AwkValue>());
      }
      return (Map<String, AwkValue>) frames.getLast().get(name);
    }
    return arrays.computeIfAbsent(name, key -> new LinkedHashMap<>());
  }

  private String key(List<Expr> index) {
    StringBuilder key = new StringBuilder();
    for (Expr e : index) {
      key.append(key.isEmpty() ? "" : get("SUBSEP").text()).append(value(e).text());
    }
    return key.toString();
  }

  private FilterCommand.Usage problem(String message) {
    return new FilterCommand.Usage(message);
  }

  // ---- statements

  private Flow run(Stmt stmt) {
    if (++loops > MOST_LOOPS) {
      throw problem("the program has run " + MOST_LOOPS + " statements");
    }
    return switch (stmt) {
      case Stmt.Block(List<Stmt> list) -> block(list);
      case Stmt.Print print -> print(print);
      case Stmt.Run(Expr expr) -> {
        value(expr);
        yield Flow.ON;
      }
      case Stmt.If branch -> {
        if (value(branch.test()).isTrue()) {
          yield run(branch.yes());
        }
        yield branch.no().isPresent() ? run(branch.no().get()) : Flow.ON;
      }
      case Stmt.While(Expr test, Stmt body) -> loop(Optional.of(test), body, Optional.empty());
      case Stmt.Do(Stmt body, Expr test) -> {
        Flow flow = run(body);
        yield flow == Flow.ON || flow == Flow.CONTINUE
            ? loop(Optional.of(test), body, Optional.empty())
            : flow == Flow.BREAK ? Flow.ON : flow;
      }
      case Stmt.For loop -> {
        loop.first().ifPresent(this::run);
        yield loop(loop.test(), loop.body(), loop.step());
      }
      case Stmt.ForIn loop -> forIn(loop);
      case Stmt.Delete(String array, List<Expr> index) -> {
        if (index.isEmpty()) {
          array(array).clear();
        } else {
          array(array).remove(key(index));
        }
        yield Flow.ON;
      }
      case Stmt.Jump jump -> jump(jump);
    };
  }

  private Flow block(List<Stmt> list) {
    for (Stmt stmt : list) {
      Flow flow = run(stmt);
      if (flow != Flow.ON) {
        return flow;
      }
    }
    return Flow.ON;
  }

  private Flow loop(Optional<Expr> test, Stmt body, Optional<Stmt> step) {
    while (test.isEmpty() || value(test.get()).isTrue()) {
      Flow flow = run(body);
      if (flow == Flow.BREAK) {
        break;
      }
      if (flow != Flow.ON && flow != Flow.CONTINUE) {
        return flow;
      }
      step.ifPresent(this::run);
    }
    return Flow.ON;
  }

  private Flow forIn(Stmt.ForIn loop) {
    for (String key : List.copyOf(array(loop.array()).keySet())) {
      set(loop.variable(), new AwkValue.Input(key));
      Flow flow = run(loop.body());
      if (flow == Flow.BREAK) {
        break;
      }
      if (flow != Flow.ON && flow != Flow.CONTINUE) {
        return flow;
      }
    }
    return Flow.ON;
  }

  private Flow jump(Stmt.Jump jump) {
    return switch (jump.word()) {
      case "break" -> Flow.BREAK;
      case "continue" -> Flow.CONTINUE;
      case "next" -> Flow.NEXT;
      case "return" -> {
        returned = jump.value().map(this::value).orElse(AwkValue.UNSET);
        yield Flow.RETURN;
      }
      default -> {
        jump.value().ifPresent(e -> status = (int) value(e).number() & 0xff);
        exited = true;
        yield Flow.EXIT;
      }
    };
  }

  private Flow print(Stmt.Print print) {
    List<String> texts = new ArrayList<>();
    String line;
    if (print.formatted()) {
      List<AwkValue> values = print.values().stream().map(this::value).toList();
      line = AwkFunctions.format(values);
    } else {
      print.values().forEach(e -> texts.add(value(e).text()));
      String all =
          texts.isEmpty() ? current.get(0, "").text() : String.join(get("OFS").text(), texts);
      line = all + get("ORS").text();
    }
    if (print.target().isEmpty()) {
      process.out().print(line);
    } else {
      write(value(print.target().get()).text(), line, print.redirect());
    }
    return Flow.ON;
  }

  private void write(String file, String line, char redirect) {
    switch (file) {
      case "/dev/stderr" -> process.err().print(line);
      case "/dev/stdout", "-" -> process.out().print(line);
      default -> {
        try {
          if (redirect == '>' && !written.contains(file)) {
            process.files().write(file, line);
          } else {
            process.files().append(file, line);
          }
          written.add(file);
        } catch (FileException e) {
          throw problem("can't redirect to " + file + " (" + e.getMessage() + ")");
        }
      }
    }
  }

  // ---- expressions

  AwkValue value(Expr expr) {
    return switch (expr) {
      case Expr.Number(double value) -> new AwkValue.Num(value);
      case Expr.Text(String text) -> new AwkValue.Text(text);
      case Expr.Regex(String source) ->
          AwkValue.of(AwkFunctions.pattern(source).matcher(current.get(0, "").text()).find());
      case Expr.Variable(String name) -> get(name);
      case Expr.Field(Expr number) -> current.get(fieldNumber(number), separator());
      case Expr.Element(String array, List<Expr> index) ->
          array(array).computeIfAbsent(key(index), key -> AwkValue.UNSET);
      case Expr.In(List<Expr> index, String array) ->
          AwkValue.of(array(array).containsKey(key(index)));
      case Expr.Assign assign -> assign(assign);
      case Expr.Step step -> {
        double old = value(step.place()).number();
        AwkValue changed = new AwkValue.Num(old + step.by());
        store(step.place(), changed);
        yield step.before() ? changed : new AwkValue.Num(old);
      }
      case Expr.Unary(char operator, Expr operand) -> {
        AwkValue value = value(operand);
        yield operator == '!'
            ? AwkValue.of(!value.isTrue())
            : new AwkValue.Num(operator == '-' ? -value.number() : value.number());
      }
      case Expr.Binary binary -> binary(binary);
      case Expr.Conditional(Expr test, Expr yes, Expr no) -> value(value(test).isTrue() ? yes : no);
      case Expr.Call(String name, List<Expr> arguments) -> call(name, arguments);
      case Expr.Group(Expr inner) -> value(inner);
      case Expr.NextRecord(Optional<Expr> place) -> nextRecord(place);
    };
  }

  private int fieldNumber(Expr number) {
    int n = (int) value(number).number();
    if (n < 0 || n > 100_000) {
      throw problem("attempt to access field " + n);
    }
    return n;
  }

  /** 1 for a record that was read, 0 where there is none left. */
  private AwkValue nextRecord(Optional<Expr> place) {
    if (beginning) {
      throw new FilterCommand.Usage("getline in BEGIN is not modelled here");
    }
    String line = ahead.poll();
    if (line == null) {
      return AwkValue.ZERO;
    }
    countRecord();
    if (place.isPresent()) {
      store(place.get(), new AwkValue.Input(line));
    } else {
      current.set(line);
    }
    return new AwkValue.Num(1);
  }

  private void countRecord() {
    variables.put("NR", new AwkValue.Num(get("NR").number() + 1));
    variables.put("FNR", new AwkValue.Num(get("FNR").number() + 1));
  }

  private AwkValue assign(Expr.Assign assign) {
    AwkValue right = value(assign.value());
    if (!assign.operator().equals("=")) {
      String operator = assign.operator().substring(0, 1);
      right =
          new AwkValue.Num(arithmetic(operator, value(assign.place()).number(), right.number()));
    }
    store(assign.place(), right);
    return right;
  }

  void store(Expr place, AwkValue value) {
    switch (place) {
      case Expr.Variable(String name) -> set(name, value);
      case Expr.Field(Expr number) ->
          current.set(fieldNumber(number), value.text(), separator(), get("OFS").text());
      case Expr.Element(String array, List<Expr> index) -> array(array).put(key(index), value);
      case Expr.Group(Expr inner) -> store(inner, value);
      default -> throw problem("syntax error: not a place to assign to");
    }
  }

  private AwkValue binary(Expr.Binary e) {
    switch (e.operator()) {
      case "&&" -> {
        return AwkValue.of(value(e.left()).isTrue() && value(e.right()).isTrue());
      }
      case "||" -> {
        return AwkValue.of(value(e.left()).isTrue() || value(e.right()).isTrue());
      }
      case "~", "!~" -> {
        String text = value(e.left()).text();
        boolean found = AwkFunctions.pattern(regex(e.right())).matcher(text).find();
        return AwkValue.of(found == e.operator().equals("~"));
      }
      default -> {}
    }
    AwkValue left = value(e.left());
    AwkValue right = value(e.right());
    return switch (e.operator()) {
      case " " -> new AwkValue.Text(left.text() + right.text());
      case "<" -> AwkValue.of(AwkValue.compare(left, right) < 0);
      case "<=" -> AwkValue.of(AwkValue.compare(left, right) <= 0);
      case "==" -> AwkValue.of(AwkValue.compare(left, right) == 0);
      case "!=" -> AwkValue.of(AwkValue.compare(left, right) != 0);
      case ">" -> AwkValue.of(AwkValue.compare(left, right) > 0);
      case ">=" -> AwkValue.of(AwkValue.compare(left, right) >= 0);
      default -> new AwkValue.Num(arithmetic(e.operator(), left.number(), right.number()));
    };
  }

  /** The source of a regular expression: written as one, or the value as text. */
  String regex(Expr expr) {
    return expr instanceof Expr.Regex(String source) ? source : value(expr).text();
  }

  private double arithmetic(String operator, double a, double b) {
    if ((operator.equals("/") || operator.equals("%")) && b == 0) {
      throw problem("division by zero");
    }
    return switch (operator) {
      case "+" -> a + b;
      case "-" -> a - b;
      case "*" -> a * b;
      case "/" -> a / b;
      case "%" -> a % b;
      default -> Math.pow(a, b);
    };
  }

  private AwkValue call(String name, List<Expr> arguments) {
    Awk.Function function = program.functions().get(name);
    if (function == null) {
      return AwkFunctions.call(this, name, arguments);
    }
    if (frames.size() > DEEPEST) {
      throw problem("functions call each other more than " + DEEPEST + " deep");
    }
    Map<String, Object> frame = new LinkedHashMap<>();
    for (int i = 0; i < function.parameters().size(); i++) {
      Object value = AwkValue.UNSET;
      if (i < arguments.size()) {
        value =
            arguments.get(i) instanceof Expr.Variable(String v) && isArray(v)
                ? array(v)
                : value(arguments.get(i));
      }
      frame.put(function.parameters().get(i), value);
    }
    frames.add(frame);
    returned = AwkValue.UNSET;
    run(function.body());
    frames.removeLast();
    AwkValue result = returned;
    returned = AwkValue.UNSET;
    return result;
  }

  private boolean isArray(String name) {
    if (!frames.isEmpty() && frames.getLast().containsKey(name)) {
      return frames.getLast().get(name) instanceof Map;
    }
    return arrays.containsKey(name) && !variables.containsKey(name);
  }
}
