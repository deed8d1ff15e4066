package vethlab.wire;

/** Numbers of the IPv4 protocol field. */
public final class Protocol {
  public static final int ICMP = 1;
  public static final int IGMP = 2;
  public static final int IPIP = 4;
  public static final int TCP = 6;
  public static final int UDP = 17;
  public static final int GRE = 47;

  private Protocol() {}
}
