package vethlab.app.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vethlab.app.doc.Document;
import vethlab.app.doc.Opening;
import vethlab.app.doc.Runner;
import vethlab.lab.LabFolder;
import vethlab.lab.lesson.Block;
import vethlab.lab.lesson.Lesson;
import vethlab.lab.lesson.Prose;
import vethlab.lab.lesson.Span;
import vethlab.lab.lesson.Walkthrough;
import vethlab.op.Ns;
import vethlab.sim.timeline.Level;
import vethlab.wire.Arp;

/** Next and back move text and timeline together; the timeline moved by hand moves the text. */
class LessonRunTest {
  private static final String LAB =
      """
      vethlab: 1
      name: pair
      namespaces:
        a: {interfaces: {eth0: {addresses: [10.0.0.1/24]}}}
        b: {interfaces: {eth0: {addresses: [10.0.0.2/24]}}}
      links:
        - {endpoints: ["a:eth0", "b:eth0"]}
      """;

  private static final String LESSON =
      """
      # A pair
      ## Ask
      Nobody knows anybody.
      ```focus
      a
      ```
      ```run a
      ping -c 1 10.0.0.2
      ```
      ```goto
      node == b and arp
      ```
      The question arrives.
      ```goto
      node == b and icmp
      ```
      ```focus
      b
      open b
      ```
      Only now the echo request.
      ## Know
      Both have learned.
      ```run b
      ip neigh
      ```
      """;

  private static final int ASKED = 0;
  private static final int PINGED = 1;
  private static final int QUESTION = 2;
  private static final int REQUEST = 3;
  private static final int KNOW = 4;
  private static final int LOOKED = 5;

  @TempDir Path folder;
  private Document document;
  private Runner runner;
  private LessonRun run;

  @BeforeEach
  void open() throws IOException {
    Files.writeString(folder.resolve("lab.yaml"), LAB);
    Files.writeString(folder.resolve("walkthrough.md"), LESSON);
    document = Opening.open(folder).document();
    runner = new Runner(document);
    run = new LessonRun(document, runner, lesson());
  }

  private Lesson lesson() {
    Walkthrough walkthrough = Walkthrough.of(LabFolder.at(folder));
    assertThat(walkthrough.problems()).isEmpty();
    return walkthrough.in(Locale.ENGLISH).orElseThrow();
  }

  private void next() {
    assertThat(run.next()).isTrue();
    run.finish();
  }

  private void upTo(int stop) {
    while (run.here() < stop) {
      next();
    }
  }

  private String marked() {
    Stop.Place place = run.stop().place();
    Block block = run.lesson().steps().get(place.step()).blocks().get(place.marked()).block();
    return block instanceof Block.Text text && text.prose() instanceof Prose.Paragraph paragraph
        ? Span.text(paragraph.spans())
        : block.getClass().getSimpleName();
  }

  private long neighbours(String ns) {
    return document.kernel().neighbours(new Ns(ns)).size();
  }

  private List<String> addresses(String ns) {
    return document.kernel().addresses(new Ns(ns)).stream().map(a -> a.local().toString()).toList();
  }

  @Test
  void next_types_the_commands_and_stands_after_them() {
    assertThat(run.here()).isEqualTo(ASKED);
    assertThat(neighbours("a")).isZero();

    next();

    assertThat(run.here()).isEqualTo(PINGED);
    assertThat(run.printed(PINGED).orElseThrow()).contains("1 received, 0% packet loss");
    assertThat(neighbours("a")).isEqualTo(1);
    assertThat(document.timeline().position()).isEqualTo(document.timeline().end());
  }

  @Test
  void next_goes_to_the_event_the_paragraph_speaks_of() {
    upTo(QUESTION);

    assertThat(document.current().orElseThrow().ns()).isEqualTo(new Ns("b"));
    assertThat(document.current().orElseThrow().after()).isInstanceOf(Arp.class);
    assertThat(run.event(QUESTION)).isEqualTo(document.current());
    assertThat(marked()).isEqualTo("The question arrives.");
    assertThat(document.timeline().position()).isLessThan(document.timeline().end());
  }

