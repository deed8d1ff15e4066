package vethlab.shell.lang;

import java.util.LinkedHashMap;
import java.util.TreeMap;

/** Assignments to variables, elements and whole arrays. */
final class Assigning {
  private final Shell shell;

  Assigning(Shell shell) {
    this.shell = shell;
  }

  void assign(Mark.Assigned a) {
    Variable old = shell.variables.get(a.name());
    if (old.readOnly()) {
      throw ShellError.discarding(a.name() + ": readonly variable");
    }
    Variable changed;
    if (a.value().array()) {
      changed = array(old, a);
    } else {
      String text = a.value().list().getFirst().text();
      changed = a.key().isPresent() ? element(old, a, text) : scalar(old, a, text);
    }
    if (shell.options.contains(Option.ALLEXPORT)) {
      changed = changed.exporting(true);
    }
    told(a.name(), changed);
    shell.variables.put(a.name(), changed);
  }

  private void told(String name, Variable changed) {
    if (name.equals("RANDOM")) {
      shell.random = shell.evaluate(changed.text().orElse("1")) & 0x7fffffff;
    }
  }

  private Variable scalar(Variable old, Mark.Assigned a, String text) {
    return old.withText(joined(old, old.text().orElse(""), text, a.append()));
  }

  private String joined(Variable old, String before, String text, boolean append) {
    if (old.integer()) {
      long value = shell.evaluate(text);
      return "" + (append ? shell.evaluate(before) + value : value);
    }
    return append ? before + text : text;
  }

  private Variable element(Variable old, Mark.Assigned a, String text) {
    String key = shell.parameters.key(a.name(), a.key().get());
    if (key.startsWith("-") && !old.isAssociative()) {
      TreeMap<Long, String> elements = old.indexed();
      long index = (elements.isEmpty() ? 0 : elements.lastKey() + 1) + Long.parseLong(key);
      if (index < 0) {
        throw ShellError.discarding(a.name() + "[" + a.key().get() + "]: bad array subscript");
      }
      key = "" + index;
    }
    return old.withElement(key, joined(old, old.element(key).orElse(""), text, a.append()));
  }

  private Variable array(Variable old, Mark.Assigned a) {
    if (old.isAssociative()) {
      var elements = new LinkedHashMap<String, String>();
      if (a.append() && old.value() instanceof Variable.Value.Associative before) {
        elements.putAll(before.elements());
      }
      a.value().list().forEach(e -> elements.put(e.key().orElse("0"), e.text()));
      return old.with(new Variable.Value.Associative(elements));
    }
    TreeMap<Long, String> elements = a.append() ? old.indexed() : new TreeMap<>();
    long next = elements.isEmpty() ? 0 : elements.lastKey() + 1;
    for (Mark.Element e : a.value().list()) {
      if (e.key().isPresent()) {
        next = shell.evaluate(e.key().get());
      }
      elements.put(next++, e.text());
    }
    return old.with(new Variable.Value.Indexed(elements));
  }
}
