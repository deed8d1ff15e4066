package vethlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import vethlab.app.scene.Item;
import vethlab.app.scene.Scene.Box;
import vethlab.op.Ns;
import vethlab.sim.timeline.Breakpoint;

/** Every key does what the table of keys says. */
class KeysTest extends WindowTest {
  private static final Ns NS1 = new Ns("ns1");
  private static final Ns NS2 = new Ns("ns2");

  private static void select(VethlabWindow window, Ns... namespaces) {
    java.util.Set<Item> items = new java.util.LinkedHashSet<>();
    for (Ns ns : namespaces) {
      items.add(new Item.Namespace(ns));
    }
    window.studio().select(items);
  }

  /** Two namespaces with a link, the second one chosen. */
  private static void two(VethlabWindow window, Hand hand) {
    hand.letter('n').key(Hand.ENTER).letter('n').key(Hand.ENTER);
    hand.key('A', Hand.CONTROL).letter('l');
    select(window, NS2);
  }

  private static Box box(VethlabWindow window, Ns ns) {
    return doc(window).scene().node(ns).orElseThrow().box();
  }

  private static List<Ns> namespaces(VethlabWindow window) {
    return doc(window).kernel().namespaces();
  }

  private static double zoom(VethlabWindow window) {
    return window.drawing().canvas().orElseThrow().camera().zoom();
  }

  @Test
  void undo_and_redo() throws Exception {
    inWindow((window, hand) -> {
      hand.letter('n').key(Hand.ENTER);
      hand.key('Z', Hand.CONTROL);
      assertThat(namespaces(window)).isEmpty();
      hand.key('Z', Hand.CONTROL | Hand.SHIFT);
      assertThat(namespaces(window)).hasSize(1);
      hand.key('Z', Hand.CONTROL);
      hand.key('Y', Hand.CONTROL);
      assertThat(namespaces(window)).hasSize(1);
    });
  }

  @Test
  void cut_copy_paste_duplicate_select_all_delete() throws Exception {
    inWindow((window, hand) -> {
      two(window, hand);
      hand.key('A', Hand.CONTROL);
      assertThat(window.studio().chosenNamespaces()).containsExactlyInAnyOrder(NS1, NS2);
      hand.key('C', Hand.CONTROL).key('V', Hand.CONTROL);
      assertThat(namespaces(window)).hasSize(4);
      assertThat(doc(window).scene().wires()).as("the link is copied too").hasSize(2);
      select(window, NS1);
      hand.key('D', Hand.CONTROL);
      assertThat(namespaces(window)).hasSize(5);
      select(window, NS1, NS2);
      hand.key('X', Hand.CONTROL);
      assertThat(namespaces(window)).doesNotContain(NS1, NS2);
      hand.key('V', Hand.CONTROL);
      assertThat(namespaces(window)).as("what was cut is pasted").hasSize(5);
      hand.key(Hand.DELETE);
      assertThat(namespaces(window)).hasSize(3);
      hand.key('A', Hand.CONTROL).key(Hand.BACK_SPACE);
      assertThat(namespaces(window)).isEmpty();
    });
  }

  @Test
  void arrows_nudge() throws Exception {
    inWindow((window, hand) -> {
      hand.letter('n').key(Hand.ENTER);
      Box at = box(window, NS1);
      hand.key(Hand.RIGHT_ARROW).key(Hand.DOWN_ARROW);
      assertThat(box(window, NS1).x()).isEqualTo(at.x() + 20);
      assertThat(box(window, NS1).y()).isEqualTo(at.y() + 20);
      hand.key(Hand.LEFT_ARROW, Hand.CONTROL).key(Hand.UP_ARROW, Hand.CONTROL);
      assertThat(box(window, NS1).x()).isEqualTo(at.x() + 19);
      assertThat(box(window, NS1).y()).isEqualTo(at.y() + 19);
    });
  }

  @Test
  void letters_take_tools() throws Exception {
    inWindow((window, hand) -> {
      for (Tool tool : Tool.values()) {
        if (!tool.key().isEmpty()) {
          hand.letter(Character.toLowerCase(tool.key().charAt(0)));
          assertThat(window.studio().tool()).isEqualTo(tool);
        }
      }
      hand.key(Hand.ESCAPE);
      assertThat(window.studio().tool()).isEqualTo(Tool.SELECT);
    });
  }

