package vethlab.sim.fib;

/** The routing tables and rules of one namespace. */
public final class Fib {
  public Fib copy() {
    return new Fib();
  }
}
