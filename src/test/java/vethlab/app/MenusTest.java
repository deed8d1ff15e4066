package vethlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import vethlab.app.scene.Item;
import vethlab.app.scene.Scene.Box;
import vethlab.op.Ns;
import vethlab.sim.trace.StepFilter;

/** Menus that pop up, used with the mouse. */
class MenusTest extends WindowTest {
  private static final Ns C1 = new Ns("c1");
  private static final Ns C2 = new Ns("c2");

  private static void open(VethlabWindow window, Hand hand) {
    window.open(Path.of("labs/container-to-internet"));
    hand.settle();
  }

  private static Box box(VethlabWindow window, Ns ns) {
    return doc(window).scene().node(ns).orElseThrow().box();
  }

  private static void rightClick(VethlabWindow window, Hand hand, Ns ns) {
    hand.rightClick(box(window, ns).centerX(), box(window, ns).y() + 12);
  }

  private static List<String> offered() {
    return Window.getWindows().stream()
        .filter(each -> each instanceof PopupWindow && each.isShowing())
        .flatMap(each -> each.getScene().getRoot().lookupAll(".menu-item .label").stream())
        .map(label -> ((Label) label).getText())
        .toList();
  }

  @Test
  void a_namespaces_terminal_is_opened_from_its_menu() throws Exception {
    inWindow((window, hand) -> {
      open(window, hand);
      window.studio().select(new Item.Namespace(C1));
      rightClick(window, hand, C1);
      assertThat(offered())
          .contains("Rename")
          .doesNotContain("Align tops", "Ping from the first selected to the second");
      hand.choose("Terminal of the selected namespace").settle();
      assertThat(doc(window).terminals()).extracting(t -> t.ns()).containsExactly(C1);
      assertThat(offered()).as("the menu has closed").isEmpty();
    });
  }

  @Test
  void two_namespaces_are_pinged_and_aligned_from_their_menu() throws Exception {
    inWindow((window, hand) -> {
      open(window, hand);
      window.studio().select(Set.of(new Item.Namespace(C1), new Item.Namespace(C2)));
      rightClick(window, hand, C1);
      hand.choose("Ping from the first selected to the second").settle();
      assertThat(doc(window).eventCount()).isPositive();
      rightClick(window, hand, C1);
      hand.choose("Align tops").settle();
      assertThat(box(window, C1).y()).isEqualTo(box(window, C2).y());
    });
  }

  @Test
  void a_breakpoint_is_set_from_the_player() throws Exception {
    inWindow((window, hand) -> {
      open(window, hand);
      hand.click(window.scene().lookup("#breakpoints")).choose("Where NAT rewrites").settle();
      window.studio().run(window.studio().showTerminal(C1), "ping -c 1 220.181.38.148");
      hand.settle();
      assertThat(StepFilter.isNat(doc(window).current().orElseThrow())).isTrue();
    });
  }

  @Test
  void where_nothing_is_chosen_the_drawing_as_a_whole_is_offered() throws Exception {
    inWindow((window, hand) -> {
      open(window, hand);
      Box host = box(window, Ns.HOST);
      hand.rightClick(host.centerX(), host.bottom() + 60);
      assertThat(offered()).contains("Select all").doesNotContain("Delete", "Rename");
      hand.choose("Select all").settle();
      assertThat(window.studio().selection()).hasSizeGreaterThan(3);
    });
  }
}
