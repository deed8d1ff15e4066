package vethlab.sim.netfilter;

/** A match, ready to be asked. */
@FunctionalInterface
interface RuleTest {
  boolean test(Evaluation e);
}
