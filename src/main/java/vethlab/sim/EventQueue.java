package vethlab.sim;

import java.util.Arrays;
import java.util.PriorityQueue;
import vethlab.wire.Frame;

/**
 * What is going to happen, in the total order (time, sequence). Frames on links all take the same
 * time, so they queue in a ring; everything else waits in a heap.
 */
public final class EventQueue {
  /** An alarm set for a moment. */
  public record Timer(long at, long sequence, Alarm alarm) implements Comparable<Timer> {
    @Override
    public int compareTo(Timer other) {
      int byTime = Long.compare(at, other.at);
      return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
    }
  }

  private static final int INITIAL = 64;

  private final PriorityQueue<Timer> timers;
  private long sequence;

  private long[] at = new long[INITIAL];
  private long[] order = new long[INITIAL];
  private int[] device = new int[INITIAL];
  private Frame[] frame = new Frame[INITIAL];
  private Carried[] carried = new Carried[INITIAL];
  private int head;
  private int size;

  public EventQueue() {
    timers = new PriorityQueue<>();
  }

  private EventQueue(EventQueue from) {
    timers = new PriorityQueue<>(from.timers);
    sequence = from.sequence;
    at = from.at.clone();
    order = from.order.clone();
    device = from.device.clone();
    frame = from.frame.clone();
    carried = from.carried.clone();
    head = from.head;
    size = from.size;
  }

  public EventQueue copy() {
    return new EventQueue(this);
  }

  public void schedule(long time, Alarm alarm) {
    timers.add(new Timer(time, sequence++, alarm));
  }

  /** A frame arrives at a device; {@code time} is never before that of an earlier call. */
  public void deliver(long time, int dev, Frame what, Carried with) {
    if (size == at.length) {
      grow();
    }
    int slot = (head + size++) & (at.length - 1);
    at[slot] = time;
    order[slot] = sequence++;
    device[slot] = dev;
    frame[slot] = what;
    carried[slot] = with;
  }

  public boolean isEmpty() {
    return size == 0 && timers.isEmpty();
  }

  /** Frames on links. */
  public int frames() {
    return size;
  }

  public int pending() {
    return size + timers.size();
  }

  /** The time of the next event, or Long.MAX_VALUE. */
  public long nextTime() {
    long frameTime = size == 0 ? Long.MAX_VALUE : at[head];
    Timer timer = timers.peek();
    return timer == null ? frameTime : Math.min(frameTime, timer.at);
  }

  /** Whether a frame's arrival comes before the next alarm. */
  public boolean frameIsNext() {
    if (size == 0) {
      return false;
    }
    Timer timer = timers.peek();
    return timer == null
        || at[head] < timer.at
        || (at[head] == timer.at && order[head] < timer.sequence);
  }

  public int frameDevice() {
    return device[head];
  }

  /** The place in the total order that the next frame took when it was put on its link. */
  public long frameOrder() {
    return order[head];
  }

  /** The next place in the total order. */
  public long nextOrder() {
    return sequence++;
  }

  public Frame frame() {
    return frame[head];
  }

  public Carried frameCarried() {
    return carried[head];
  }

  public void removeFrame() {
    frame[head] = null;
    carried[head] = null;
    head = (head + 1) & (at.length - 1);
    size--;
  }

  public Alarm removeAlarm() {
    return timers.remove().alarm;
  }

  private void grow() {
    int length = at.length;
    at = unroll(at, new long[length * 2]);
    order = unroll(order, new long[length * 2]);
    int[] devices = new int[length * 2];
    System.arraycopy(device, head, devices, 0, length - head);
    System.arraycopy(device, 0, devices, length - head, head);
    device = devices;
    frame = unroll(frame, new Frame[length * 2]);
    carried = unroll(carried, new Carried[length * 2]);
    head = 0;
  }

  private long[] unroll(long[] from, long[] to) {
    System.arraycopy(from, head, to, 0, from.length - head);
    System.arraycopy(from, 0, to, from.length - head, head);
    return to;
  }

  private <T> T[] unroll(T[] from, T[] to) {
    System.arraycopy(from, head, to, 0, from.length - head);
    System.arraycopy(from, 0, to, from.length - head, head);
    return to;
  }

  @Override
  public String toString() {
    return pending() + " pending " + Arrays.toString(timers.stream().limit(3).toArray());
  }
}
