package vethlab.sim.bridge;

import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.netdev.NetDevice;
import vethlab.wire.Frame;
import vethlab.wire.Mac;

/** A spanning tree message leaves by a port: br_stp_bpdu.c br_send_bpdu. */
final class BpduOutput {
  /** The bridge group address. */
  static final Mac GROUP = new Mac(0x0180_c200_0000L);

  private BpduOutput() {}

  static void send(World world, BridgePort port, Bpdu bpdu) {
    NetDevice dev = world.device(port.device);
    Skb skb = world.newSkb(Stage.TRANSMIT, dev.netns);
    skb.dev = dev.id;
    skb.outDev = dev.id;
    skb.flags = Skb.LOCALLY_MADE;
    skb.frame = Frame.of(GROUP, dev.mac, bpdu.encode());
    world.push(skb);
  }
}
