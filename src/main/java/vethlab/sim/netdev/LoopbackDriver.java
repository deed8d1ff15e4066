package vethlab.sim.netdev;

import vethlab.op.LinkKind;
import vethlab.sim.Carried;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;

/** drivers/net/loopback.c: what is sent comes back, with its mark and its connection. */
public final class LoopbackDriver implements Driver {
  public static final LoopbackDriver INSTANCE = new LoopbackDriver();

  private LoopbackDriver() {}

  @Override
  public Driver copy() {
    return this;
  }

  @Override
  public LinkKind kind(World world, NetDevice dev) {
    return new LinkKind.Loopback();
  }

  @Override
  public int minMtu() {
    return 0;
  }

  @Override
  public int maxMtu() {
    return Integer.MAX_VALUE;
  }

  @Override
  public Stage transmit(World world, NetDevice dev, Skb skb) {
    Transmit.count(dev, skb.frame);
    world.deliver(dev.id, skb.frame, new Carried(skb.mark, skb.conn));
    return Stage.DONE;
  }
}
