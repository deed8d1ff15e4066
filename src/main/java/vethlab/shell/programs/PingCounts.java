package vethlab.shell.programs;

import java.util.BitSet;
import java.util.Locale;

/** What ping counts, and how it tells it at the end: iputils ping_common.c finish. */
final class PingCounts {
  long transmitted;
  long received;
  long duplicates;
  long errors;
  private long least = Long.MAX_VALUE;
  private long most;
  private long sum;
  private double squares;
  private long average8;
  private int pipe;
  private BitSet answered = new BitSet();

  PingCounts copy() {
    PingCounts copy = new PingCounts();
    copy.transmitted = transmitted;
    copy.received = received;
    copy.duplicates = duplicates;
    copy.errors = errors;
    copy.least = least;
    copy.most = most;
    copy.sum = sum;
    copy.squares = squares;
    copy.average8 = average8;
    copy.pipe = pipe;
    copy.answered = (BitSet) answered.clone();
    return copy;
  }

  /** How many requests were under way at once at most. */
  private void acknowledge(int sequence) {
    int later = (int) transmitted - sequence & 0xffff;
    if (later <= 0x7fff) {
      pipe = Math.max(pipe, later + 1);
    }
  }

  /** Whether the reply is the first with its number. */
  boolean reply(int sequence) {
    acknowledge(sequence);
    if (answered.get(sequence)) {
      duplicates++;
      return false;
    }
    answered.set(sequence);
    received++;
    return true;
  }

  /** An error about that number has come: it is no longer outstanding. */
  void settled(int sequence) {
    acknowledge(sequence);
  }

  boolean isAnswered(int sequence) {
    return answered.get(sequence);
  }

  /** Round trip in microseconds. */
  void time(long micros) {
    least = Math.min(least, micros);
    most = Math.max(most, micros);
    sum += micros;
    squares += (double) micros * micros;
    average8 = average8 == 0 ? micros * 8 : average8 + micros - average8 / 8;
  }

  /** The longest round trip so far, in microseconds. */
  long longest() {
    return most;
  }

  /**
   * @param elapsed between the first and the last request, in nanoseconds
   */
  String text(String destination, long elapsed, boolean timed, boolean paced) {
    StringBuilder text = new StringBuilder();
    text.append("\n--- ").append(destination).append(" ping statistics ---\n");
    text.append(transmitted).append(" packets transmitted, ").append(received).append(" received");
    if (duplicates > 0) {
      text.append(", +").append(duplicates).append(" duplicates");
    }
    if (errors > 0) {
      text.append(", +").append(errors).append(" errors");
    }
    if (transmitted > 0) {
      text.append(", ").append(percent()).append("% packet loss");
      text.append(", time ").append(elapsed / 1_000_000).append("ms");
    }
    text.append('\n');
    if (received > 0 && timed) {
      text.append("rtt min/avg/max/mdev = ").append(millis(least)).append('/');
      long total = received + duplicates;
      long mean = sum / total;
      long deviation = (long) Math.sqrt(Math.max(0, squares / total - (double) mean * mean));
      text.append(millis(mean)).append('/').append(millis(most)).append('/');
      text.append(millis(deviation)).append(" ms");
    }
    if (pipe > 1) {
      text.append(received > 0 && timed ? ", pipe " : "pipe ").append(pipe);
    }
    if (received > 0 && paced && transmitted > 1) {
      text.append(timed || pipe > 1 ? ", ipg/ewma " : "ipg/ewma ");
      text.append(millis(elapsed / 1000 / (transmitted - 1)));
      text.append('/').append(millis(average8 / 8)).append(" ms");
    }
    return text.append('\n').toString();
  }

  /** printf's %g of the share that was lost. */
  private String percent() {
    double share = (transmitted - received) * 100.0 / transmitted;
    if (share == Math.rint(share)) {
      return Long.toString((long) share);
    }
    String six = String.format(Locale.ROOT, "%.6g", share);
    return six.contains(".") ? six.replaceAll("0+$", "").replaceAll("\\.$", "") : six;
  }

  private static String millis(long micros) {
    return String.format(Locale.ROOT, "%d.%03d", micros / 1000, micros % 1000);
  }
}
