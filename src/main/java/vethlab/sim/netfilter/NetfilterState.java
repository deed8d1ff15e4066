package vethlab.sim.netfilter;

/** Tables, chains and connections of one namespace; empty until something is put in. */
public final class NetfilterState {
  public NetfilterState copy() {
    return new NetfilterState();
  }
}
