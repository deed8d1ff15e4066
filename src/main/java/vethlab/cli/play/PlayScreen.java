package vethlab.cli.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import vethlab.app.Words;
import vethlab.app.model.EventText;
import vethlab.cli.play.Played.Course;
import vethlab.lab.lesson.Span;

/** The player's screen as lines: one above the other where it is narrow, else the lesson beside. */
final class PlayScreen {
  private static final int LEAST_WIDTH = 40;
  private static final int LEAST_HEIGHT = 12;
  private static final int WIDE = 120;
  private static final int TALL = 36;

  /**
   * @param row of the caret, -1 where none is shown
   */
  record Picture(List<AttributedString> lines, int row, int column) {}

  private final Playing playing;
  private final Words words;
  private final int width;
  private final int height;
  private final List<AttributedString> lines = new ArrayList<>();

  private PlayScreen(Playing playing, int width, int height) {
    this.playing = playing;
    this.words = playing.language().player();
    this.width = width;
    this.height = height;
  }

  static Picture of(Playing playing, int width, int height) {
    return new PlayScreen(playing, width, height).picture();
  }

  private Picture picture() {
    if (width < LEAST_WIDTH || height < LEAST_HEIGHT) {
      String more = words.get("screen.small", LEAST_WIDTH, LEAST_HEIGHT);
      List<AttributedString> all = Flow.lines(new AttributedString(more), width);
      return new Picture(all.subList(0, Math.min(height, all.size())), -1, 0);
    }
    lines.add(header());
    int body = height - 2;
    if (playing.mode() == Playing.Mode.HELP) {
      block(words.get("help.title"), HelpPane.lines(words, width), width, body);
    } else if (playing.zoom() == Playing.Zoom.LOWER) {
      lower(width, body);
    } else if (width >= WIDE) {
      beside(body);
    } else {
      above(body);
    }
    return footed();
  }

  // --- the parts -------------------------------------------------------------------------------

  private void above(int body) {
    int events = eventsHeight(Math.max(4, body / 4));
    int top = (body - events) * 5 / 9;
    upper(width, top);
    events(width, events);
    lower(width, body - top - events);
  }

  /** No more than there is to show. */
  private int eventsHeight(int most) {
    return Math.min(most, 1 + Math.max(1, playing.document().eventCount()));
  }

  private void beside(int body) {
    int left = Math.min(70, width * 2 / 5);
    int right = width - left - 3;
    PlayScreen reading = new PlayScreen(playing, left, height);
    reading.upper(left, body);
    PlayScreen watching = new PlayScreen(playing, right, height);
    int events = eventsHeight(Math.max(5, body / 4));
    boolean drawn = body >= TALL && playing.course().isPresent();
    List<AttributedString> network = drawn ? watching.network(right) : List.of();
    int drawing = drawn ? Math.min(body / 2, network.size() + 1) : 0;
    if (drawn) {
      watching.block(words.get("view.network"), network, right, drawing);
    }
    watching.events(right, events);
    watching.lower(right, body - events - drawing);
    AttributedString bar = Flow.of(Ink.DIM, " │ ");
    for (int i = 0; i < body; i++) {
      lines.add(
          AttributedString.join(
              AttributedString.EMPTY,
              Flow.pad(reading.lines.get(i), left),
              bar,
              watching.lines.get(i)));
    }
  }

  /** The lesson; where there is none, the network. */
  private void upper(int wide, int high) {
    playing
        .course()
        .ifPresentOrElse(
            course -> lesson(course, wide, high),
            () -> block(words.get("view.network"), network(wide), wide, high));
  }

  private void lesson(Course course, int wide, int high) {
    int inside = high - 1;
    LessonPane.Page page = new LessonPane(words, course.run(), course.exercises(), wide).page();
    int before = page.from() > 0 ? 1 : 0;
    boolean fits = page.to() - page.from() <= inside;
    int natural = Math.max(0, fits ? page.to() - inside : page.from() - before);
    int last = Math.max(natural, page.to() - inside);
    int first = Math.max(0, Math.min(last, natural + playing.lessonScroll()));
    playing.lessonSeen(
        Math.max(0, Math.min(page.to(), page.lines().size()) - first - inside), inside);
    String title = course.run().stop().place().step() + 1 + " " + page.heading();
    boolean more = first + inside < page.lines().size();
    block(
        title + (more ? "  ▾" : ""), page.lines().subList(first, page.lines().size()), wide, high);
  }

  private void events(int wide, int high) {
    String title =
        words.get("events.title", playing.document().eventsHere(), playing.document().eventCount());
    block(
        title,
        new EventsPane(words, playing.language().window(), playing.document())
            .lines(wide, high - 1),
        wide,
        high);
  }

  private List<AttributedString> network(int wide) {
    Set<String> looked =
        NetworkPane.nodes(playing.course().flatMap(course -> course.run().focus()));
    return new NetworkPane(words, playing.document().scene(), playing.document().current(), looked)
        .lines(wide);
  }

  private void lower(int wide, int high) {
    List<AttributedString> all = view(wide);
    int inside = high - 1;
    int over = Math.max(0, all.size() - inside);
    int page = Math.max(1, inside - 1);
    playing.paneSeen((over + page - 1) / page);
    int away = Math.min(over, playing.paneScroll() * page);
    int first = playing.view() == View.TERMINAL ? over - away : away;
    lines.add(tabs(wide, first > 0, first < over));
    body(all.subList(first, all.size()), wide, inside);
  }

