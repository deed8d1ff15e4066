package vethlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vethlab.app.scene.Item;
import vethlab.app.scene.Scene;
import vethlab.app.scene.Scene.Box;
import vethlab.app.scene.Scene.Port;
import vethlab.op.Ns;

/** The article's bridge demo, drawn with the mouse alone. */
class DrawByMouseTest extends WindowTest {

  private static Box box(VethlabWindow window, String ns) {
    return doc(window).scene().node(new Ns(ns)).orElseThrow().box();
  }

  private static void twoNamespacesOnABridge(VethlabWindow window, Hand hand) {
    hand.letter('n').click(160, 160);
    hand.letter('n').click(160, 360);
    hand.letter('b').click(520, 250);
    for (String ns : new String[] {"ns1", "ns2"}) {
      hand.letter('l');
      Box from = box(window, ns);
      Box bridge = doc(window).scene().device(Ns.HOST, "br0").orElseThrow().box();
      hand.drag(from.centerX(), from.bottom() - 20, bridge.centerX(), bridge.centerY());
      hand.key(Hand.ESCAPE);
    }
  }

  @Test
  void a_namespace_is_put_where_the_mouse_is_clicked() throws Exception {
    inWindow((window, hand) -> {
      hand.letter('n').click(300, 200);
      assertThat(doc(window).kernel().namespaces()).containsExactly(new Ns("ns1"));
      assertThat(box(window, "ns1").contains(300, 200)).isTrue();
      assertThat(window.studio().chosen()).contains(new Item.Namespace(new Ns("ns1")));
    });
  }

  @Test
  void links_are_dragged_to_a_bridge_and_both_ends_get_addresses() throws Exception {
    inWindow((window, hand) -> {
      twoNamespacesOnABridge(window, hand);
      Scene scene = doc(window).scene();
      Port one = scene.port(new Ns("ns1"), "eth0").orElseThrow();
      Port two = scene.port(new Ns("ns2"), "eth0").orElseThrow();
      assertThat(one.addresses()).containsExactly("10.0.0.2/24");
      assertThat(two.addresses()).containsExactly("10.0.0.3/24");
      assertThat(one.state()).isEqualTo(Scene.PortState.UP);
      assertThat(scene.port(Ns.HOST, "veth1").orElseThrow().master()).isEqualTo("br0");
    });
  }

  @Test
  void a_ping_goes_through_and_stepping_back_finds_every_table_as_it_was() throws Exception {
    inWindow((window, hand) -> {
      twoNamespacesOnABridge(window, hand);
      Box one = box(window, "ns1");
      Box two = box(window, "ns2");
      hand.click(one.x() + 60, one.y() + 15);
      hand.shift().click(two.x() + 60, two.y() + 15).nothing();
      String before = tables(window);
      hand.key(Hand.ENTER, Hand.CONTROL);
      assertThat(doc(window).terminals()).hasSize(1);
      var session = doc(window).session(doc(window).terminals().getFirst()).orElseThrow();
      assertThat(session.transcript().text()).contains("1 packets transmitted, 1 received");
      assertThat(doc(window).kernel().neighbours(new Ns("ns1"))).isNotEmpty();
      while (doc(window).eventsHere() > 0) {
        int here = doc(window).eventsHere();
        hand.key(Hand.COMMA);
        assertThat(doc(window).eventsHere()).isLessThan(here);
      }
      assertThat(tables(window)).isEqualTo(before);
    });
  }

  private static String tables(VethlabWindow window) {
    StringBuilder text = new StringBuilder();
    var kernel = doc(window).kernel();
    for (Scene.NodeBox node : doc(window).scene().nodes()) {
      text.append(kernel.neighbours(node.ns())).append(kernel.fdb(node.ns()).size());
      kernel.links(node.ns()).forEach(link -> text.append(link.name()).append(link.stats()));
    }
    return text.toString();
  }

  @Test
  void undo_and_redo_go_by_name() throws Exception {
    inWindow((window, hand) -> {
      twoNamespacesOnABridge(window, hand);
      assertThat(doc(window).undoName()).contains("connect ns2 to br0");
      hand.key('Z', Hand.CONTROL);
      assertThat(doc(window).scene().port(new Ns("ns2"), "eth0")).isEmpty();
      assertThat(doc(window).redoName()).contains("connect ns2 to br0");
      hand.key('Z', Hand.CONTROL | Hand.SHIFT);
      assertThat(doc(window).scene().port(new Ns("ns2"), "eth0")).isPresent();
    });
  }

  @Test
  void dragging_moves_a_namespace_and_is_one_undo() throws Exception {
    inWindow((window, hand) -> {
      hand.letter('n').click(300, 200);
      Box before = box(window, "ns1");
      hand.drag(before.x() + 60, before.y() + 15, before.x() + 160, before.y() + 95);
      assertThat(box(window, "ns1").x()).isEqualTo(before.x() + 100);
      assertThat(box(window, "ns1").y()).isEqualTo(before.y() + 80);
      hand.key('Z', Hand.CONTROL);
      assertThat(box(window, "ns1")).isEqualTo(before);
      assertThat(doc(window).undoName()).contains("add ns1");
    });
  }

  @Test
  void a_marquee_chooses_what_it_surrounds_and_delete_removes_it() throws Exception {
    inWindow((window, hand) -> {
      hand.letter('n').click(160, 160);
      hand.letter('n').click(160, 360);
      Box all = box(window, "ns1").union(box(window, "ns2")).grown(12);
      hand.drag(all.x(), all.y(), all.right(), all.bottom());
      assertThat(window.studio().chosenNamespaces())
          .as("around " + all + " of " + doc(window).scene().nodes())
          .hasSize(2);
      hand.key(Hand.DELETE);
      assertThat(doc(window).kernel().namespaces()).isEmpty();
      hand.key('Z', Hand.CONTROL);
      assertThat(doc(window).kernel().namespaces()).hasSize(2);
    });
  }

  @Test
  void escape_takes_a_link_back() throws Exception {
    inWindow((window, hand) -> {
      hand.letter('n').click(160, 160);
      hand.letter('n').click(160, 360);
      hand.letter('l');
      hand.press(hand.onCanvas(160, 220));
      hand.key(Hand.ESCAPE);
      hand.release(hand.onCanvas(160, 400));
      assertThat(doc(window).kernel().links(new Ns("ns1"))).hasSize(1);
    });
  }

  @Test
  void a_double_click_opens_a_namespace_and_closing_moves_nothing() throws Exception {
    inWindow((window, hand) -> {
      hand.letter('n').click(160, 160);
      hand.letter('n').click(500, 160);
      Box right = box(window, "ns2");
      Box left = box(window, "ns1");
      hand.doubleClick(left.centerX(), left.bottom() - 20);
      assertThat(doc(window).open()).containsExactly(new Ns("ns1"));
      assertThat(box(window, "ns2").x()).isGreaterThan(right.x());
      hand.doubleClick(left.centerX(), left.bottom() - 20);
      assertThat(box(window, "ns2")).isEqualTo(right);
    });
  }
}
