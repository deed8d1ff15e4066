package vethlab.wire;

/** Numbers of the Ethernet type field. */
public final class EtherType {
  public static final int IPV4 = 0x0800;
  public static final int ARP = 0x0806;
  public static final int IPV6 = 0x86dd;

  /** Smaller values are the length of an 802.3 frame (spanning tree uses them), not a type. */
  public static final int FIRST_TYPE = 0x0600;

  private EtherType() {}
}
