package vethlab.sim.netdev;

import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;

/** What stands between dev_queue_xmit and the driver; usually nothing. */
public interface Qdisc {
  Qdisc NONE =
      new Qdisc() {
        @Override
        public Qdisc copy() {
          return this;
        }

        @Override
        public Stage enqueue(World world, NetDevice dev, Skb skb) {
          return Stage.DRIVER;
        }
      };

  Qdisc copy();

  /** {@link Stage#DRIVER} to send now, {@link Stage#DONE} when kept for later or dropped. */
  Stage enqueue(World world, NetDevice dev, Skb skb);
}
