package vethlab.sim.ipv4;

/** What IPv4 keeps for a namespace: fragments that wait, ICMP's rate limits, the id counter. */
public final class IpState {
  public IpState copy() {
    return new IpState();
  }
}
