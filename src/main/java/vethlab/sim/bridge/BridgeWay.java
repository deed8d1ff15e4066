package vethlab.sim.bridge;

import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;

/** The way of a frame through a bridge, in the kernel's order. */
public final class BridgeWay {
  private BridgeWay() {}

  public static Stage advance(World world, Skb skb) {
    return switch (skb.stage) {
      case BRIDGE_INPUT -> BridgeInput.input(world, skb);
      case BRIDGE_NF_PREROUTED -> BridgeNetfilter.preRouted(world, skb);
      case BRIDGE_DECIDE -> BridgeInput.decide(world, skb);
      case BRIDGE_FORWARD -> BridgeForward.forward(world, skb);
      case BRIDGE_FORWARD_FINISH -> BridgeForward.finish(world, skb);
      case BRIDGE_TRANSMIT -> BridgeForward.transmit(world, skb);
      case BRIDGE_PASS_UP -> BridgeInput.passUp(world, skb);
      case BRIDGE_SEND -> BridgeSend.send(world, skb);
      default -> throw new IllegalStateException("not a stage of a bridge: " + skb.stage);
    };
  }
}
