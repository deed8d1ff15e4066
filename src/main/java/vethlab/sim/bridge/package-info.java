/**
 * The bridge: net/bridge. Start at {@link vethlab.sim.bridge.BridgeWay} (the way of a frame) and
 * {@link vethlab.sim.bridge.Bridge} (the state). Learning and the table are in Fdb, spanning tree
 * in Stp, VLAN filtering in VlanFilter, iptables on bridged packets in BridgeNetfilter. Not
 * modelled: multicast groups and queriers (without a querier all ports get multicast), MRP, CFM,
 * MST, VLAN tunnels, switchdev, ebtables.
 */
package vethlab.sim.bridge;
