package vethlab.sim.timeline;

import vethlab.op.Ns;
import vethlab.sim.Stage;
import vethlab.sim.trace.Row;
import vethlab.sim.trace.Step;
import vethlab.sim.trace.StepFilter;
import vethlab.sim.trace.Verdict;

/** Where a run shall stop. */
public sealed interface Breakpoint {
  boolean hit(Step step);

  /** Any packet in that namespace. */
  record AtNode(Ns ns) implements Breakpoint {
    @Override
    public boolean hit(Step step) {
      return step.ns().equals(ns);
    }
  }

  enum Direction {
    IN,
    OUT,
    BOTH
  }

  /** A frame on that interface. */
  record AtInterface(Ns ns, String device, Direction direction) implements Breakpoint {
    @Override
    public boolean hit(Step step) {
      if (!step.ns().equals(ns) || !step.device().equals(device)) {
        return false;
      }
      return switch (direction) {
        case IN -> step.stage() == Stage.RECEIVE;
        case OUT -> step.stage() == Stage.DRIVER;
        case BOTH -> step.stage() == Stage.RECEIVE || step.stage() == Stage.DRIVER;
      };
    }
  }

  /** A row decides: an iptables rule, a route. */
  record AtRow(Ns ns, Row row) implements Breakpoint {
    @Override
    public boolean hit(Step step) {
      return step.ns().equals(ns)
          && step.decided().table() == row.table()
          && step.decided().where().equals(row.where())
          && step.decided().text().equals(row.text());
    }
  }

  /** A packet dies. */
  record AtDrop() implements Breakpoint {
    @Override
    public boolean hit(Step step) {
      return step.verdict() instanceof Verdict.Dropped;
    }
  }

  /** NAT rewrites a packet. */
  record AtNat() implements Breakpoint {
    @Override
    public boolean hit(Step step) {
      return StepFilter.isNat(step);
    }
  }

  record AtFilter(StepFilter filter) implements Breakpoint {
    @Override
    public boolean hit(Step step) {
      return filter.matches(step);
    }
  }
}
