package vethlab.cli.bench;

import java.nio.charset.StandardCharsets;
import vethlab.shell.Limits;
import vethlab.sim.World;

/** Worlds in which a script is about to begin. */
final class Sessions {
  private Sessions() {}

  static World started(String script) {
    World world = new World();
    int task =
        world.spawn(
            vethlab.shell.Scripts.session(
                "bench.sh", script.getBytes(StandardCharsets.UTF_8), Limits.USUAL));
    world.wakeAt(0, task, 0);
    return world;
  }
}
