package vethlab.sim.socket;

/** Sequence numbers go round: they are compared by their distance. include/net/tcp.h before(). */
final class TcpSeq {
  private TcpSeq() {}

  static boolean before(int a, int b) {
    return a - b < 0;
  }

  static boolean after(int a, int b) {
    return b - a < 0;
  }

  static int max(int a, int b) {
    return after(a, b) ? a : b;
  }

  /** Whether the number lies in the closed range. */
  static boolean between(int seq, int low, int high) {
    return high - low >= 0 && seq - low >= 0 && high - seq >= 0;
  }
}
