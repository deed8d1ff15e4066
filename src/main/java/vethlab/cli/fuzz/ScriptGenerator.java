package vethlab.cli.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * A random script from a seed: a small topology, some mistakes, some rules, then probes and tables.
 * Each line stands alone, so that lines may be taken out to find a smaller script that differs too.
 */
public final class ScriptGenerator {
  private ScriptGenerator() {}

  /** The lines of the script of a seed. */
  public static List<String> script(long seed) {
    Draft draft = new Draft(seed);
    Mistakes mistakes = new Mistakes(draft);
    Firewall firewall = new Firewall(draft);
    Probes probes = new Probes(draft);
    new Topologies(draft).make();
    mistakes.make(draft.below(4));
    firewall.make(draft.chance(65) ? draft.below(5) : 0);
    draft.add("sleep 0.3");
    probes.send(2 + draft.below(4));
    if (draft.chance(30)) {
      mistakes.make(1);
      firewall.make(draft.below(2));
      probes.send(1 + draft.below(2));
    }
    probes.look();
    return draft.lines();
  }

  /**
   * The same with time between the lines, and at the end enough for the last questions of ARP: what
   * happens must not depend on it.
   */
  public static List<String> spaced(List<String> lines) {
    List<String> spaced = new ArrayList<>();
    for (String line : lines) {
      spaced.add(line);
      spaced.add("sleep 0.05");
    }
    spaced.add("sleep 2.6");
    return spaced;
  }
}
