package vethlab.shell.lang;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The variables of a shell: the global ones and, over them, those local to each function that runs
 * and those set for one command. A copy shares the maps until one side writes.
 */
final class Variables {

  private enum Of {
    FUNCTION,
    COMMAND
  }

  private static final class Scope {
    final Of of;
    final Map<String, Variable> map;
    boolean shared;

    Scope(Of of, Map<String, Variable> map) {
      this.of = of;
      this.map = map;
    }
  }

  private final ArrayList<Scope> scopes;

  Variables() {
    scopes = new ArrayList<>();
    scopes.add(new Scope(Of.FUNCTION, new LinkedHashMap<>()));
  }

  private Variables(Variables other) {
    scopes = new ArrayList<>(other.scopes);
    scopes.forEach(scope -> scope.shared = true);
  }

  Variables copy() {
    return new Variables(this);
  }

  private Map<String, Variable> writable(int i) {
    Scope scope = scopes.get(i);
    if (scope.shared) {
      scope = new Scope(scope.of, new LinkedHashMap<>(scope.map));
      scopes.set(i, scope);
    }
    return scope.map;
  }

  /** Adds a function's scope. */
  void push() {
    scopes.add(new Scope(Of.FUNCTION, new LinkedHashMap<>()));
  }

  /** Adds the scope of one command; its number is for {@link #remove}. */
  int pushForCommand(Map<String, Variable> assigned) {
    scopes.add(new Scope(Of.COMMAND, new LinkedHashMap<>(assigned)));
    return scopes.size() - 1;
  }

  /** Takes out a scope though others may lie over it. */
  void remove(int scope) {
    scopes.remove(scope);
  }

  void pop() {
    scopes.removeLast();
  }

  boolean inFunction() {
    return innermost() > 0;
  }

  /** The scope of the function that runs, or the global one. */
  private int innermost() {
    int i = scopes.size() - 1;
    while (scopes.get(i).of == Of.COMMAND) {
      i--;
    }
    return i;
  }

  private int scopeOf(String name) {
    for (int i = scopes.size() - 1; i >= 0; i--) {
      if (scopes.get(i).map.containsKey(name)) {
        return i;
      }
    }
    return -1;
  }

  Variable get(String name) {
    int scope = scopeOf(name);
    return scope < 0 ? Variable.UNSET : scopes.get(scope).map.get(name);
  }

  Optional<String> text(String name) {
    return get(name).text();
  }

  /** Changes a variable where it is visible, or makes it global. */
  void put(String name, Variable variable) {
    writable(Math.max(0, scopeOf(name))).put(name, variable);
  }

  /** What was assigned for this command alone stays: {@code V=7 export V}. */
  void keep(String name) {
    int scope = scopeOf(name);
    if (scope > 0 && scopes.get(scope).of == Of.COMMAND) {
      Variable variable = writable(scope).remove(name);
      put(name, variable);
    }
  }

  void set(String name, String text) {
    put(name, get(name).withText(text));
  }

  /** A variable of the innermost function. */
  void local(String name, Variable variable) {
    writable(innermost()).put(name, variable);
  }

  boolean isLocal(String name) {
    return scopes.get(innermost()).map.containsKey(name);
  }

  void global(String name, Variable variable) {
    writable(0).put(name, variable);
  }

  void unset(String name) {
    int scope = scopeOf(name);
    if (scope > 0) {
      writable(scope).put(name, Variable.UNSET);
    } else if (scope == 0) {
      writable(0).remove(name);
    }
  }

  /** The names of set variables, sorted. */
  List<String> names() {
    TreeSet<String> names = new TreeSet<>();
    for (Scope scope : scopes) {
      names.addAll(scope.map.keySet());
    }
    return new ArrayList<>(names);
  }

  /** The exported ones. */
  Map<String, String> environment() {
    TreeMap<String, String> environment = new TreeMap<>();
    for (Scope scope : scopes) {
      scope.map.forEach((name, variable) -> {
        environment.remove(name);
        if (variable.exported()) {
          variable.text().ifPresent(text -> environment.put(name, text));
        }
      });
    }
    return environment;
  }
}
