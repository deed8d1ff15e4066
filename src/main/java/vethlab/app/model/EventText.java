package vethlab.app.model;

import vethlab.app.Words;
import vethlab.sim.trace.Sentences;
import vethlab.sim.trace.Step;
import vethlab.sim.trace.StepText;
import vethlab.sim.trace.Verdict;

/** A step as a row of the event list. */
public final class EventText {
  private final Words words;
  private final Sentences sentences;

  public EventText(Words words) {
    this.words = words;
    this.sentences = Sentences.in(words.locale());
  }

  /** Seconds with milliseconds and, where they matter, microseconds. */
  public String time(Step step) {
    long micros = step.time() / 1_000;
    return String.format(java.util.Locale.ROOT, "%d.%06d", micros / 1_000_000, micros % 1_000_000);
  }

  public String place(Step step) {
    if (!step.in().isEmpty() && !step.out().isEmpty() && !step.in().equals(step.out())) {
      return step.in() + " → " + step.out();
    }
    String device = step.device().isEmpty() ? step.out() : step.device();
    return switch (step.verdict()) {
      case Verdict.Sent sent -> words.get("event.out", sent.device());
      default -> device;
    };
  }

  /** What happened, in one line. */
  public String what(Step step) {
    String sentence = sentences.text(step.why());
    return switch (step.verdict()) {
      case Verdict.Dropped dropped ->
          "✕ "
              + words.get(
                  "event.dropped", sentence.isEmpty() ? dropped.reason().toString() : sentence);
      case Verdict.Rewritten r when !r.field().equals("ttl") -> "⇄ " + sentence;
      case Verdict.Sent sent ->
          StepText.summary(step.after()).replaceFirst("^(ARP|ICMP|UDP|TCP) ", "");
      default -> stage(step) + (sentence.isEmpty() ? StepText.verdict(step.verdict()) : sentence);
    };
  }

  private static String stage(Step step) {
    return step.hook().isEmpty() ? "" : step.hook() + ": ";
  }

  /** Why, as a sentence. */
  public String why(Step step) {
    return sentences.text(step.why());
  }

  public String lost(vethlab.sim.trace.Lost lost) {
    return sentences.text(lost.why());
  }
}
