package vethlab.sim.netdev;

import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;

/**
 * Takes the frames that arrive on a device before the protocols do: dev->rx_handler of a bridge
 * port, of a macvlan's parent, of a vrf's member.
 */
public interface RxHandler {
  RxHandler NONE =
      new RxHandler() {
        @Override
        public RxHandler copy() {
          return this;
        }

        @Override
        public Stage receive(World world, NetDevice dev, Skb skb) {
          return Stage.PROTOCOL;
        }
      };

  RxHandler copy();

  Stage receive(World world, NetDevice dev, Skb skb);
}
