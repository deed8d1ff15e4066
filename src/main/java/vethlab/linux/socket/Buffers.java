package vethlab.linux.socket;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;

/** A buffer to send from and one to receive into, outside the heap, used by one call at a time. */
final class Buffers {
  /** One send carries at most this; what is longer goes in several. */
  static final int SEND = 128 * 1024;

  private static final int RECEIVE = 256 * 1024;
  private static final ArrayDeque<Buffers> IDLE = new ArrayDeque<>();

  final ByteBuffer send = ByteBuffer.allocateDirect(SEND).order(ByteOrder.nativeOrder());
  final ByteBuffer receive = ByteBuffer.allocateDirect(RECEIVE).order(ByteOrder.nativeOrder());

  private Buffers() {}

  static Buffers take() {
    synchronized (IDLE) {
      return IDLE.isEmpty() ? new Buffers() : IDLE.pop();
    }
  }

  void giveBack() {
    synchronized (IDLE) {
      IDLE.push(this);
    }
  }
}
