package vethlab.lab.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import vethlab.lab.yaml.Problem.Severity;

/** Collects what is wrong with one file. */
public final class Problems {
  private final String file;
  private final List<Problem> found = new ArrayList<>();

  public Problems(String file) {
    this.file = file;
  }

  public void error(Node at, String message) {
    add(Severity.ERROR, at.getStartMark(), message);
  }

  public void warn(Node at, String message) {
    add(Severity.WARNING, at.getStartMark(), message);
  }

  public void error(int line, int column, String message) {
    found.add(new Problem(Severity.ERROR, file, line, column, message));
  }

  public void warn(int line, int column, String message) {
    found.add(new Problem(Severity.WARNING, file, line, column, message));
  }

  private void add(Severity severity, Optional<Mark> mark, String message) {
    int line = mark.map(m -> m.getLine() + 1).orElse(0);
    int column = mark.map(m -> m.getColumn() + 1).orElse(0);
    found.add(new Problem(severity, file, line, column, message));
  }

  public List<Problem> all() {
    return List.copyOf(found);
  }

  public boolean hasErrors() {
    return found.stream().anyMatch(Problem::isError);
  }
}
