package vethlab.linux.capture;

import com.sun.jna.Pointer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import vethlab.linux.libc.Libc;
import vethlab.linux.libc.LibcException;

/**
 * A packet socket that sees every device of its namespace, with a ring that the kernel fills:
 * struct tpacket_block_desc and tpacket3_hdr of linux/if_packet.h. The kernel hands a block over
 * when it is full or {@link #RETIRE_MILLIS} old.
 */
final class PacketRing implements AutoCloseable {
  static final int RETIRE_MILLIS = 8;

  private static final int SOL_PACKET = 263;
  private static final int PACKET_RX_RING = 5;
  private static final int PACKET_STATISTICS = 6;
  private static final int PACKET_VERSION = 10;
  private static final int TPACKET_V3 = 2;
  private static final int SO_TIMESTAMPNS = 35;
  private static final int ETH_P_ALL = 3;
  private static final int FRAME_SIZE = 2048;

  private static final int BLOCK_STATUS = 8;
  private static final int BLOCK_FRAMES = 12;
  private static final int BLOCK_FIRST = 16;
  private static final int STATUS_KERNEL = 0;
  private static final int STATUS_USER = 1;
  private static final int ADDRESS = 48;
  private static final int PACKET_OUTGOING = 4;
  private static final int STATUS_VLAN = 0x10;
  private static final int STATUS_TPID = 0x40;
  private static final int DOT1Q = 0x8100;

  private static final VarHandle INT =
      MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());

  /** Takes one frame; {@code data} has its VLAN tag put back where it travels. */
  interface Sink {
    void frame(long nanos, int ifindex, boolean outgoing, byte[] data, int originalLength);
  }

  private final int fd;
  private final int blockSize;
  private final int blocks;
  private final Pointer memory;
  private final ByteBuffer ring;
  private int next;
  private boolean closed;

  private PacketRing(int fd, int blockSize, int blocks) {
    this.fd = fd;
    this.blockSize = blockSize;
    this.blocks = blocks;
    long size = (long) blockSize * blocks;
    this.memory = Libc.mmap(null, size, Libc.PROT_READ_WRITE, Libc.MAP_SHARED, fd, 0);
    this.ring = memory.getByteBuffer(0, size).order(ByteOrder.nativeOrder());
  }

  /** Opens a ring in the calling thread's namespace; frames are kept from now on. */
  static PacketRing open(int blockSize, int blocks) {
    int kind = Libc.SOCK_RAW | Libc.SOCK_CLOEXEC;
    int fd = LibcException.check("socket", Libc.socket(Libc.AF_PACKET, kind, 0));
    try {
      option(fd, SOL_PACKET, PACKET_VERSION, TPACKET_V3);
      option(fd, Libc.SOL_SOCKET, SO_TIMESTAMPNS, 1);
      int frames = blockSize / FRAME_SIZE * blocks;
      option(
          fd,
          SOL_PACKET,
          PACKET_RX_RING,
          blockSize,
          blocks,
          FRAME_SIZE,
          frames,
          RETIRE_MILLIS,
          0,
          0);
      PacketRing ring = new PacketRing(fd, blockSize, blocks);
      LibcException.check("bind", Libc.bind(fd, everyDevice(), 20));
      return ring;
    } catch (LibcException e) {
      Libc.close(fd);
      throw e;
    }
  }

  private static void option(int fd, int level, int name, int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.nativeOrder());
    for (int value : values) {
      bytes.putInt(value);
    }
    LibcException.check(
        "setsockopt", Libc.setsockopt(fd, level, name, bytes.array(), bytes.capacity()));
  }

  /** struct sockaddr_ll for any protocol on any device. */
  private static byte[] everyDevice() {
    ByteBuffer address = ByteBuffer.allocate(20).order(ByteOrder.nativeOrder());
    address.putShort((short) Libc.AF_PACKET);
    address.order(ByteOrder.BIG_ENDIAN).putShort((short) ETH_P_ALL);
    return address.array();
  }

  int fd() {
    return fd;
  }

  /** Hands out what the kernel has handed over. */
  void drain(Sink sink) {
    while (true) {
      int block = next * blockSize;
      if (((int) INT.getAcquire(ring, block + BLOCK_STATUS) & STATUS_USER) == 0) {
        return;
      }
      int at = block + ring.getInt(block + BLOCK_FIRST);
      int count = ring.getInt(block + BLOCK_FRAMES);
      for (int i = 0; i < count; i++) {
        frame(at, sink);
        at += ring.getInt(at);
      }
      INT.setRelease(ring, block + BLOCK_STATUS, STATUS_KERNEL);
      next = (next + 1) % blocks;
    }
  }

  private void frame(int at, Sink sink) {
    long nanos =
        (ring.getInt(at + 4) & 0xffffffffL) * 1_000_000_000L + (ring.getInt(at + 8) & 0xffffffffL);
    int length = ring.getInt(at + 12);
    int originalLength = ring.getInt(at + 16);
    int status = ring.getInt(at + 20);
    int start = at + (ring.getShort(at + 24) & 0xffff);
    int ifindex = ring.getInt(at + ADDRESS + 4);
    boolean outgoing = ring.get(at + ADDRESS + 10) == PACKET_OUTGOING;
    byte[] data;
    if ((status & STATUS_VLAN) != 0 && length >= 12) {
      int protocol = (status & STATUS_TPID) != 0 ? ring.getShort(at + 36) & 0xffff : DOT1Q;
      data = tagged(start, length, protocol, ring.getInt(at + 32));
      originalLength += 4;
    } else {
      data = new byte[length];
      ring.get(start, data);
    }
    sink.frame(nanos, ifindex, outgoing, data, originalLength);
  }

  private byte[] tagged(int start, int length, int protocol, int tci) {
    byte[] data = new byte[length + 4];
    ring.get(start, data, 0, 12);
    data[12] = (byte) (protocol >> 8);
    data[13] = (byte) protocol;
    data[14] = (byte) (tci >> 8);
    data[15] = (byte) tci;
    ring.get(start + 12, data, 16, length - 12);
    return data;
  }

  /** Frames lost since the last call, because nobody read the ring in time. */
  int lost() {
    byte[] statistics = new byte[12];
    int[] length = {statistics.length};
    if (Libc.getsockopt(fd, SOL_PACKET, PACKET_STATISTICS, statistics, length) != 0) {
      return 0;
    }
    return ByteBuffer.wrap(statistics).order(ByteOrder.nativeOrder()).getInt(4);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      Libc.munmap(memory, (long) blockSize * blocks);
      Libc.close(fd);
    }
  }
}
