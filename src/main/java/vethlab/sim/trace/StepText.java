package vethlab.sim.trace;

import java.util.Locale;
import java.util.Objects;
import vethlab.wire.Arp;
import vethlab.wire.Ipv4;
import vethlab.wire.OtherPayload;
import vethlab.wire.Payload;
import vethlab.wire.Summary;

/** A step as lines to read, as {@code --explain} prints it. */
public final class StepText {
  private final Sentences sentences;

  public StepText(Sentences sentences) {
    this.sentences = sentences;
  }

  /** A line for the step, then indented ones for what changed, the row that decided, the losers. */
  public String of(Step step) {
    StringBuilder text = new StringBuilder();
    text.append(time(step.time())).append("  ").append(step.ns()).append("  ");
    text.append(stage(step)).append("  ").append(where(step)).append("  ");
    text.append(summary(step.before())).append('\n');
    if (!Objects.equals(step.before(), step.after())) {
      line(text, "now  " + summary(step.after()));
    }
    String sentence = sentences.text(step.why());
    line(
        text,
        verdict(step.verdict())
            + (sentence.isEmpty() ? "" : ": " + sentence)
            + "  ["
            + step.function()
            + "]");
    if (!step.decided().isNone()) {
      line(text, "by   " + row(step.decided()));
    }
    for (Lost lost : step.lost()) {
      line(text, "not  " + row(lost.row()) + "  (" + sentences.text(lost.why()) + ")");
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String line) {
    text.append("            ").append(line).append('\n');
  }

  /** Seconds with nanoseconds. */
  public static String time(long nanos) {
    return String.format(Locale.ROOT, "%d.%09d", nanos / 1_000_000_000L, nanos % 1_000_000_000L);
  }

  public static String stage(Step step) {
    return step.hook().isEmpty() ? step.stage().name() : step.hook();
  }

  private static String where(Step step) {
    if (!step.in().isEmpty() && !step.out().isEmpty() && !step.in().equals(step.out())) {
      return step.in() + " -> " + step.out();
    }
    return step.device().isEmpty() ? step.out() : step.device();
  }

  private static String row(Row row) {
    String number = row.number() == 0 ? "" : " " + row.number();
    String where = row.where().isEmpty() ? "" : " " + row.where();
    return row.table().name().toLowerCase(Locale.ROOT) + where + number + ": " + row.text();
  }

  public static String summary(Payload payload) {
    return switch (payload) {
      case Arp arp -> Summary.of(arp);
      case Ipv4 packet -> Summary.of(packet);
      case OtherPayload other -> other.etherType() == 0 ? "-" : Summary.of(other);
    };
  }

  public static String verdict(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Passed passed -> "goes on";
      case Verdict.Dropped dropped -> "DROPPED " + dropped.reason();
      case Verdict.Queued queued -> "waits";
      case Verdict.Consumed consumed -> "arrived";
      case Verdict.Rewritten rewritten ->
          "rewritten " + rewritten.field() + " " + rewritten.old() + " -> " + rewritten.now();
      case Verdict.Sent sent -> "sent by " + sent.device();
      case Verdict.Answered answered -> "answered with " + answered.with();
    };
  }
}
