package vethlab.app.model;

import java.util.Locale;
import java.util.Optional;
import vethlab.app.Words;
import vethlab.sim.trace.Row;
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

  /** Seconds with microseconds. */
  public String time(Step step) {
    long micros = step.time() / 1_000;
    return String.format(Locale.ROOT, "%d.%06d", micros / 1_000_000, micros % 1_000_000);
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

  /** What happened, in a few words. */
  public String what(Step step) {
    String sentence = first(sentences.text(step.why()));
    return switch (step.verdict()) {
      case Verdict.Dropped dropped ->
          "✕ "
              + words.get(
                  "event.dropped", sentence.isEmpty() ? dropped.reason().toString() : sentence);
      case Verdict.Rewritten r when !r.field().equals("ttl") -> "⇄ " + rewritten(step, r);
      case Verdict.Sent sent ->
          StepText.summary(step.after()).replaceFirst("^(ARP|ICMP|UDP|TCP) ", "");
      default -> decided(step).orElse(stage(step) + said(step, sentence));
    };
  }

  /** The first of several sentences, without its full stop. */
  private static String first(String sentences) {
    return sentences.replaceFirst("(\\. |。).*$", "").replaceFirst("[.。]$", "");
  }

  private static String said(Step step, String sentence) {
    return sentence.isEmpty() ? StepText.verdict(step.verdict()) : sentence;
  }

  private static String rewritten(Step step, Verdict.Rewritten r) {
    Row row = step.decided();
    String by = row.table() == Row.Table.IPTABLES ? row.where() + " #" + row.number() : stage(step);
    return (by + ": " + r.old() + " → " + r.now()).replace(": : ", ": ");
  }

  /** A route or an iptables rule says enough by itself. */
  private Optional<String> decided(Step step) {
    Row row = step.decided();
    return switch (row.table()) {
      case ROUTE -> Optional.of(words.get("event.route", row.text()));
      case IPTABLES -> Optional.of(rule(row));
      default -> Optional.empty();
    };
  }

  private String rule(Row row) {
    if (row.number() == 0) {
      String policy = row.text().substring(row.text().lastIndexOf(' ') + 1);
      return words.get("event.policy", row.where(), policy);
    }
    String does = row.text().replaceFirst("^.* -j ", "").replaceFirst("^-A \\S+ ?", "");
    return row.where() + " #" + row.number() + ": " + does;
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
