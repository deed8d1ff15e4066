package vethlab.sim.netdev;

/** What others hear of a device: the NETDEV_ notifications that a link above or below cares for. */
public enum DeviceEvent {
  UP,
  DOWN,
  /** Carrier or flags changed. */
  CHANGE,
  CHANGE_ADDRESS,
  CHANGE_MTU,
  UNREGISTER
}
