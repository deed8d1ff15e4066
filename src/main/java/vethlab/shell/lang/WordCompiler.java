package vethlab.shell.lang;

import java.util.List;
import java.util.Optional;
import vethlab.shell.lang.Word.Assignment;
import vethlab.shell.lang.Word.Operation;
import vethlab.shell.lang.Word.Part;
import vethlab.shell.lang.Word.Subscript;

/** Makes the instructions that expand words; results are left on the shell's stack. */
final class WordCompiler {

  /** How pieces go into the word that is being made. */
  private enum Context {
    /** A word of its own: results are split, the script's text is not. */
    WORD,
    /** The operand of an unquoted expansion: all of it is split. */
    OPERAND,
    /** Nothing is split. */
    QUOTED
  }

  private final Code.Builder out;

  WordCompiler(Code.Builder out) {
    this.out = out;
  }

  /** Leaves a list of fields. */
  void fields(List<Word> words) {
    out.add(shell -> shell.stack.begin(Expansion.Mode.FIELDS));
    words.forEach(this::field);
    out.add(shell -> shell.stack.endFields());
  }

  private void field(Word word) {
    if (word.assignment().isPresent()) {
      assignmentField(word, word.assignment().get());
      return;
    }
    String fixed = fixed(word.parts());
    if (!fixed.isEmpty()) {
      out.add(shell -> shell.stack.expansion().field(fixed));
      return;
    }
    parts(word.parts(), Context.WORD);
    out.add(Shell::endWord);
  }

