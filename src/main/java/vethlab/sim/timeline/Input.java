package vethlab.sim.timeline;

import vethlab.sim.World;

/**
 * Something done to the world from outside (a line typed, a gesture's Op). It is a value and does
 * the same each time, for it is done again whenever its moment is run again.
 */
@FunctionalInterface
public interface Input {
  void apply(World world);
}
