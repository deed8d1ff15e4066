package vethlab.app.real;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import vethlab.app.model.Screen.Line;
import vethlab.op.Ns;

/**
 * A terminal in a real namespace: what was typed and printed. Each line is run by a bash of its
 * own.
 */
public final class RealTerminal {
  private static final int MOST_LINES = 5_000;

  private final Ns ns;
  private final List<Line> lines = new ArrayList<>();
  private final List<String> history = new ArrayList<>();
  private final StringBuilder open = new StringBuilder();
  private boolean running;
  private long began;
  private OptionalLong ran = OptionalLong.empty();

  RealTerminal(Ns ns) {
    this.ns = ns;
  }

  public Ns ns() {
    return ns;
  }

  public String prompt() {
    return running ? "" : ns + " # ";
  }

  /** Whether what was typed last still runs. */
  public boolean isRunning() {
    return running;
  }

  public List<String> history() {
    return history;
  }

  /** What it shows, the line that is being printed included. */
  public List<Line> lines() {
    List<Line> all = new ArrayList<>(lines);
    if (!open.isEmpty()) {
      all.add(printed(open.toString()));
    }
    return all;
  }

  void typed(String line) {
    history.add(line);
    show(line);
    running = true;
    began = System.nanoTime();
    ran = OptionalLong.empty();
  }

  private void show(String line) {
    String prompt = prompt();
    for (String each : line.split("\n", -1)) {
      add(new Line(prompt + each, Line.Kind.TYPED, prompt.length()));
    }
  }

  /** What was begun at the prompt is given up. */
  void givenUp(String begun) {
    show(begun + "^C");
  }

  private static Line printed(String text) {
    return new Line(text, Line.Kind.PRINTED, 0);
  }

  void interrupted() {
    open.append("^C");
    ran = OptionalLong.of(System.nanoTime() - began);
  }

  /** How long what was typed last ran until it was interrupted, in nanoseconds. */
  OptionalLong limit() {
    return ran;
  }

  void printed(byte[] bytes) {
    open.append(new String(bytes, StandardCharsets.UTF_8).replace("\r", ""));
    int end = open.indexOf("\n");
    while (end >= 0) {
      add(printed(open.substring(0, end)));
      open.delete(0, end + 1);
      end = open.indexOf("\n");
    }
  }

  void ended() {
    running = false;
    endOpen();
  }

  private void endOpen() {
    if (!open.isEmpty()) {
      printed("\n".getBytes(StandardCharsets.UTF_8));
    }
  }

  private void add(Line line) {
    lines.add(line);
    if (lines.size() > MOST_LINES) {
      lines.subList(0, MOST_LINES / 10).clear();
    }
  }
}
