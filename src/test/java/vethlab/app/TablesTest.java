package vethlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import vethlab.op.Ns;

/** The tables mark what a step has changed, and say what it was. */
class TablesTest extends WindowTest {

  private static int event(VethlabWindow window, String text) {
    for (int i = 0; i < doc(window).eventCount(); i++) {
      if (doc(window).event(i).decided().text().contains(text)) {
        return i + 1;
      }
    }
    throw new AssertionError(text);
  }

  private static List<String> marked(VethlabWindow window) {
    return window.scene().getRoot().lookupAll(".card .changed").stream()
        .map(node -> ((Label) node).getText())
        .toList();
  }

  private static List<String> said(VethlabWindow window) {
    return window.scene().getRoot().lookupAll(".card .tiny").stream()
        .map(node -> ((Label) node).getText())
        .filter(text -> text.startsWith("was "))
        .toList();
  }

  @Test
  void a_rule_that_counts_shows_its_counters_and_what_they_were() throws Exception {
    inWindow((window, hand) -> {
      window.open(Path.of("labs/container-to-internet"));
      window.studio().run(window.studio().showTerminal(new Ns("c1")), "ping -c 1 220.181.38.148");
      Snapshot.settle(window);
      window.view().showRight("tables");
      int masquerade = event(window, "MASQUERADE");
      doc(window).goToEvent(masquerade);
      hand.settle();
      assertThat(marked(window)).containsExactly("1", "84");
      assertThat(said(window)).containsExactly("was 0", "was 0");
      doc(window).goToEvent(masquerade - 2);
      hand.settle();
      assertThat(marked(window)).isEmpty();
    });
  }
}
