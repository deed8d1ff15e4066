package vethlab.cli.play;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import vethlab.app.Words;
import vethlab.app.doc.Document;
import vethlab.app.model.EventText;
import vethlab.app.model.PacketText;
import vethlab.sim.trace.Step;
import vethlab.sim.trace.Verdict;

/** The events around the one that has just happened. */
final class EventsPane {
  private static final int WIDE = 70;

  private final Words words;
  private final EventText text;
  private final Document document;

  EventsPane(Words words, Words events, Document document) {
    this.words = words;
    this.document = document;
    text = new EventText(events);
  }

  List<AttributedString> lines(int width, int height) {
    int count = document.eventCount();
    if (count == 0) {
      return Flow.lines(Flow.of(Ink.DIM, words.get("events.none")), width);
    }
    int here = document.eventsHere() - 1;
    int first = Math.max(0, Math.min(count - height, here - height / 2));
    first = Math.max(first, (int) document.timeline().firstKept());
    List<AttributedString> lines = new ArrayList<>();
    for (int i = first; i < Math.min(count, first + height); i++) {
      lines.add(line(i, i == here, width));
    }
    return lines;
  }

  private AttributedString line(int index, boolean here, int width) {
    Step step = document.event(index);
    String protocol = PacketText.protocol(step.after());
    boolean dropped = step.verdict() instanceof Verdict.Dropped;
    AttributedStringBuilder line = new AttributedStringBuilder();
    line.append(here ? "▶" : " ");
    line.append(String.format("%4d ", index + 1), Ink.DIM.style());
    if (width >= WIDE) {
      line.append(text.time(step) + " ", Ink.DIM.style());
    }
    line.append(Flow.pad(new AttributedString(step.ns().toString()), 9)).append(" ");
    if (width >= WIDE) {
      line.append(Flow.pad(new AttributedString(text.place(step)), 16)).append(" ");
    }
    line.append(String.format("%-4s ", protocol), Ink.of(protocol).style());
    line.append(text.what(step), dropped ? Ink.DROP.style() : Ink.TEXT.style());
    AttributedString whole = Flow.pad(line.toAttributedString(), width);
    return here ? new AttributedString(whole.toString(), Ink.HERE.style()) : whole;
  }
}
