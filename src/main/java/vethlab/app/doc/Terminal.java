package vethlab.app.doc;

import java.util.ArrayList;
import java.util.List;
import vethlab.op.Ns;

/**
 * A terminal in a namespace.
 *
 * @param task the session's number in the world
 * @param typed what was typed into it, in order
 */
public record Terminal(String name, Ns ns, int task, List<Typed> typed) {

  /**
   * A line that was typed.
   *
   * @param position of the timeline, just before
   * @param printed how many bytes the session had printed by then
   */
  public record Typed(long position, long printed, String prompt, String line) {
    /** The letter that Ctrl+C is. */
    static final char END_OF_TEXT = 3;

    /** The same, ended by Ctrl+C. */
    Typed interrupted() {
      return new Typed(position, printed, prompt, line + END_OF_TEXT);
    }

    /** Whether it ends with Ctrl+C, not with Enter. */
    public boolean isInterrupt() {
      return line.indexOf(END_OF_TEXT) >= 0;
    }

    /** As a terminal shows it. */
    public String shown() {
      return line.replace(Character.toString(END_OF_TEXT), "^C");
    }
  }

  public Terminal {
    typed = List.copyOf(typed);
  }

  /** What was typed to its end. */
  public List<Typed> lines() {
    return typed.stream().filter(each -> !each.isInterrupt()).toList();
  }

  Terminal with(Typed line) {
    List<Typed> more = new ArrayList<>(typed);
    more.add(line);
    return new Terminal(name, ns, task, more);
  }
}
