package vethlab.shell;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Bytes waiting to be read: pieces in order, the first one partly read. */
final class ByteQueue {
  private final Deque<byte[]> pieces;
  private int start;
  private int size;

  ByteQueue() {
    pieces = new ArrayDeque<>();
  }

  private ByteQueue(ByteQueue other) {
    pieces = new ArrayDeque<>(other.pieces);
    start = other.start;
    size = other.size;
  }

  ByteQueue copy() {
    return new ByteQueue(this);
  }

  int size() {
    return size;
  }

  void add(byte[] piece) {
    if (piece.length > 0) {
      pieces.addLast(piece);
      size += piece.length;
    }
  }

  /** How many bytes up to and including the first newline, or -1. */
  int lineLength() {
    int passed = 0;
    int from = start;
    for (byte[] piece : pieces) {
      for (int i = from; i < piece.length; i++) {
        if (piece[i] == '\n') {
          return passed + i - from + 1;
        }
      }
      passed += piece.length - from;
      from = 0;
    }
    return -1;
  }

  byte[] take(int max) {
    byte[] first = pieces.peekFirst();
    if (first != null && start == 0 && first.length <= max && first.length == size) {
      pieces.removeFirst();
      size = 0;
      return first;
    }
    byte[] taken = new byte[Math.min(max, size)];
    int filled = 0;
    while (filled < taken.length) {
      byte[] piece = pieces.getFirst();
      int n = Math.min(piece.length - start, taken.length - filled);
      System.arraycopy(piece, start, taken, filled, n);
      filled += n;
      start += n;
      if (start == piece.length) {
        pieces.removeFirst();
        start = 0;
      }
    }
    size -= taken.length;
    return taken;
  }

  static byte[] join(byte[] a, byte[] b) {
    if (a.length == 0) {
      return b;
    }
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
