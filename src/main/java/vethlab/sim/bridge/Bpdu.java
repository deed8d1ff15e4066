package vethlab.sim.bridge;

import java.nio.ByteBuffer;
import java.util.Optional;
import vethlab.wire.Bytes;
import vethlab.wire.OtherPayload;

/**
 * A spanning tree message (IEEE 802.1D) behind its LLC header, as the payload of an 802.3 frame:
 * net/bridge/br_stp_bpdu.c. Times are nanoseconds here and 1/256 seconds on the wire.
 */
sealed interface Bpdu {
  byte SAP = 0x42;
  byte UNNUMBERED = 0x03;
  int LLC_LENGTH = 3;
  long SECOND = 1_000_000_000L;

  record Config(
      boolean topologyChange,
      boolean topologyChangeAck,
      long root,
      int rootPathCost,
      long bridge,
      int port,
      long messageAge,
      long maxAge,
      long helloTime,
      long forwardDelay)
      implements Bpdu {
    private static final int LENGTH = 35;

    @Override
    public OtherPayload encode() {
      ByteBuffer out = header(LENGTH, 0);
      out.put((byte) ((topologyChange ? 1 : 0) | (topologyChangeAck ? 0x80 : 0)));
      out.putLong(root).putInt(rootPathCost).putLong(bridge).putShort((short) port);
      out.putShort(ticks(messageAge)).putShort(ticks(maxAge));
      out.putShort(ticks(helloTime)).putShort(ticks(forwardDelay));
      return new OtherPayload(LLC_LENGTH + LENGTH, Bytes.wrap(out.array()));
    }
  }

  record TopologyChange() implements Bpdu {
    private static final int LENGTH = 4;

    @Override
    public OtherPayload encode() {
      return new OtherPayload(LLC_LENGTH + LENGTH, Bytes.wrap(header(LENGTH, 0x80).array()));
    }
  }

  OtherPayload encode();

  /** Empty where it is none. */
  static Optional<Bpdu> decode(Bytes data) {
    if (data.length() < LLC_LENGTH + TopologyChange.LENGTH) {
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(data.toArray());
    int destination = in.get();
    int source = in.get();
    int control = in.get();
    boolean ours = destination == SAP && source == SAP && control == UNNUMBERED;
    ours &= in.getShort() == 0 & in.get() == 0;
    int type = in.get() & 0xff;
    if (!ours) {
      return Optional.empty();
    }
    if (type == 0x80) {
      return Optional.of(new TopologyChange());
    }
    if (type != 0 || data.length() < LLC_LENGTH + Config.LENGTH) {
      return Optional.empty();
    }
    int flags = in.get();
    return Optional.of(
        new Config(
            (flags & 1) != 0,
            (flags & 0x80) != 0,
            in.getLong(),
            in.getInt(),
            in.getLong(),
            in.getShort() & 0xffff,
            nanos(in.getShort()),
            nanos(in.getShort()),
            nanos(in.getShort()),
            nanos(in.getShort())));
  }

  private static ByteBuffer header(int length, int type) {
    ByteBuffer out = ByteBuffer.allocate(LLC_LENGTH + length);
    return out.put(SAP).put(SAP).put(UNNUMBERED).putShort((short) 0).put((byte) 0).put((byte) type);
  }

  private static short ticks(long nanos) {
    return (short) (nanos * 256 / SECOND);
  }

  private static long nanos(short ticks) {
    return (ticks & 0xffff) * SECOND / 256;
  }
}
