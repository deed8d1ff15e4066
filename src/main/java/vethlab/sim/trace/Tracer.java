package vethlab.sim.trace;

/** Who listens to steps. */
@FunctionalInterface
public interface Tracer {
  Tracer NOBODY = step -> {};

  void step(Step step);
}
