package vethlab.sim.bridge;

import vethlab.op.Errno;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.netdev.Refusal;

/** {@code bridge vlan add} and {@code del}: net/bridge/br_netlink.c br_afspec. */
public final class BridgeVlanControl {
  private BridgeVlanControl() {}

  public static Result add(World world, Netns netns, Op.BridgeVlanAdd op) {
    return Refusal.resultOf(() -> {
      VlanSet.Membership membership =
          new VlanSet.Membership(op.vlan().pvid(), op.vlan().untagged());
      change(
          world,
          netns,
          op.dev(),
          op.vlan(),
          (bridge, id) -> BridgeVlans.addToBridge(world, bridge, id, membership),
          (bridge, port, id) -> BridgeVlans.addToPort(world, bridge, port, id, membership));
    });
  }

  public static Result delete(World world, Netns netns, Op.BridgeVlanDel op) {
    return Refusal.resultOf(() ->
        change(
            world,
            netns,
            op.dev(),
            op.vlan(),
            (bridge, id) -> BridgeVlans.removeFromBridge(world, bridge, id),
            (bridge, port, id) -> BridgeVlans.removeFromPort(world, bridge, port, id)));
  }

  private interface OnBridge {
    void change(Bridge bridge, int id);
  }

  private interface OnPort {
    void change(Bridge bridge, BridgePort port, int id);
  }

  private static void change(
      World world, Netns netns, String name, Op.BridgeVlan vlan, OnBridge onBridge, OnPort onPort)
      throws Refusal {
    NetDevice dev = world.device(netns, name).orElseThrow(() -> new Refusal(Errno.ENODEV));
    if (vlan.first() < 1 || vlan.last() >= 0xfff) {
      throw new Refusal(Errno.EINVAL, "bridge: Vlan id is invalid");
    }
    if (vlan.self() && dev.driver instanceof Bridge bridge) {
      for (int id = vlan.first(); id <= vlan.last(); id++) {
        onBridge.change(bridge, id);
      }
    } else if (!vlan.self() && dev.rxHandler instanceof BridgePortHandler handler) {
      Bridge bridge = (Bridge) world.device(handler.bridge()).driver;
      for (int id = vlan.first(); id <= vlan.last(); id++) {
        onPort.change(bridge, bridge.port(handler.number()), id);
      }
    } else {
      throw new Refusal(Errno.EOPNOTSUPP);
    }
  }
}
