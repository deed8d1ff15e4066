package vethlab.linux;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import vethlab.linux.socket.Transport;

/** Stands between netlink sockets and the kernel, and has one message of many fail. */
public final class Saboteur implements Transport {
  /** How a message fails. */
  public enum Way {
    /** The kernel gets a message that it does not know, and says so. */
    REFUSED,
    /** The kernel does what it was told, but the reply says I/O error. Questions are let alone. */
    DENIED
  }

  private static final int HEADER = 16;
  private static final int ERROR = 36;
  private static final int NLMSG_ERROR = 2;
  private static final int EIO = 5;
  private static final short UNKNOWN = (short) 0xfffe;

  private final Map<Integer, Integer> denied = new HashMap<>();
  private Way way = Way.REFUSED;
  private int target;
  private int seen;
  private boolean fired;

  /** From now on the message of this number fails, counted from 1; none where it is 0. */
  public synchronized void aim(Way how, int number) {
    way = how;
    target = number;
    seen = 0;
    fired = false;
    denied.clear();
  }

  /** Has the message come by? */
  public synchronized boolean fired() {
    return fired;
  }

  @Override
  public synchronized long send(int fd, ByteBuffer messages) {
    int at = 0;
    while (at < messages.limit()) {
      if (++seen == target) {
        spoil(fd, messages, at);
      }
      at += (messages.getInt(at) + 3) & ~3;
    }
    return KERNEL.send(fd, messages);
  }

  private void spoil(int fd, ByteBuffer messages, int at) {
    int type = messages.getShort(at + 4) & 0xffff;
    if (way == Way.REFUSED) {
      messages.putShort(at + 4, UNKNOWN);
      fired = true;
    } else if (!isQuestion(type)) {
      denied.put(fd, messages.getInt(at + 8));
      fired = true;
    } else {
      target++; // the next that is none
    }
  }

  /** Source: linux/rtnetlink.h: messages of each kind come in fours: new, del, get, set. */
  private static boolean isQuestion(int type) {
    return type < 0x100 && (type & 3) == 2;
  }

  @Override
  public long receive(int fd, ByteBuffer into, int flags) {
    long length = KERNEL.receive(fd, into, flags);
    synchronized (this) {
      Integer sequence = denied.remove(fd);
      return length < 0 || sequence == null ? length : deny(into, (int) length, sequence);
    }
  }

  /** Puts an error before what has been received, in place of what it says of the message. */
  private static long deny(ByteBuffer in, int length, int sequence) {
    ByteBuffer out = ByteBuffer.allocate(length + ERROR).order(in.order());
    out.putInt(ERROR).putShort((short) NLMSG_ERROR).putShort((short) 0);
    out.putInt(sequence).putInt(0).putInt(-EIO).put(new byte[HEADER]);
    int at = 0;
    while (at < length) {
      int size = (in.getInt(at) + 3) & ~3;
      if (in.getInt(at + 8) != sequence) {
        out.put(in.slice(at, size));
      }
      at += size;
    }
    in.put(0, out.array(), 0, out.position());
    return out.position();
  }
}