  @Test
  void zoom_and_show_all() throws Exception {
    inWindow((window, hand) -> {
      two(window, hand);
      double before = zoom(window);
      hand.key('=', Hand.CONTROL);
      assertThat(zoom(window)).isGreaterThan(before);
      hand.key('-', Hand.CONTROL).key('-', Hand.CONTROL);
      assertThat(zoom(window)).isLessThan(before);
      hand.key('0', Hand.CONTROL);
      assertThat(zoom(window)).isEqualTo(1);
      hand.key('-', Hand.CONTROL).key('1', Hand.SHIFT);
      var canvas = window.drawing().canvas().orElseThrow();
      assertThat(canvas.view().contains(box(window, NS1).x(), box(window, NS1).y())).isTrue();
      hand.key('2', Hand.SHIFT);
      assertThat(canvas.view().contains(box(window, NS2).centerX(), box(window, NS2).centerY()))
          .isTrue();
    });
  }

  @Test
  void stepping_through_time() throws Exception {
    inWindow((window, hand) -> {
      two(window, hand);
      select(window, NS1, NS2);
      hand.key(Hand.ENTER, Hand.CONTROL);
      int all = doc(window).eventCount();
      assertThat(all).isGreaterThan(10);
      hand.key(Hand.HOME);
      assertThat(doc(window).eventsHere()).isZero();
      hand.key(Hand.F7);
      int into = doc(window).eventsHere();
      hand.key(Hand.F8);
      assertThat(doc(window).eventsHere()).isGreaterThan(into);
      int stage = doc(window).eventsHere();
      hand.key(Hand.F8, Hand.SHIFT);
      assertThat(doc(window).eventsHere()).isGreaterThan(stage);
      int here = doc(window).eventsHere();
      hand.key(Hand.PERIOD);
      assertThat(doc(window).eventsHere()).isEqualTo(here + 1);
      hand.key(Hand.COMMA).key(Hand.COMMA);
      assertThat(doc(window).eventsHere()).isEqualTo(here - 1);
      hand.key(Hand.END);
      assertThat(doc(window).eventsHere()).isEqualTo(all);
      hand.key('R', Hand.CONTROL);
      assertThat(doc(window).eventsHere()).isZero();
    });
  }

  @Test
  void breakpoints() throws Exception {
    inWindow((window, hand) -> {
      two(window, hand);
      select(window, NS1, NS2);
      hand.key(Hand.ENTER, Hand.CONTROL);
      select(window, NS2);
      hand.key(Hand.F8, Hand.CONTROL);
      assertThat(doc(window).timeline().breakpoints()).containsExactly(new Breakpoint.AtNode(NS2));
      hand.key(Hand.HOME).key(Hand.F9);
      assertThat(doc(window).current().orElseThrow().ns()).isEqualTo(NS2);
      int first = doc(window).eventsHere();
      hand.key(Hand.END);
      hand.key(Hand.F9, Hand.SHIFT);
      assertThat(doc(window).current().orElseThrow().ns()).isEqualTo(NS2);
      assertThat(doc(window).eventsHere()).isGreaterThan(first);
      hand.key(Hand.F8, Hand.CONTROL);
      assertThat(doc(window).timeline().breakpoints()).isEmpty();
      hand.key(Hand.HOME).key(Hand.F9, Hand.ALT);
      assertThat(doc(window).current().orElseThrow().ns()).as("to what is chosen").isEqualTo(NS2);
    });
  }

  @Test
  void playing_and_speed() throws Exception {
    inWindow((window, hand) -> {
      two(window, hand);
      select(window, NS1, NS2);
      hand.key(Hand.ENTER, Hand.CONTROL);
      hand.letter('p');
      assertThat(window.studio().player().isPlaying()).isTrue();
      hand.letter('p');
      assertThat(window.studio().player().isPlaying()).isFalse();
      hand.letter(']');
      assertThat(window.studio().player().speed()).isEqualTo(2);
      hand.letter('[').letter('[');
      assertThat(window.studio().player().speed()).isEqualTo(0.5);
    });
  }

  @Test
  void palette_find_filter_keys_terminal_and_lab_text() throws Exception {
    inWindow((window, hand) -> {
      two(window, hand);
      hand.key('P', Hand.CONTROL | Hand.SHIFT).type("add a bridge").key(Hand.ENTER);
      assertThat(window.studio().tool()).isEqualTo(Tool.BRIDGE);
      hand.key(Hand.ESCAPE);
      hand.key('F', Hand.CONTROL).type("10.0.0.1").key(Hand.ENTER);
      assertThat(window.studio().chosen()).contains(new Item.Port(NS1, "eth0"));
      hand.key(Hand.SLASH, Hand.CONTROL);
      assertThat(window.scene().getFocusOwner()).isInstanceOf(TextField.class);
      window.view().focusCanvas();
      hand.key(0xC0, Hand.CONTROL);
      assertThat(doc(window).terminals()).hasSize(1);
      assertThat(doc(window).terminals().getFirst().ns()).isEqualTo(NS1);
      window.view().focusCanvas();
      hand.key('E', Hand.CONTROL);
      assertThat(window.view().lookup(".overlay .text-area")).isNotNull();
      hand.key(Hand.ESCAPE);
      assertThat(window.view().lookup(".overlay")).isNull();
    });
  }

