package vethlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import vethlab.app.lesson.LessonRun;
import vethlab.op.Ns;
import vethlab.sim.trace.Verdict;

/** The lesson beside the drawing, followed with mouse and keys. */
class WalkthroughTest extends WindowTest {

  private static LessonRun bridge(VethlabWindow window, Hand hand) {
    window.open(Path.of("labs/bridge"));
    hand.settle();
    return window.studio().teaching().orElseThrow().run();
  }

  private static <T extends Node> T find(VethlabWindow window, Class<T> type, String selector) {
    return type.cast(window.scene().getRoot().lookup(selector));
  }

  private static void press(VethlabWindow window, Hand hand, String id) {
    hand.click(find(window, Button.class, id)).settle();
  }

  private static void goOn(VethlabWindow window, Hand hand, int stops) {
    for (int i = 0; i < stops; i++) {
      press(window, hand, "#lesson-next");
    }
  }

  private static String marked(VethlabWindow window) {
    StringBuilder text = new StringBuilder();
    find(window, Node.class, ".walk-text.marked")
        .lookupAll(".prose")
        .forEach(node -> text.append(((Text) node).getText()));
    return text.toString();
  }

  @Test
  void a_click_runs_the_commands_in_the_terminal_they_are_for() throws Exception {
    inWindow((window, hand) -> {
      bridge(window, hand);
      hand.click(find(window, Button.class, ".walk-command .run")).settle();
      assertThat(window.studio().activeTerminal()).contains(Ns.HOST);
      var terminal = doc(window).terminals().getFirst();
      assertThat(doc(window).session(terminal).orElseThrow().transcript().text())
          .contains("1 packets transmitted, 1 received");
      assertThat(find(window, Button.class, ".walk-command .run").getText()).startsWith("✓");
    });
  }

  @Test
  void a_check_completes_by_itself() throws Exception {
    inWindow((window, hand) -> {
      bridge(window, hand);
      goOn(window, hand, 1);
      Label mark = (Label) find(window, Node.class, "#check-host-online").lookup(".label");
      assertThat(mark.getText()).isEqualTo("✓");
    });
  }

  @Test
  void next_and_back_move_the_text_and_the_timeline_together() throws Exception {
    inWindow((window, hand) -> {
      LessonRun run = bridge(window, hand);
      goOn(window, hand, 12);
      assertThat(marked(window)).startsWith("The answer comes in by eth0");
      assertThat(doc(window).current().orElseThrow().verdict()).isInstanceOf(Verdict.Dropped.class);
      press(window, hand, "#lesson-back");
      assertThat(marked(window)).startsWith("It is answered");
      assertThat(doc(window).current().orElseThrow().ns()).isEqualTo(new Ns("internet"));
      assertThat(run.here()).isEqualTo(11);
    });
  }

  @Test
  void stepping_the_timeline_marks_the_paragraph_it_has_reached() throws Exception {
    inWindow((window, hand) -> {
      bridge(window, hand);
      goOn(window, hand, 11);
      assertThat(marked(window)).startsWith("It is answered");
      for (int i = 0; i < 9; i++) {
        hand.key(Hand.F8);
      }
      assertThat(marked(window)).startsWith("The answer comes in by eth0");
    });
  }

  @Test
  void a_wrong_answer_has_its_reply_and_a_right_one_too() throws Exception {
    inWindow((window, hand) -> {
      bridge(window, hand);
      goOn(window, hand, 7);
      hand.click(choice(window, "Yes")).settle();
      assertThat(reply(window)).contains("who gets the frames");
      hand.click(choice(window, "No, what comes in")).settle();
      assertThat(reply(window)).startsWith("Right");
    });
  }

  @Test
  void long_answers_are_wrapped_and_nothing_is_cut_off() throws Exception {
    inWindow((window, hand) -> {
      window.open(Path.of("labs/container-to-internet"));
      hand.settle();
      goOn(window, hand, 3);
      assertThat(choice(window, "the frame to docker0's MAC").getText()).hasSizeGreaterThan(40);
      Region text = find(window, Region.class, ".walk");
      ScrollPane pane = around(text);
      assertThat(text.getWidth()).isLessThanOrEqualTo(pane.getViewportBounds().getWidth());
    });
  }

  private static ScrollPane around(Node content) {
    Node node = content;
    while (!(node instanceof ScrollPane pane)) {
      node = node.getParent();
    }
    return pane;
  }

  private static Button choice(VethlabWindow window, String text) {
    return window.scene().getRoot().lookupAll(".choice").stream()
        .map(Button.class::cast)
        .filter(button -> button.getText().contains(text))
        .findFirst()
        .orElseThrow();
  }

  private static String reply(VethlabWindow window) {
    return Optional.ofNullable(window.scene().getRoot().lookup(".walk-reply .prose"))
        .map(node -> ((Text) node).getText())
        .orElse("");
  }

  @Test
  void who_leaves_the_path_comes_back_to_it_with_one_click() throws Exception {
    inWindow((window, hand) -> {
      LessonRun run = bridge(window, hand);
      goOn(window, hand, 3);
      window.studio().run(window.studio().showTerminal(Ns.HOST), "ip link del veth0");
      hand.settle();
      assertThat(run.isOffPath()).isTrue();
      press(window, hand, "#back-to-lesson");
      assertThat(run.isOffPath()).isFalse();
      assertThat(doc(window).kernel().link(Ns.HOST, "veth0")).isPresent();
    });
  }

  @Test
  void another_language_tells_the_same_step() throws Exception {
    inWindow((window, hand) -> {
      LessonRun run = bridge(window, hand);
      goOn(window, hand, 12);
      window.allActions().get("language").run().run();
      hand.settle();
      assertThat(run.lesson().language()).isEqualTo(Locale.CHINESE);
      assertThat(marked(window)).startsWith("应答从 eth0 进来");
    });
  }

  @Test
  void a_drop_is_mended_with_one_click() throws Exception {
    inWindow((window, hand) -> {
      bridge(window, hand);
      goOn(window, hand, 12);
      window.view().showRight("packet");
      hand.settle();
      Button fix = find(window, Button.class, "#fix");
      assertThat(fix.getText()).isEqualTo("Run ip link set br0 up");
      hand.click(fix).settle();
      assertThat(doc(window).kernel().link(Ns.HOST, "br0").orElseThrow().has(1)).isTrue();
      assertThat(doc(window).undoName()).isPresent();
    });
  }
}
