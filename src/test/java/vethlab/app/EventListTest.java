package vethlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import org.junit.jupiter.api.Test;
import vethlab.op.Ns;
import vethlab.sim.trace.Step;
import vethlab.sim.trace.StepFilter;

/** The list of events: whole verdicts, filter, search, one packet followed. */
class EventListTest extends WindowTest {

  private static void pinged(VethlabWindow window) {
    window.open(Path.of("labs/container-to-internet"));
    window.studio().run(window.studio().showTerminal(new Ns("c1")), "ping -c 1 220.181.38.148");
    Snapshot.settle(window);
  }

  private static ListView<?> list(VethlabWindow window) {
    return (ListView<?>) window.scene().lookup("#events");
  }

  private static TextField field(VethlabWindow window, String id) {
    return (TextField) window.scene().lookup("#" + id);
  }

  private static Set<Integer> shown(VethlabWindow window) {
    return list(window).getItems().stream()
        .map(Integer.class::cast)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static int natEvent(VethlabWindow window) {
    for (int i = 0; i < doc(window).eventCount(); i++) {
      if (StepFilter.isNat(doc(window).event(i))) {
        return i;
      }
    }
    throw new AssertionError("no NAT");
  }

  @Test
  void no_row_cuts_what_happened() throws Exception {
    inWindow((window, hand) -> {
      pinged(window);
      for (int at = 1; at <= doc(window).eventCount(); at += 3) {
        doc(window).goToEvent(at);
        hand.settle();
        Bounds list = list(window).localToScene(list(window).getBoundsInLocal());
        for (Node node : list(window).lookupAll(".event-what")) {
          Label what = (Label) node;
          Bounds box = what.localToScene(what.getBoundsInLocal());
          assertThat(box.getMaxX()).as(what.getText()).isLessThanOrEqualTo(list.getMaxX());
          assertThat(what.lookup(".text"))
              .isInstanceOfSatisfying(
                  javafx.scene.text.Text.class,
                  text -> assertThat(text.getText()).isEqualTo(what.getText()));
        }
      }
    });
  }

  @Test
  void a_filter_leaves_what_matches() throws Exception {
    inWindow((window, hand) -> {
      pinged(window);
      hand.click(field(window, "event-filter")).type("node == host and icmp");
      assertThat(shown(window)).isNotEmpty();
      for (int index : shown(window)) {
        assertThat(doc(window).event(index).ns()).isEqualTo(Ns.HOST);
      }
      hand.key(Hand.ESCAPE);
      assertThat(shown(window)).hasSize(doc(window).eventCount());
    });
  }

  @Test
  void a_mistake_in_a_filter_is_shown_and_changes_nothing() throws Exception {
    inWindow((window, hand) -> {
      pinged(window);
      hand.click(field(window, "event-filter")).type("node == host and icm");
      Label mistake = (Label) window.scene().lookup(".filter-mistake");
      assertThat(mistake.isVisible()).isTrue();
      assertThat(mistake.getText()).startsWith("Column 18: unknown word \"icm\"");
      hand.type("p");
      assertThat(mistake.isVisible()).isFalse();
    });
  }

  @Test
  void following_a_packet_shows_its_way_through_every_namespace_and_nothing_else()
      throws Exception {
    inWindow((window, hand) -> {
      pinged(window);
      doc(window).goToEvent(natEvent(window) + 1);
      window.allActions().get("follow").run().run();
      Set<String> where =
          shown(window).stream()
              .map(i -> doc(window).event(i).ns().toString())
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(where).containsExactly("c1", "host", "internet");
      for (int index : shown(window)) {
        Step step = doc(window).event(index);
        assertThat(step.after().toString()).contains("220.181.38.148");
      }
      window.allActions().get("follow").run().run();
      assertThat(shown(window)).hasSize(doc(window).eventCount());
    });
  }

  @Test
  void find_goes_from_one_to_the_next() throws Exception {
    inWindow((window, hand) -> {
      pinged(window);
      doc(window).goToEvent(1);
      hand.click(list(window)).key('F', Hand.CONTROL);
      hand.type("masquerade").key(Hand.ENTER);
      int at = doc(window).eventsHere();
      assertThat(doc(window).event(at - 1).decided().text()).contains("MASQUERADE");
    });
  }

  @Test
  void a_click_on_a_row_goes_to_its_moment() throws Exception {
    inWindow((window, hand) -> {
      pinged(window);
      VirtualFlow<?> flow = (VirtualFlow<?>) list(window).lookup(".virtual-flow");
      Node row = flow.getCell(flow.getFirstVisibleCell().getIndex() + 1).lookup(".event-row");
      Label number = (Label) row.lookup(".third");
      hand.click(row);
      assertThat(doc(window).eventsHere()).isEqualTo(Integer.parseInt(number.getText()));
    });
  }
}
