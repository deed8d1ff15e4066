package vethlab.sim;

/** What happens when a moment comes. An alarm is a value: it names things by id and may be late. */
@FunctionalInterface
public interface Alarm {
  void fire(World world);
}
