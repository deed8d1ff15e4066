package vethlab.linux.capture;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import vethlab.wire.pcapng.CapturedFrame;

/**
 * Puts frames of several namespaces in the order of their time. A frame waits until nothing older
 * can come any more; those of the same time keep the order in which they were read.
 */
final class FrameOrder {
  private record Waiting(CapturedFrame frame, long sequence) {}

  private final PriorityQueue<Waiting> waiting =
      new PriorityQueue<>(
          Comparator.comparingLong((Waiting w) -> w.frame().nanos())
              .thenComparingLong(Waiting::sequence));
  private final Consumer<CapturedFrame> sink;
  private long sequence;

  FrameOrder(Consumer<CapturedFrame> sink) {
    this.sink = sink;
  }

  void add(CapturedFrame frame) {
    waiting.add(new Waiting(frame, sequence++));
  }

  /** Hands on what is older than a time, in nanoseconds since 1970. */
  void release(long before) {
    while (!waiting.isEmpty() && waiting.peek().frame().nanos() < before) {
      sink.accept(waiting.poll().frame());
    }
  }
}