  @Test
  void the_sheet_of_keys_and_the_palette_hold_every_action() throws Exception {
    inWindow((window, hand) -> {
      hand.key(Hand.F1);
      List<String> told = texts(window);
      for (Actions.Action action : window.allActions().all()) {
        if (!action.keys().isEmpty()) {
          assertThat(told).contains(action.title(), Actions.keyText(action.keys().getFirst()));
        }
      }
      hand.key(Hand.ESCAPE);
      hand.key('P', Hand.CONTROL | Hand.SHIFT);
      assertThat(texts(window))
          .containsAll(window.allActions().all().stream().map(Actions.Action::title).toList());
    });
  }

  private static List<String> texts(VethlabWindow window) {
    List<String> texts = new ArrayList<>();
    window.view().lookupAll(".overlay .label").forEach(each -> texts.add(((Label) each).getText()));
    return texts;
  }

  @Test
  void every_action_has_words_in_both_languages() {
    Words english = Words.in(java.util.Locale.ENGLISH);
    Words chinese = Words.in(java.util.Locale.CHINESE);
    for (String language : List.of("en", "zh")) {
      Words words = language.equals("en") ? english : chinese;
      for (Tool tool : Tool.values()) {
        assertThat(words.has("tool." + tool.word())).as(language + " " + tool).isTrue();
      }
    }
  }

  @Test
  void files() throws Exception {
    inWindow((window, hand) -> {
      two(window, hand);
      List<String> asked = new ArrayList<>();
      window
          .desk()
          .dialogs(
              new FileDialogs() {
                @Override
                public Optional<Path> open(String title) {
                  asked.add("open");
                  return Optional.empty();
                }

                @Override
                public Optional<Path> save(String title, String name) {
                  asked.add("save " + name);
                  return Optional.empty();
                }
              });
      hand.key('S', Hand.CONTROL).key('O', Hand.CONTROL);
      assertThat(asked).containsExactly("save untitled-lab", "open");
      hand.key('E', Hand.CONTROL | Hand.SHIFT);
      assertThat(window.view().lookup("#export-pcapng")).isNotNull();
      hand.key(Hand.ESCAPE);
      hand.key('N', Hand.CONTROL);
      assertThat(texts(window)).anyMatch(text -> text.contains("Save the changes"));
    });
  }

  @Test
  void deploying_shows_the_plan() throws Exception {
    inWindow((window, hand) -> {
      window.open(Path.of("labs/veth-pair"));
      hand.settle();
      hand.key('D', Hand.CONTROL | Hand.SHIFT);
      assertThat(texts(window)).contains("Run “veth-pair” on this kernel");
      hand.key(Hand.ESCAPE);
      assertThat(window.studio().kernel().run()).as("nothing was built").isEmpty();
      hand.key('D', Hand.CONTROL | Hand.SHIFT);
      hand.key(Hand.ESCAPE).key('K', Hand.CONTROL | Hand.SHIFT);
      assertThat(window.studio().kernel().run()).as("the simulated kernel again").isEmpty();
    });
  }

  @Test
  void a_letter_typed_into_a_field_is_no_tool() throws Exception {
    inWindow((window, hand) -> {
      hand.letter('n').key(Hand.ENTER);
      hand.key(Hand.F2);
      hand.type("web").key(Hand.ENTER);
      assertThat(namespaces(window)).containsExactly(new Ns("web"));
      assertThat(window.studio().tool()).isEqualTo(Tool.SELECT);
    });
  }

  @Test
  void what_can_be_clicked_in_a_pane_can_be_pressed() throws Exception {
    inWindow((window, hand) -> {
      two(window, hand);
      window.studio().select(Set.of());
      window.view().showRight("inspector");
      hand.settle();
      Node row = window.scene().lookup(".pane-right .palette-row");
      row.requestFocus();
      hand.key(Hand.ENTER).settle();
      assertThat(window.studio().chosenNamespaces()).hasSize(1);
    });
  }
}
