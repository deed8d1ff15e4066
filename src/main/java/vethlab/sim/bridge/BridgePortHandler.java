package vethlab.sim.bridge;

import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.netdev.RxHandler;

/**
 * What arrives on a port is the bridge's: br_input.c br_get_rx_handler.
 *
 * @param bridge NetDevice id
 * @param number the port's
 */
record BridgePortHandler(int bridge, int number) implements RxHandler {
  @Override
  public RxHandler copy() {
    return this;
  }

  @Override
  public Stage receive(World world, NetDevice dev, Skb skb) {
    return Stage.BRIDGE_INPUT;
  }
}
