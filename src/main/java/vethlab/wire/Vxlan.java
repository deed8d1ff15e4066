package vethlab.wire;

/** The VXLAN header (RFC 7348): 8 bytes between a UDP header and the frame it carries. */
public final class Vxlan {
  /** The port that IANA gave it. */
  public static final int PORT = 4789;

  /** The port Linux uses unless told otherwise. */
  public static final int LINUX_PORT = 8472;

  public static final int HEADER_LENGTH = 8;

  private static final int HAS_VNI = 0x0800_0000;

  private Vxlan() {}

  /** The data of the UDP datagram that carries {@code frame} in network {@code vni}. */
  public static Bytes encapsulate(int vni, Frame frame) {
    byte[] inner = FrameWriter.encode(frame);
    byte[] bytes = new byte[HEADER_LENGTH + inner.length];
    new ByteWriter(bytes, 0).u32(HAS_VNI).u32(vni << 8).bytes(Bytes.wrap(inner));
    return Bytes.wrap(bytes);
  }

  /** Is this, by its port and header, a frame in VXLAN? */
  public static boolean isVxlan(Udp udp) {
    boolean port = udp.dport() == PORT || udp.dport() == LINUX_PORT;
    return port && hasHeader(udp.data());
  }

  /** Does the data begin with a header that names a network, and a whole Ethernet header? */
  public static boolean hasHeader(Bytes data) {
    return data.length() >= HEADER_LENGTH + Frame.HEADER_LENGTH
        && (new ByteReader(data).u32() & HAS_VNI) != 0;
  }

  /** The 24-bit number of the network. */
  public static int vni(Bytes data) {
    return new ByteReader(data.slice(4, HEADER_LENGTH)).u32() >>> 8;
  }

  /** The bytes of the frame. */
  public static Bytes inner(Bytes data) {
    return data.slice(HEADER_LENGTH, data.length());
  }
}
