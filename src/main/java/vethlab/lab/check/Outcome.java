package vethlab.lab.check;

import java.util.List;
import vethlab.sim.trace.Step;

/** What asking a check gave. */
public sealed interface Outcome {
  Outcome HOLDS = new Holds();

  record Holds() implements Outcome {}

  /**
   * @param seen what was seen instead, the most important first
   */
  record Fails(List<Remark> seen) implements Outcome {}

  static Outcome fails(String key, Object... arguments) {
    return new Fails(List.of(Remark.of(key, arguments)));
  }

  default boolean holds() {
    return this instanceof Holds;
  }

  /** One sentence of a failure. */
  sealed interface Remark {
    /**
     * @param key of the bundle {@code vethlab/lab/check}
     */
    record Said(String key, List<Object> arguments) implements Remark {}

    /** The step that decided: it can be shown. */
    record AtStep(Step step) implements Remark {}

    static Remark of(String key, Object... arguments) {
      return new Said(key, List.of(arguments));
    }
  }
}