  private List<AttributedString> view(int wide) {
    return switch (playing.view()) {
      case WHY -> why(wide);
      case NETWORK -> network(wide);
      case TABLES ->
          new TablesPane(words, playing.language().window(), playing.document()).all(wide);
      case TERMINAL -> terminal(wide);
    };
  }

  /** The event, and what it changed in the tables. */
  private List<AttributedString> why(int wide) {
    Words names = playing.language().window();
    List<AttributedString> all =
        new ArrayList<>(new StepPane(words, names, wide).lines(playing.document().current()));
    all.addAll(new TablesPane(words, names, playing.document()).changes(wide));
    return all;
  }

  private List<AttributedString> terminal(int wide) {
    List<AttributedString> all =
        new ArrayList<>(TerminalPane.lines(words, playing.document(), playing.terminal(), wide));
    if (!playing.prompt().choices().isEmpty()) {
      String choices = String.join("  ", playing.prompt().choices());
      all.addAll(Flow.lines(Flow.of(Ink.DIM, choices), wide));
    }
    return all;
  }

  // --- frame -----------------------------------------------------------------------------------

  private AttributedString header() {
    String title =
        playing
            .course()
            .map(course -> Span.text(course.run().lesson().title()))
            .orElse(playing.document().title());
    List<String> facts = new ArrayList<>();
    playing
        .course()
        .ifPresent(course ->
            facts.add(
                words.get(
                    "header.step",
                    course.run().stop().place().step() + 1,
                    course.run().lesson().steps().size())));
    playing
        .document()
        .current()
        .ifPresent(step -> facts.add(new EventText(playing.language().window()).time(step) + " s"));
    if (playing.isRunning()) {
      facts.add("▶ " + words.get("header.running"));
    } else if (playing.isPlaying()) {
      facts.add("▶ " + words.get("header.playing"));
    }
    AttributedString right = new AttributedString(String.join(" · ", facts) + " ");
    AttributedString left =
        Flow.pad(new AttributedString(" " + title), Math.max(1, width - right.columnLength()));
    return new AttributedString(left.toString() + right, Ink.HERE.style().bold());
  }

  private void block(String title, List<AttributedString> inside, int wide, int high) {
    lines.add(rule(Flow.of(Ink.STRONG, title), wide));
    body(inside, wide, high - 1);
  }

  private void body(List<AttributedString> inside, int wide, int high) {
    for (int i = 0; i < high; i++) {
      lines.add(i < inside.size() ? Flow.fit(inside.get(i), wide) : AttributedString.EMPTY);
    }
  }

  private static AttributedString rule(AttributedString title, int wide) {
    AttributedStringBuilder rule = new AttributedStringBuilder();
    rule.append("── ", Ink.DIM.style()).append(Flow.fit(title, wide - 5)).append(" ");
    rule.append("─".repeat(Math.max(0, wide - rule.columnLength())), Ink.DIM.style());
    return rule.toAttributedString();
  }

  private AttributedString tabs(int wide, boolean above, boolean below) {
    AttributedStringBuilder tabs = new AttributedStringBuilder();
    for (View each : View.values()) {
      String name = words.get(each.key());
      if (each == View.TERMINAL) {
        name += " " + playing.terminal();
      }
      boolean shown = each == playing.view();
      tabs.append(tabs.length() == 0 ? "" : "  ");
      tabs.append(shown ? "[" + name + "]" : name, (shown ? Ink.STRONG : Ink.DIM).style());
    }
    tabs.append(above ? " ▴" : "").append(below ? " ▾" : "");
    return rule(tabs.toAttributedString(), wide);
  }

  private Picture footed() {
    if (playing.mode() != Playing.Mode.TYPING) {
      lines.add(Flow.fit(footer(), width));
      return new Picture(lines, -1, 0);
    }
    String prompt = playing.prompt().prompt();
    LineEditor editor = playing.prompt().editor();
    int before = new AttributedString(editor.text().substring(0, editor.caret())).columnLength();
    int room = Math.max(1, width - 1 - prompt.length());
    int from = Math.max(0, before - room + 1);
    AttributedString typed = new AttributedString(editor.text());
    AttributedStringBuilder line = new AttributedStringBuilder();
    line.append(prompt, Ink.CODE.style());
    line.append(typed.columnSubSequence(from, from + room));
    if (editor.text().isEmpty()) {
      line.append(words.get("prompt.help"), Ink.DIM.style());
    }
    lines.add(Flow.fit(line.toAttributedString(), width));
    return new Picture(lines, height - 1, prompt.length() + before - from);
  }

  private AttributedString footer() {
    if (!playing.message().isEmpty()) {
      return Flow.of(Ink.STRONG, playing.message());
    }
    Optional<Course> course = playing.course();
    if (course.filter(c -> c.run().isOffPath()).isPresent()) {
      return Flow.of(Ink.CHANGED, words.get("footer.off-path"));
    }
    return Flow.of(Ink.DIM, words.get(course.isPresent() ? "footer.lesson" : "footer.lab"));
  }
}
