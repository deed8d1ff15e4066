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
  public record Typed(long position, long printed, String prompt, String line) {}

  public Terminal {
    typed = List.copyOf(typed);
  }

  Terminal with(Typed line) {
    List<Typed> more = new ArrayList<>(typed);
    more.add(line);
    return new Terminal(name, ns, task, more);
  }
}
