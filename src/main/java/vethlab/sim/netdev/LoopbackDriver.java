package vethlab.sim.netdev;

import java.util.List;
import vethlab.op.Errno;
import vethlab.op.LinkKind;
import vethlab.sim.Carried;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.wire.Frame;

/** drivers/net/loopback.c: what is sent comes back, with its mark and its connection. */
public final class LoopbackDriver implements Driver {
  public static final LoopbackDriver INSTANCE = new LoopbackDriver();

  private LoopbackDriver() {}

  @Override
  public boolean validatesAddress() {
    return false;
  }

  @Override
  public Driver copy() {
    return this;
  }

  @Override
  public LinkKind kind(World world, NetDevice dev) {
    return new LinkKind.Loopback();
  }

  @Override
  public boolean filtersUnicast() {
    return true;
  }

  @Override
  public int minMtu() {
    return 0;
  }

  @Override
  public int maxMtu() {
    return 0;
  }

  @Override
  public boolean movable() {
    return false;
  }

  @Override
  public void delete(World world, NetDevice dev, List<NetDevice> dying) throws Refusal {
    throw new Refusal(Errno.EOPNOTSUPP);
  }

  @Override
  public Stage transmit(World world, NetDevice dev, Skb skb) {
    int length = skb.frame.length() - Frame.HEADER_LENGTH;
    dev.txPackets++;
    dev.txBytes += length;
    dev.rxPackets++;
    dev.rxBytes += length;
    world.deliver(dev.id, skb.frame, new Carried(skb.mark, skb.conn));
    return Stage.DONE;
  }
}
