package vethlab.sim;

import vethlab.sim.bridge.BridgeWay;
import vethlab.sim.ipv4.IpForward;
import vethlab.sim.ipv4.IpInput;
import vethlab.sim.ipv4.IpOutput;
import vethlab.sim.neigh.ArpInput;
import vethlab.sim.neigh.NeighOutput;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.netdev.Receive;
import vethlab.sim.netdev.Transmit;
import vethlab.sim.netfilter.Hooks;
import vethlab.sim.socket.TransportInput;

/**
 * The way of a packet through a namespace, in the kernel's order. Each stage is a small function
 * that answers with the next one; {@link Stage#DONE} means that the packet was sent, delivered,
 * queued or dropped.
 */
public final class PacketWay {
  private PacketWay() {}

  static Stage advance(World world, Skb skb) {
    return switch (skb.stage) {
      case RECEIVE -> Receive.receive(world, skb);
      case RX_HANDLER -> {
        NetDevice dev = world.device(skb.dev);
        yield dev.rxHandler.receive(world, dev, skb);
      }
      case BRIDGE_INPUT,
          BRIDGE_DECIDE,
          BRIDGE_FORWARD,
          BRIDGE_FORWARD_FINISH,
          BRIDGE_TRANSMIT,
          BRIDGE_PASS_UP,
          BRIDGE_NF_PREROUTED,
          BRIDGE_SEND ->
          BridgeWay.advance(world, skb);
      case PROTOCOL -> Receive.protocol(world, skb);
      case ARP -> ArpInput.receive(world, skb);
      case IP_RECEIVE -> IpInput.receive(world, skb);
      case HOOK -> Hooks.next(world, skb);
      case ROUTE_INPUT -> IpInput.route(world, skb);
      case LOCAL_DELIVER -> IpInput.localDeliver(world, skb);
      case TRANSPORT -> TransportInput.deliver(world, skb);
      case FORWARD -> IpForward.forward(world, skb);
      case FORWARD_FINISH -> IpForward.finish(world, skb);
      case LOCAL_OUT -> IpOutput.localOut(world, skb);
      case OUTPUT -> IpOutput.output(world, skb);
      case FINISH_OUTPUT -> IpOutput.finish(world, skb);
      case NEIGHBOUR -> NeighOutput.resolve(world, skb);
      case TRANSMIT -> Transmit.queue(world, skb);
      case DRIVER -> Transmit.send(world, skb);
      case DONE -> Stage.DONE;
    };
  }
}
