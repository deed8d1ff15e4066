package vethlab.sim.netdev;

import vethlab.op.LinkFlags;
import vethlab.op.LinkKind;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.trace.Verdict;

/** drivers/net/dummy.c: what is sent is gone. */
public final class DummyDriver implements Driver {
  private static final DummyDriver INSTANCE = new DummyDriver();

  private DummyDriver() {}

  static NetDevice make(World world, NewLink link) throws Refusal {
    link.check(INSTANCE);
    return link.register(world, INSTANCE, DummyDriver::prepare);
  }

  private static NetDevice prepare(NetDevice dev) {
    dev.flags = LinkFlags.BROADCAST | LinkFlags.NOARP;
    return dev;
  }

  @Override
  public Driver copy() {
    return this;
  }

  @Override
  public LinkKind kind(World world, NetDevice dev) {
    return new LinkKind.Dummy();
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
  public void changeCarrier(World world, NetDevice dev, boolean on) {
    if (on) {
      LinkState.carrierOn(world, dev);
    } else {
      LinkState.carrierOff(world, dev);
    }
  }

  @Override
  public Stage transmit(World world, NetDevice dev, Skb skb) {
    Transmit.count(dev, skb.frame);
    if (world.tracing()) {
      world.trace().verdict(skb, Verdict.CONSUMED, "dummy_xmit", "dummy.gone", dev.name);
    }
    return Stage.DONE;
  }
}
