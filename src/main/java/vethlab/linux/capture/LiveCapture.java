package vethlab.linux.capture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import vethlab.linux.libc.Libc;
import vethlab.linux.netns.Netns;
import vethlab.op.Ns;
import vethlab.wire.pcapng.CapturedFrame;

/**
 * Records every frame on every device of the namespaces it is given, and hands them on in the order
 * of time, about {@link #HELD_MILLIS} ms late. One thread reads them all.
 */
public final class LiveCapture implements AutoCloseable {
  /** As long as a frame may stay in a ring, and some time to read it. */
  private static final int HELD_MILLIS = 4 * PacketRing.RETIRE_MILLIS;

  private static final int POLL_MILLIS = 20;

  /** The kernel keeps rings in memory: 16 MiB each where there are few, 4 MiB, then 1 MiB. */
  private static final int FEW = 8;

  private static final int MANY = 32;
  private static final int BIG_BLOCK = 1 << 18;
  private static final int SMALL_BLOCK = 1 << 16;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition read = lock.newCondition();
  private final Map<Ns, Tap> taps = new LinkedHashMap<>();
  private final FrameOrder order;
  private final Thread thread;
  private long rounds;
  private long lostBefore;
  private boolean stopping;

  /**
   * @param sink called by the reading thread
   */
  public LiveCapture(Consumer<CapturedFrame> sink) {
    order = new FrameOrder(sink);
    thread = Thread.ofPlatform().name("capture").daemon().start(this::loop);
  }

  /** Begins with a namespace: what happens in it after this call is recorded. */
  public void add(Ns ns, Netns netns) {
    int size;
    lock.lock();
    try {
      size = taps.size();
    } finally {
      lock.unlock();
    }
    Tap tap = Tap.open(ns, netns, size < MANY ? BIG_BLOCK : SMALL_BLOCK, size < FEW ? 64 : 16);
    lock.lock();
    try {
      Tap before = taps.put(ns, tap);
      if (before != null) {
        before.close();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Reads what is left of a namespace, then lets go of it, which would else live on. */
  public void remove(Ns ns) {
    settle();
    lock.lock();
    try {
      Tap tap = taps.remove(ns);
      if (tap != null) {
        tap.drain(order);
        lostBefore += tap.lost();
        tap.close();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits until every frame there was when it is called has been handed on. */
  public void settle() {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2L * HELD_MILLIS);
    lock.lock();
    try {
      long round = rounds;
      while (System.nanoTime() < until || rounds < round + 2) {
        if (!read.await(POLL_MILLIS, TimeUnit.MILLISECONDS) && !thread.isAlive()) {
          return;
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /** Frames that the kernel had no room for. */
  public long lost() {
    lock.lock();
    try {
      return lostBefore + taps.values().stream().mapToLong(Tap::lost).sum();
    } finally {
      lock.unlock();
    }
  }

  private void loop() {
    while (true) {
      poll();
      lock.lock();
      try {
        long begin = now(); // what comes while one ring is read is missing from those read before
        taps.values().forEach(tap -> tap.drain(order));
        if (stopping) {
          order.release(Long.MAX_VALUE);
          return;
        }
        order.release(begin - TimeUnit.MILLISECONDS.toNanos(HELD_MILLIS));
        rounds++;
        read.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  private static long now() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }

  private void poll() {
    List<Integer> descriptors = new ArrayList<>();
    lock.lock();
    try {
      taps.values().forEach(tap -> descriptors.add(tap.fd()));
    } finally {
      lock.unlock();
    }
    ByteBuffer polled =
        ByteBuffer.allocateDirect(Math.max(8, 8 * descriptors.size()))
            .order(ByteOrder.nativeOrder());
    for (int i = 0; i < descriptors.size(); i++) {
      polled.putInt(8 * i, descriptors.get(i)).putShort(8 * i + 4, (short) Libc.POLLIN);
    }
    Libc.poll(polled, descriptors.size(), POLL_MILLIS);
  }

  /** Hands on what is left, and ends. */
  @Override
  public void close() {
    settle();
    lock.lock();
    try {
      stopping = true;
    } finally {
      lock.unlock();
    }
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    lock.lock();
    try {
      lostBefore = lost();
      taps.values().forEach(Tap::close);
      taps.clear();
    } finally {
      lock.unlock();
    }
  }
}