  @Test
  void back_takes_the_network_back_too_and_next_finds_the_same_again() {
    upTo(LOOKED);
    long position = document.timeline().position();
    String printed = run.printed(LOOKED).orElseThrow();
    while (run.back()) {
      // to the start
    }
    assertThat(run.here()).isEqualTo(ASKED);
    assertThat(neighbours("a")).isZero();
    assertThat(document.session(document.terminals().getFirst())).isEmpty();

    upTo(LOOKED);

    assertThat(document.timeline().position()).isEqualTo(position);
    assertThat(run.printed(LOOKED)).contains(printed);
    assertThat(run.isOffPath()).isFalse();
  }

  @Test
  void stepping_the_timeline_marks_the_sentence_it_has_reached() {
    upTo(PINGED);
    document.goTo(0);
    assertThat(run.here()).isEqualTo(ASKED);
    document.goToEvent(0);
    assertThat(run.here()).isEqualTo(PINGED);

    document.goTo(run.event(QUESTION).orElseThrow().number() - 1);
    assertThat(run.here()).isEqualTo(PINGED);
    document.forward(Level.LOOKUP);
    assertThat(marked()).isEqualTo("The question arrives.");
    while (run.here() == QUESTION) {
      document.forward(Level.LOOKUP);
    }
    assertThat(marked()).isEqualTo("Only now the echo request.");
    document.back(Level.LOOKUP);
    assertThat(marked()).isEqualTo("The question arrives.");
  }

  @Test
  void the_focus_is_the_last_one_read() {
    assertThat(run.focus().orElseThrow().nodes()).extracting(Object::toString).containsExactly("a");
    upTo(REQUEST);
    assertThat(run.focus().orElseThrow().open()).containsExactly(new Ns("b"));
    upTo(KNOW);
    assertThat(run.focus().orElseThrow().open()).containsExactly(new Ns("b"));
  }

  @Test
  void typing_something_else_leaves_the_path_and_one_can_come_back() {
    upTo(REQUEST);
    document.type(document.terminal(new Ns("a")), "ip addr del 10.0.0.1/24 dev eth0");
    runner.until(document.terminal(new Ns("a")));
    runner.finish();
    assertThat(run.isOffPath()).isTrue();
    assertThat(run.here()).isEqualTo(REQUEST);
    assertThat(addresses("a")).doesNotContain("10.0.0.1/24");

    run.returnToPath();

    assertThat(run.isOffPath()).isFalse();
    assertThat(run.here()).isEqualTo(REQUEST);
    assertThat(document.current()).isEqualTo(run.event(REQUEST));
    assertThat(addresses("a")).contains("10.0.0.1/24");

    document.undo();
    assertThat(addresses("a")).doesNotContain("10.0.0.1/24");
    assertThat(run.isOffPath()).isTrue();
  }

  @Test
  void going_to_a_step_runs_the_commands_on_the_way() {
    run.go(run.stopOf(1));
    run.finish();

    assertThat(run.here()).isEqualTo(KNOW);
    assertThat(run.isReached(PINGED)).isTrue();
    assertThat(run.isReached(LOOKED)).isFalse();
    assertThat(document.current()).isEqualTo(run.event(REQUEST));
  }

  @Test
  void commands_that_somebody_stops_leave_the_path() throws IOException {
    Files.writeString(folder.resolve("walkthrough.md"), LESSON.replace("ping -c 1", "ping -c 9"));
    run = new LessonRun(document, runner, lesson());
    run.next();
    runner.slice(0, 1);
    runner.stop();

    assertThat(run.isRunning()).isFalse();
    assertThat(run.isOffPath()).isTrue();
    assertThat(run.isReached(PINGED)).isFalse();

    run.next();
    run.finish();
    assertThat(run.isReached(PINGED)).isTrue();
    assertThat(run.isOffPath()).isFalse();
  }

  @Test
  void a_command_that_would_never_end_is_interrupted() throws IOException {
    Files.writeString(folder.resolve("walkthrough.md"), LESSON.replace("ping -c 1", "ping"));
    run = new LessonRun(document, runner, lesson());

    upTo(PINGED);

    assertThat(run.printed(PINGED).orElseThrow()).contains("5 packets transmitted, 5 received");
  }

  @Test
  void restart_forgets_everything() {
    upTo(LOOKED);
    run.restart();

    assertThat(run.here()).isEqualTo(ASKED);
    assertThat(run.isReached(PINGED)).isFalse();
    assertThat(document.terminals()).isEmpty();
    assertThat(document.eventCount()).isZero();
  }

  @Test
  void another_language_goes_on_at_the_same_stop() {
    upTo(REQUEST);
    run.lesson(lesson());

    assertThat(run.here()).isEqualTo(REQUEST);
  }
}
