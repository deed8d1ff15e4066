package vethlab.shell.programs;

import vethlab.shell.Process;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.socket.Socket;

/**
 * The program that {@code ip vrf exec} hangs on a control group: every internet socket that is
 * opened there is bound to the VRF.
 */
public final class OfVrf {
  private OfVrf() {}

  public static void bind(Process process, Socket socket) {
    if (process.vrf() == 0) {
      return;
    }
    World world = process.world();
    Netns netns = world.netns(process.netns()).orElseThrow();
    world.inventory().deviceAt(netns, process.vrf()).ifPresent(vrf -> socket.boundDev = vrf.id);
  }
}
