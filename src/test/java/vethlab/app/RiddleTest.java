package vethlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import vethlab.app.doc.Document;
import vethlab.op.Ns;
import vethlab.sim.trace.Verdict;

/** A lab in which the reader shall find what is wrong tells it to nobody who has not asked. */
class RiddleTest extends WindowTest {
  private static final Path RIDDLE = Path.of("labs/fault-after-the-reboot");

  /** Opens it, pings in vain, and goes to where the packet dies. */
  private static void lookAtTheDrop(VethlabWindow window, Hand hand, Path lab) {
    window.open(lab);
    window.studio().run(window.studio().showTerminal(new Ns("c1")), "ping -c 1 -W 1 198.51.100.7");
    Snapshot.settle(window);
    doc(window).goToEvent(firstDrop(doc(window)) + 1);
    window.view().showRight("packet");
    hand.settle();
    assertThat(window.scene().lookup(".died")).isNotNull();
  }

  private static int firstDrop(Document document) {
    return IntStream.range(0, document.eventCount())
        .filter(i -> document.event(i).verdict() instanceof Verdict.Dropped)
        .filter(i -> document.event(i).ns().isHost())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void neither_the_problem_of_a_riddle_nor_its_repair_is_told() throws Exception {
    inWindow((window, hand) -> {
      lookAtTheDrop(window, hand, RIDDLE);

      assertThat(window.studio().problems()).isEmpty();
      assertThat(window.studio().noProblems()).isEqualTo("find the fault");
      assertThat(window.scene().lookup("#fix")).isNull();
    });
  }

  @Test
  void without_its_solution_it_is_a_lab_as_any_other() throws Exception {
    Path lab = Files.createDirectories(home.resolve("mine")).resolve("lab.yaml");
    Files.copy(RIDDLE.resolve("lab.yaml"), lab);
    inWindow((window, hand) -> {
      lookAtTheDrop(window, hand, lab);

      assertThat(window.studio().problems()).isNotEmpty();
      assertThat(window.scene().lookup("#fix")).isNotNull();
    });
  }

  @Test
  void hints_are_told_one_after_the_other_when_they_are_asked_for() throws Exception {
    inWindow((window, hand) -> {
      window.open(RIDDLE);
      hand.settle();
      for (int i = 0; i < 30 && window.scene().lookup("#hint") == null; i++) {
        window.allActions().get("lesson-next").run().run();
        hand.settle();
      }
      assertThat(window.scene().getRoot().lookupAll(".walk-hint")).isEmpty();
      Node first = window.scene().lookup("#hint");
      ((Button) first).requestFocus();
      hand.key(Hand.ENTER).settle();
      assertThat(window.scene().getRoot().lookupAll(".walk-hint")).hasSize(1);
      ((Button) window.scene().lookup("#hint")).requestFocus();
      hand.key(Hand.ENTER).settle();
      assertThat(window.scene().getRoot().lookupAll(".walk-hint")).hasSize(2);
    });
  }
}
