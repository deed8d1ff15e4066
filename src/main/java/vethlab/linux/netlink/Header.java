package vethlab.linux.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The struct between a message's nlmsghdr and its attributes; which one depends on the type. Its
 * fields are the kernel's.
 */
public sealed interface Header {
  int AF_UNSPEC = 0;
  int AF_INET = 2;
  int AF_BRIDGE = 7;
  int AF_INET6 = 10;

  /** Bytes, a multiple of four. */
  int size();

  void writeTo(ByteBuffer out);

  /** Links. {@code change} says which of {@code flags} count. */
  record IfInfo(int family, int index, int flags, int change) implements Header {
    public static final IfInfo ANY = new IfInfo(AF_UNSPEC, 0, 0, 0);

    public static IfInfo of(int index) {
      return new IfInfo(AF_UNSPEC, index, 0, 0);
    }

    @Override
    public int size() {
      return 16;
    }

    @Override
    public void writeTo(ByteBuffer out) {
      out.put((byte) family).put((byte) 0).putShort((short) 0).putInt(index);
      out.putInt(flags).putInt(change);
    }

    public static IfInfo read(ByteBuffer in, int at) {
      return new IfInfo(
          in.get(at) & 0xff, in.getInt(at + 4), in.getInt(at + 8), in.getInt(at + 12));
    }

    /** ARPHRD_ of the link. */
    public static int linkType(ByteBuffer in, int at) {
      return in.getShort(at + 2) & 0xffff;
    }
  }

  /** Addresses. */
  record IfAddr(int family, int prefixLength, int flags, int scope, int index) implements Header {
    @Override
    public int size() {
      return 8;
    }

    @Override
    public void writeTo(ByteBuffer out) {
      out.put((byte) family).put((byte) prefixLength).put((byte) flags).put((byte) scope);
      out.putInt(index);
    }

    public static IfAddr read(ByteBuffer in, int at) {
      return new IfAddr(
          in.get(at) & 0xff,
          in.get(at + 1) & 0xff,
          in.get(at + 2) & 0xff,
          in.get(at + 3) & 0xff,
          in.getInt(at + 4));
    }
  }

  /** Routes. A table above 255 is 0 here and named by RTA_TABLE. */
  record RtMsg(
      int family,
      int dstLength,
      int srcLength,
      int tos,
      int table,
      int protocol,
      int scope,
      int type,
      int flags)
      implements Header {
    @Override
    public int size() {
      return 12;
    }

    @Override
    public void writeTo(ByteBuffer out) {
      out.put((byte) family).put((byte) dstLength).put((byte) srcLength).put((byte) tos);
      out.put((byte) table).put((byte) protocol).put((byte) scope).put((byte) type).putInt(flags);
    }

    public static RtMsg read(ByteBuffer in, int at) {
      return new RtMsg(
          in.get(at) & 0xff,
          in.get(at + 1) & 0xff,
          in.get(at + 2) & 0xff,
          in.get(at + 3) & 0xff,
          in.get(at + 4) & 0xff,
          in.get(at + 5) & 0xff,
          in.get(at + 6) & 0xff,
          in.get(at + 7) & 0xff,
          in.getInt(at + 8));
    }
  }

  /** Policy rules: struct fib_rule_hdr. */
  record FibRule(
      int family, int dstLength, int srcLength, int tos, int table, int action, int flags)
      implements Header {
    @Override
    public int size() {
      return 12;
    }

    @Override
    public void writeTo(ByteBuffer out) {
      out.put((byte) family).put((byte) dstLength).put((byte) srcLength).put((byte) tos);
      out.put((byte) table).putShort((short) 0).put((byte) action).putInt(flags);
    }

    public static FibRule read(ByteBuffer in, int at) {
      return new FibRule(
          in.get(at) & 0xff,
          in.get(at + 1) & 0xff,
          in.get(at + 2) & 0xff,
          in.get(at + 3) & 0xff,
          in.get(at + 4) & 0xff,
          in.get(at + 7) & 0xff,
          in.getInt(at + 8));
    }
  }

  /** Neighbours and forwarding entries. */
  record NdMsg(int family, int index, int state, int flags, int type) implements Header {
    @Override
    public int size() {
      return 12;
    }

    @Override
    public void writeTo(ByteBuffer out) {
      out.put((byte) family).put((byte) 0).putShort((short) 0).putInt(index);
      out.putShort((short) state).put((byte) flags).put((byte) type);
    }

    public static NdMsg read(ByteBuffer in, int at) {
      return new NdMsg(
          in.get(at) & 0xff,
          in.getInt(at + 4),
          in.getShort(at + 8) & 0xffff,
          in.get(at + 10) & 0xff,
          in.get(at + 11) & 0xff);
    }
  }

  /** Only a family: struct rtgenmsg. */
  record RtGen(int family) implements Header {
    @Override
    public int size() {
      return 4;
    }

    @Override
    public void writeTo(ByteBuffer out) {
      out.put((byte) family).put((byte) 0).putShort((short) 0);
    }
  }

  /** Queueing disciplines: struct tcmsg. */
  record TcMsg(int family, int index, int handle, int parent, int info) implements Header {
    public static final int ROOT = 0xffffffff;

    @Override
    public int size() {
      return 20;
    }

    @Override
    public void writeTo(ByteBuffer out) {
      out.put((byte) family).put((byte) 0).putShort((short) 0).putInt(index).putInt(handle);
      out.putInt(parent).putInt(info);
    }

    public static TcMsg read(ByteBuffer in, int at) {
      return new TcMsg(
          in.get(at) & 0xff,
          in.getInt(at + 4),
          in.getInt(at + 8),
          in.getInt(at + 12),
          in.getInt(at + 16));
    }
  }

  /** Netfilter: struct nfgenmsg. */
  record NfGen(int family, int version, int resourceId) implements Header {
    @Override
    public int size() {
      return 4;
    }

    @Override
    public void writeTo(ByteBuffer out) {
      ByteOrder order = out.order();
      out.put((byte) family).put((byte) version);
      out.order(ByteOrder.BIG_ENDIAN).putShort((short) resourceId).order(order);
    }
  }
}
