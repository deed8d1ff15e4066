package vethlab.sim.ipv4;

import java.util.List;
import java.util.Optional;
import vethlab.sim.Netns;
import vethlab.sim.World;

/** Sysctls by their dotted key. Under construction. */
public final class SysctlViews {
  private SysctlViews() {}

  public static Optional<String> value(World world, Netns netns, String key) {
    return Optional.empty();
  }

  public static List<String> keys(World world, Netns netns) {
    return List.of();
  }
}
