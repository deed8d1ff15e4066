package vethlab.sim.bridge;

import java.util.Optional;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.trace.DropReason;
import vethlab.sim.trace.Verdict;
import vethlab.wire.OtherPayload;

/** An 802.3 frame may carry a spanning tree message for the bridge: br_stp_bpdu.c br_stp_rcv. */
public final class BpduInput {
  private BpduInput() {}

  public static Stage receive(World world, Skb skb, OtherPayload payload) {
    NetDevice dev = world.device(skb.dev);
    Optional<Bpdu> bpdu = Bpdu.decode(payload.data());
    if (bpdu.isEmpty() || !(dev.rxHandler instanceof BridgePortHandler handler)) {
      return world.drop(skb, DropReason.UNHANDLED_PROTO, "llc_rcv", "dev.no-protocol", "802.3");
    }
    if (world.tracing()) {
      world.trace().verdict(skb, Verdict.CONSUMED, "br_stp_rcv", "bridge.bpdu", dev.name);
    }
    Bridge bridge = (Bridge) world.device(handler.bridge()).driver;
    BridgePort port = bridge.port(handler.number());
    if (bridge.stp
        && world.device(bridge.device).isUp()
        && port.state != BridgePort.DISABLED
        && skb.frame.dst().equals(BpduOutput.GROUP)) {
      handle(world, bridge, port, bpdu.get());
    }
    return Stage.DONE;
  }

  private static void handle(World world, Bridge bridge, BridgePort port, Bpdu bpdu) {
    if (port.has(BridgePort.GUARD)) {
      BridgeStates.disablePort(world, bridge, port);
      return;
    }
    switch (bpdu) {
      case Bpdu.Config config -> {
        if (config.messageAge() <= config.maxAge()) {
          StpReceive.config(world, bridge, port, config);
        }
      }
      case Bpdu.TopologyChange change -> StpReceive.topologyChange(world, bridge, port);
    }
  }
}
