package vethlab.sim.trace;

import java.util.Arrays;
import java.util.List;

/**
 * A sentence that says why, as a key of the bundle {@code vethlab/sim/why.properties} and its
 * arguments, so that it can be read in each language.
 */
public record Why(String key, List<Object> arguments) {
  public static final Why NOTHING = new Why("", List.of());

  public static Why of(String key, Object... arguments) {
    return new Why(key, List.copyOf(Arrays.asList(arguments)));
  }
}
