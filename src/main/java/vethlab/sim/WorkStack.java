package vethlab.sim;

import java.util.Arrays;

/**
 * Packets being handled, the one on top first. A stage pushes what it sends on above the packet it
 * handles, as a nested call would; what one step pushed is handled in the order of the calls.
 */
final class WorkStack {
  private Skb[] work = new Skb[32];
  private int size;

  WorkStack copy() {
    WorkStack copy = new WorkStack();
    copy.work = work.clone();
    copy.size = size;
    for (int i = 0; i < size; i++) {
      copy.work[i] = work[i].copy();
    }
    return copy;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  void push(Skb skb) {
    if (size == work.length) {
      work = Arrays.copyOf(work, work.length * 2);
    }
    work[size++] = skb;
  }

  /** One stage of the packet on top. */
  void advance(World world) {
    int top = size - 1;
    Skb skb = work[top];
    Stage next = PacketWay.advance(world, skb);
    firstPushedOnTop(top + 1);
    if (next != Stage.DONE) {
      skb.stage = next;
    } else {
      removeFromBelow(top);
    }
  }

  /** Turns round what lies at {@code from} and above. */
  void firstPushedOnTop(int from) {
    for (int low = from, high = size - 1; low < high; low++, high--) {
      Skb swapped = work[low];
      work[low] = work[high];
      work[high] = swapped;
    }
  }

  private void removeFromBelow(int at) {
    int above = size - at - 1;
    if (above > 0) {
      System.arraycopy(work, at + 1, work, at, above);
    }
    work[--size] = null;
  }
}
