package vethlab.sim.netdev;

import vethlab.op.Errno;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.sim.Netns;
import vethlab.sim.World;

/** Queueing disciplines on a link's root, by request: net/sched/sch_api.c tc_modify_qdisc. */
public final class QdiscControl {
  private QdiscControl() {}

  public static Result set(World world, Netns netns, Op.QdiscSet op) {
    return Refusal.resultOf(() -> {
      NetDevice dev = find(world, netns, op.dev());
      switch (op.qdisc()) {
        case vethlab.op.Qdisc.Netem netem -> set(world, dev, op, netem);
      }
    });
  }

  private static void set(World world, NetDevice dev, Op.QdiscSet op, vethlab.op.Qdisc.Netem netem)
      throws Refusal {
    if (!(dev.qdisc instanceof Netem there)) {
      if (op.verb() == Op.QdiscVerb.CHANGE) {
        throw new Refusal(Errno.ENOENT, "Qdisc not found. To create specify NLM_F_CREATE flag");
      }
      create(world, dev, op, netem);
      return;
    }
    boolean another = op.handle() != 0 && op.handle() != there.handle();
    switch (op.verb()) {
      case ADD ->
          throw new Refusal(
              Errno.EEXIST,
              another ? "NLM_F_REPLACE needed to override" : "Exclusivity flag on, cannot modify");
      case CHANGE -> {
        if (another) {
          throw new Refusal(Errno.EEXIST, "NLM_F_REPLACE needed to override");
        }
        there.change(netem);
      }
      case REPLACE -> {
        if (another) {
          create(world, dev, op, netem);
        } else {
          there.change(netem);
        }
      }
    }
  }

  private static void create(
      World world, NetDevice dev, Op.QdiscSet op, vethlab.op.Qdisc.Netem netem) {
    dev.qdisc.reset();
    dev.qdisc = new Netem(op.handle() != 0 ? op.handle() : world.nextQdiscHandle(), netem);
    dev.set(NetDevice.QDISC_ATTACHED);
  }

  public static Result delete(World world, Netns netns, Op.QdiscDel op) {
    return Refusal.resultOf(() -> {
      NetDevice dev = find(world, netns, op.dev());
      if (dev.qdisc == Qdisc.NONE) {
        throw new Refusal(Errno.ENOENT, "Cannot delete qdisc with handle of zero");
      }
      dev.qdisc.reset();
      dev.qdisc = Qdisc.NONE;
    });
  }

  private static NetDevice find(World world, Netns netns, String name) throws Refusal {
    return world.device(netns, name).orElseThrow(() -> new Refusal(Errno.ENODEV));
  }
}