  /** The text of a word that always expands to itself; empty for any other. */
  private static String fixed(List<Part> parts) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Part.Literal(String literal) when !Glob.isPattern(literal) -> text.append(literal);
        case Part.Quoted(String quoted) -> text.append(quoted);
        case Part.DoubleQuotes(List<Part> inner)
            when inner.size() == 1 && inner.getFirst() instanceof Part.Literal(String literal) ->
            text.append(literal);
        default -> {
          return "";
        }
      }
    }
    return text.toString();
  }

  /** {@code export a=$b}: an argument that looks like an assignment is one word where it is one. */
  private void assignmentField(Word word, Assignment assignment) {
    if (assignment.value() instanceof Assignment.Value.Elements) {
      out.add(shell -> shell.stack.expansion().field(assignment.name()));
      return;
    }
    Code.Label plain = new Code.Label();
    Code.Label end = new Code.Label();
    out.add(shell -> {
      if (!shell.expandsAssignments()) {
        shell.pc = plain.at();
      }
    });
    parts(word.parts(), Context.QUOTED);
    out.add(shell -> shell.stack.expansion().endWord());
    out.jump(end);
    out.place(plain);
    parts(word.parts(), Context.WORD);
    out.add(Shell::endWord);
    out.place(end);
  }

  /** Leaves one string. */
  void value(Word word) {
    string(word, Expansion.Mode.VALUE);
  }

  void pattern(Word word) {
    string(word, Expansion.Mode.PATTERN);
  }

  void regex(Word word) {
    string(word, Expansion.Mode.REGEX);
  }

  private void string(Word word, Expansion.Mode mode) {
    String fixed = mode == Expansion.Mode.VALUE ? fixed(word.parts()) : "";
    if (!fixed.isEmpty() || word.parts().isEmpty()) {
      out.add(shell -> shell.stack.push(fixed));
      return;
    }
    out.add(shell -> shell.stack.begin(mode));
    parts(word.parts(), Context.WORD);
    out.add(shell -> shell.stack.endValue());
  }

  /** Leaves a {@link Mark.Elements}. */
  void assigned(Assignment.Value value) {
    switch (value) {
      case Assignment.Value.Scalar(Word word) -> {
        value(word);
        out.add(shell -> shell.stack.push(Mark.Elements.text(shell.stack.popText())));
      }
      case Assignment.Value.Elements(List<Assignment.Element> elements, String text) -> {
        out.add(shell -> shell.stack.push(new Mark.Elements(true, List.of(), text)));
        elements.forEach(this::element);
      }
    }
  }

  private void element(Assignment.Element element) {
    if (element.key().isPresent()) {
      value(element.key().get());
      value(element.value());
      out.add(shell -> {
        String text = shell.stack.popText();
        String key = shell.stack.popText();
        shell.stack.addElements(List.of(new Mark.Element(Optional.of(key), text)));
      });
      return;
    }
    fields(List.of(element.value()));
    out.add(shell ->
        shell.stack.addElements(
            shell.stack.popFields().stream()
                .map(text -> new Mark.Element(Optional.empty(), text))
                .toList()));
  }

  // ---- parts

  private void parts(List<Part> parts, Context context) {
    parts.forEach(part -> part(part, context));
  }

  private void part(Part part, Context context) {
    boolean quoted = context == Context.QUOTED;
    switch (part) {
      case Part.Literal(String text) -> literal(text, context);
      case Part.Quoted(String text) -> out.add(shell -> shell.stack.expansion().quoted(text));
      case Part.DoubleQuotes(List<Part> inner) -> {
        if (inner.stream().noneMatch(WordCompiler::isList)) {
          out.add(shell -> shell.stack.expansion().quoted(""));
        }
        parts(inner, Context.QUOTED);
      }
      case Part.Parameter parameter -> parameter(parameter, context);
      case Part.Substitution(Node body, int line) -> {
        substitution(body);
        out.add(shell -> shell.addResult(shell.stack.popText(), quoted));
      }
      case Part.Arithmetic(Word expression) -> {
        value(expression);
        out.add(shell -> shell.addResult("" + shell.evaluate(shell.stack.popText()), quoted));
      }
      case Part.ProcessFile file -> {
        Code code = Compiler.child(file.body());
        out.add(shell ->
            shell.stack.expansion().quoted(shell.children.openProcess(code, file.direction())));
      }
      case Part.Tilde(String user) ->
          out.add(shell -> shell.stack.expansion().quoted(shell.home(user)));
    }
  }

  private void literal(String text, Context context) {
    switch (context) {
      case WORD -> out.add(shell -> shell.stack.expansion().literal(text));
      case OPERAND -> out.add(shell -> shell.stack.expansion().split(text, " \t\n"));
      case QUOTED -> out.add(shell -> shell.stack.expansion().quoted(text));
    }
  }

  private static boolean isList(Part part) {
    return part instanceof Part.Parameter p
        && (p.name().equals("@")
            || p.subscript() instanceof Subscript.At
            || p.operation() instanceof Operation.Names);
  }

  private void substitution(Node body) {
    if (body instanceof Node.Simple simple
        && simple.words().isEmpty()
        && simple.assignments().isEmpty()
        && simple.redirects().size() == 1
        && simple.redirects().getFirst().operator().equals("<")) {
      value(simple.redirects().getFirst().target());
      out.add(shell -> shell.stack.push(shell.children.readFile(shell.stack.popText())));
      return;
    }
    Code code = Compiler.child(body);
    out.add(shell -> shell.children.substitute(code));
    out.add(shell -> shell.stack.push(shell.children.captured()));
  }

  // ---- parameters

  private void parameter(Part.Parameter p, Context context) {
    boolean quoted = context == Context.QUOTED;
    boolean indexed = p.subscript() instanceof Subscript.Index;
    if (p.subscript() instanceof Subscript.Index(Word expression)) {
      value(expression);
    }
    switch (p.operation()) {
      case Operation.Plain plain -> {
        if (indexed) {
          out.add(shell -> shell.parameters.element(p.name(), shell.stack.popText(), quoted));
        } else {
          out.add(shell -> shell.parameters.plain(p.name(), p.subscript(), quoted));
        }
      }
      case Operation.Substitute substitute -> substitute(p, substitute, context);
      case Operation.Trim trim -> {
        pattern(trim.pattern());
        out.add(shell -> {
          String pattern = shell.stack.popText();
          shell.parameters.each(p, quoted, text -> Trimming.trim(trim.kind(), text, pattern));
        });
      }
      case Operation.Replace replace -> {
        pattern(replace.pattern());
        value(replace.replacement());
        out.add(shell -> {
          String with = shell.stack.popText();
          String pattern = shell.stack.popText();
          shell.parameters.each(
              p, quoted, text -> Trimming.replace(replace.kind(), text, pattern, with));
        });
      }
      case Operation.Case change -> {
        pattern(change.pattern());
        out.add(shell -> {
          String pattern = shell.stack.popText();
          shell.parameters.each(
              p, quoted, text -> Trimming.changeCase(change.kind(), text, pattern));
        });
      }
      case Operation.Slice slice -> {
        value(slice.offset());
        slice.length().ifPresent(this::value);
        boolean limited = slice.length().isPresent();
        out.add(shell -> shell.parameters.slice(p, limited, quoted));
      }
      case Operation.Length length -> out.add(shell -> shell.parameters.length(p, quoted));
      case Operation.Indirect indirect ->
          out.add(shell -> shell.parameters.indirect(p.name(), quoted));
      case Operation.Keys keys -> out.add(shell -> shell.parameters.keys(p, quoted));
      case Operation.Names names -> out.add(shell -> shell.parameters.names(p.name(), quoted));
      case Operation.Transform(char kind) ->
          out.add(shell -> shell.parameters.transform(p, kind, quoted));
    }
  }

  private void substitute(Part.Parameter p, Operation.Substitute s, Context context) {
    Code.Label usable = new Code.Label();
    Code.Label end = new Code.Label();
    boolean quoted = context == Context.QUOTED;
    out.add(shell -> {
      if (shell.parameters.isUsable(p, s.colon())) {
        shell.pc = usable.at();
      }
    });
    switch (s.kind()) {
      case '-' -> {
        out.add(shell -> shell.parameters.dropKey(p));
        operand(s.word(), context);
        out.jump(end);
      }
      case '+' -> {
        out.add(shell -> shell.parameters.dropKey(p));
        out.jump(end);
      }
      case '=' -> {
        value(s.word());
        out.add(shell -> shell.parameters.assignDefault(p, quoted));
        out.jump(end);
      }
      default -> {
        value(s.word());
        out.add(shell -> shell.parameters.complain(p, s.colon()));
      }
    }
    out.place(usable);
    if (s.kind() == '+') {
      out.add(shell -> shell.parameters.dropKey(p));
      operand(s.word(), context);
    } else {
      out.add(shell -> shell.parameters.each(p, quoted, text -> text));
    }
    out.place(end);
  }

  private void operand(Word word, Context context) {
    parts(word.parts(), context == Context.QUOTED ? Context.QUOTED : Context.OPERAND);
  }
}
