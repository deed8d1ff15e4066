package vethlab.lab.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.lab.Lab;
import vethlab.lab.LabOps;
import vethlab.lab.observe.Observer;
import vethlab.op.Op;
import vethlab.op.iptables.Ruleset;
import vethlab.sim.World;

/**
 * What the setup in session.sh makes and lab.yaml does not. The two say the same in a lab that is
 * whole, so this names what somebody took out.
 */
final class SetupDifference {
  private SetupDifference() {}

  /**
   * As the operations that would make it; none where the setup itself does not run.
   *
   * @param built what lab.yaml makes
   */
  static List<Op> missing(Lab lab, World built, String setup) {
    if (setup.isBlank()) {
      return List.of();
    }
    World world = new World();
    try {
      SimNetwork.play(world, setup);
    } catch (IOException _) {
      return List.of();
    }
    List<Op> missing = single(LabOps.build(Observer.lab(world.kernel(), lab)));
    single(LabOps.build(Observer.lab(built.kernel(), lab))).forEach(missing::remove);
    return missing;
  }

  /** Whole rulesets rule by rule. */
  private static List<Op> single(List<Op> ops) {
    List<Op> single = new ArrayList<>();
    for (Op op : ops) {
      if (op instanceof Op.IptRestore restore) {
        single.addAll(rules(restore));
      } else {
        single.add(op);
      }
    }
    return single;
  }

  private static List<Op> rules(Op.IptRestore restore) {
    List<Op> rules = new ArrayList<>();
    for (Ruleset.Table table : restore.ruleset().tables()) {
      for (Ruleset.Chain chain : table.chains()) {
        policy(chain)
            .ifPresent(policy ->
                rules.add(new Op.IptPolicy(restore.ns(), table.name(), chain.name(), policy)));
        chain
            .rules()
            .forEach(rule ->
                rules.add(new Op.IptAppend(restore.ns(), table.name(), chain.name(), rule)));
      }
    }
    return rules;
  }

  private static Optional<String> policy(Ruleset.Chain chain) {
    return chain.policy().equals("DROP") ? Optional.of("DROP") : Optional.empty();
  }
}
