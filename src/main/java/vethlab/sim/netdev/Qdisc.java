package vethlab.sim.netdev;

import java.util.Optional;
import vethlab.op.view.QdiscView;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;

/** What stands between dev_queue_xmit and the driver; usually nothing (noqueue). */
public interface Qdisc {
  Qdisc NONE =
      new Qdisc() {
        @Override
        public Qdisc copy() {
          return this;
        }

        @Override
        public String name() {
          return "noqueue";
        }

        @Override
        public Stage enqueue(World world, NetDevice dev, Skb skb) {
          return Stage.DRIVER;
        }

        @Override
        public void reset() {}

        @Override
        public QdiscView view(NetDevice dev) {
          return new QdiscView(dev.name, name(), 0, Optional.empty(), 0, 0, 0);
        }
      };

  Qdisc copy();

  /** As {@code ip link} and {@code tc qdisc} show it. */
  String name();

  /** {@link Stage#DRIVER} to send now, {@link Stage#DONE} when kept for later or dropped. */
  Stage enqueue(World world, NetDevice dev, Skb skb);

  /** What waits is thrown away: the device goes down. */
  void reset();

  QdiscView view(NetDevice dev);
}
