package vethlab.cli.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import vethlab.app.Words;
import vethlab.app.model.EventText;
import vethlab.app.model.PacketChange;
import vethlab.app.model.PacketText;
import vethlab.sim.trace.Lost;
import vethlab.sim.trace.Row;
import vethlab.sim.trace.Step;
import vethlab.sim.trace.StepText;
import vethlab.sim.trace.Verdict;

/** What has just happened, and why: the row that decided, what changed, why others lost. */
final class StepPane {
  private final Words words;
  private final EventText text;
  private final int width;
  private final List<AttributedString> lines = new ArrayList<>();

  StepPane(Words words, Words events, int width) {
    this.words = words;
    this.width = width;
    text = new EventText(events);
  }

  List<AttributedString> lines(Optional<Step> step) {
    if (step.isEmpty()) {
      return Flow.lines(Flow.of(Ink.DIM, words.get("step.none")), width);
    }
    head(step.get());
    why(step.get());
    rows(step.get());
    packet(step.get());
    return lines;
  }

  private void head(Step step) {
    String protocol = PacketText.protocol(step.after());
    AttributedStringBuilder head = new AttributedStringBuilder();
    head.append(protocol + " ", Ink.of(protocol).style().bold());
    head.append(PacketText.label(step.after()), Ink.STRONG.style());
    head.append("  " + words.get("step.in", step.ns(), StepText.stage(step)));
    String place = text.place(step);
    if (!place.isEmpty()) {
      head.append(" · " + place);
    }
    lines.addAll(Flow.lines(head.toAttributedString(), width));
  }

  private void why(Step step) {
    AttributedStringBuilder why = new AttributedStringBuilder();
    switch (step.verdict()) {
      case Verdict.Dropped dropped -> {
        why.append("✕ " + words.get("step.dropped", dropped.reason()), Ink.DROP.style());
        why.append(" ");
      }
      case Verdict.Rewritten r ->
          why.append("⇄ " + r.field() + " " + r.old() + " → " + r.now() + " ", Ink.CHANGED.style());
      default -> {}
    }
    why.append(text.why(step));
    why.append("  [" + step.function() + "]", Ink.DIM.style());
    lines.addAll(Flow.lines(why.toAttributedString(), width));
  }

  private void rows(Step step) {
    if (!step.decided().isNone()) {
      labelled("step.by", row(step.decided()), Ink.GOOD);
    }
    for (Lost lost : step.lost()) {
      labelled("step.lost", row(lost.row()) + " — " + text.lost(lost), Ink.DIM);
    }
  }

  private static String row(Row row) {
    String where = row.where().isEmpty() ? "" : row.where() + " ";
    String number = row.number() == 0 ? "" : "#" + row.number() + " ";
    return where + number + row.text();
  }

  private void packet(Step step) {
    String before = StepText.summary(step.before());
    String after = StepText.summary(step.after());
    if (before.equals(after) || before.equals("-")) {
      labelled("step.packet", after, Ink.TEXT);
    } else {
      labelled("step.before", before, Ink.TEXT);
      labelled("step.after", after, Ink.TEXT);
    }
    for (PacketChange.Changed changed : PacketChange.of(step).changed()) {
      String name = changed.layer() + " " + changed.name();
      labelled(
          "step.changed", name + ": " + changed.before() + " → " + changed.after(), Ink.CHANGED);
    }
  }

  private void labelled(String key, String said, Ink ink) {
    AttributedString label = Flow.pad(Flow.of(Ink.DIM, words.get(key)), 9);
    AttributedString blank = new AttributedString(" ".repeat(9));
    lines.addAll(Flow.lines(label, blank, Flow.of(ink, said), width));
  }
}
