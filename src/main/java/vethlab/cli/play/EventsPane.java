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
  private static final int WIDEST_NAME = 12;
  private static final int WIDEST_PLACE = 22;

  /** How many events around are asked how wide their names are. */
  private static final int AROUND = 60;

  private final Words words;
  private final EventText text;
  private final Document document;
  private int nameWidth = 4;
  private int placeWidth = 4;

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
    measure(first);
    List<AttributedString> lines = new ArrayList<>();
    for (int i = first; i < Math.min(count, first + height); i++) {
      lines.add(line(i, i == here, width));
    }
    return lines;
  }

  private void measure(int first) {
    int from = Math.max((int) document.timeline().firstKept(), first - AROUND);
    for (Step step : document.timeline().steps(from, (long) first + AROUND)) {
      nameWidth = Math.max(nameWidth, wide(step.ns().toString()));
      placeWidth = Math.max(placeWidth, wide(text.place(step)));
    }
    nameWidth = Math.min(WIDEST_NAME, nameWidth);
    placeWidth = Math.min(WIDEST_PLACE, placeWidth);
  }

  private static int wide(String name) {
    return new AttributedString(name).columnLength();
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
    line.append(Flow.pad(new AttributedString(step.ns().toString()), nameWidth)).append(" ");
    if (width >= WIDE) {
      line.append(Flow.pad(new AttributedString(text.place(step)), placeWidth)).append(" ");
    }
    line.append(String.format("%-4s ", protocol), Ink.of(protocol).style());
    line.append(text.what(step), dropped ? Ink.DROP.style() : Ink.TEXT.style());
    AttributedString whole = Flow.pad(line.toAttributedString(), width);
    return here ? new AttributedString(whole.toString(), Ink.HERE.style()) : whole;
  }
}
