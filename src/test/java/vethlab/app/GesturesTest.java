package vethlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import vethlab.app.doc.Edit;
import vethlab.app.doc.Edits;
import vethlab.app.scene.Item;
import vethlab.app.scene.Scene;
import vethlab.app.scene.Scene.Box;
import vethlab.app.scene.Scene.Port;
import vethlab.op.LinkChange;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.wire.Arp;

/** Drawing, as a hand does it. */
class GesturesTest extends WindowTest {
  private static final Ns NS1 = new Ns("ns1");
  private static final Ns NS2 = new Ns("ns2");

  private static Box box(VethlabWindow window, Ns ns) {
    return doc(window).scene().node(ns).orElseThrow().box();
  }

  private static Port port(VethlabWindow window, Ns ns, String name) {
    return doc(window).scene().port(ns, name).orElseThrow();
  }

  private static void two(Hand hand) {
    hand.letter('n').click(160, 160);
    hand.letter('n').click(500, 160);
  }

  private static void connect(VethlabWindow window, Hand hand, Ns from, Ns to) {
    hand.letter('l');
    Box a = box(window, from);
    Box b = box(window, to);
    hand.drag(a.centerX(), a.bottom() - 12, b.centerX(), b.bottom() - 12);
    hand.key(Hand.ESCAPE);
  }

  /** Presses a button of the window by what it says. */
  private static void press(VethlabWindow window, Hand hand, String text) {
    for (Node node : window.view().lookupAll(".button")) {
      if (node instanceof Button button && button.getText().equals(text)) {
        hand.click(button);
        return;
      }
    }
    throw new AssertionError("no button says " + text);
  }

  private static Node row(VethlabWindow window, String text) {
    for (Node node : window.view().lookupAll(".palette-row")) {
      boolean says =
          node.lookupAll(".label").stream().anyMatch(l -> ((Label) l).getText().equals(text));
      if (says) {
        return node;
      }
    }
    throw new AssertionError("no row says " + text);
  }

  private static void fromPalette(
      VethlabWindow window, Hand hand, String what, double x, double y) {
    hand.drag(Hand.middle(row(window, what)), hand.onCanvas(x, y));
  }

  @Test
  void what_is_opened_comes_into_view() throws Exception {
    inWindow((window, hand) -> {
      hand.letter('n').click(420, 380);
      Box closed = box(window, NS1);

      hand.doubleClick(closed.centerX(), closed.bottom() - 20);

      Box opened = box(window, NS1);
      Box seen = window.drawing().canvas().orElseThrow().view();
      assertThat(opened.height()).isGreaterThan(closed.height());
      assertThat(seen.union(opened)).isEqualTo(seen);
    });
  }

  @Test
  void the_demo_with_nat_by_mouse_alone() throws Exception {
    inWindow((window, hand) -> {
      fromPalette(window, hand, "Namespace", 120, 120);
      fromPalette(window, hand, "Namespace", 120, 320);
      fromPalette(window, hand, "Bridge", 480, 200);
      for (Ns ns : List.of(NS1, NS2)) {
        hand.click(row(window, "veth link"));
        Box from = box(window, ns);
        Box bridge = doc(window).scene().device(Ns.HOST, "br0").orElseThrow().box();
        hand.drag(from.centerX(), from.bottom() - 12, bridge.centerX(), bridge.centerY());
      }
      Box host = box(window, Ns.HOST);
      fromPalette(window, hand, "Uplink", host.centerX(), host.bottom() - 8);
      for (int i = 0; i < 8 && !window.studio().problems().isEmpty(); i++) {
        press(window, hand, window.studio().fixText(window.studio().problems().getFirst()));
      }
      assertThat(window.studio().problems()).isEmpty();

      hand.click(box(window, NS1).x() + 60, box(window, NS1).y() + 15);
      Box internet = box(window, new Ns("internet"));
      hand.shift().click(internet.x() + 60, internet.y() + 15).nothing();
      String before = DrawByKeyboardTest.tables(window);
      window.allActions().get("ping").run().run();
      hand.settle();
      var session = doc(window).session(doc(window).terminals().getFirst()).orElseThrow();
      assertThat(session.transcript().text()).contains("1 packets transmitted, 1 received");

      doc(window).goToEvent(0);
      while (!doc(window).current().filter(DrawByKeyboardTest::isRewrite).isPresent()) {
        int here = doc(window).eventsHere();
        hand.key(Hand.PERIOD);
        assertThat(doc(window).eventsHere()).isGreaterThan(here);
      }
      while (doc(window).current().filter(s -> s.after() instanceof Arp).isEmpty()) {
        hand.key(Hand.COMMA);
      }
      doc(window).goToEvent(0);
      assertThat(DrawByKeyboardTest.tables(window)).isEqualTo(before);
    });
  }

  @Test
  void several_links_join_the_same_two_namespaces() throws Exception {
    inWindow((window, hand) -> {
      two(hand);
      connect(window, hand, NS1, NS2);
      connect(window, hand, NS1, NS2);
      connect(window, hand, NS2, NS1);
      assertThat(doc(window).scene().wires()).hasSize(3);
      List<Double> heights =
          doc(window).scene().node(NS1).orElseThrow().ports().stream().map(Port::y).toList();
      assertThat(heights).doesNotHaveDuplicates();
      assertThat(window.studio().problems()).as("subnets of their own").isEmpty();
    });
  }

  @Test
  void a_link_from_a_port_to_its_own_namespace_stays_inside() throws Exception {
    inWindow((window, hand) -> {
      two(hand);
      hand.letter('l');
      Box a = box(window, NS1);
      hand.drag(a.x() + 30, a.bottom() - 12, a.right() - 30, a.bottom() - 40);
      assertThat(doc(window).kernel().links(NS1)).hasSize(3);
      assertThat(doc(window).scene().wires()).hasSize(1);
    });
  }

  @Test
  void a_link_dropped_on_nothing_offers_a_namespace_or_a_bridge() throws Exception {
    inWindow((window, hand) -> {
      two(hand);
      window.drawing().linkToNew(new Edits.Target.Namespace(NS1), Tool.NAMESPACE, 160, 420);
      assertThat(port(window, new Ns("ns3"), "eth0").addresses()).isNotEmpty();
      assertThat(doc(window).undoName()).contains("connect ns1 to new ns3");
      window.drawing().linkToNew(new Edits.Target.Namespace(NS2), Tool.BRIDGE, 700, 420);
      assertThat(port(window, Ns.HOST, "veth1").master()).isEqualTo("br0");
      hand.key('Z', Hand.CONTROL).key('Z', Hand.CONTROL);
      assertThat(doc(window).kernel().namespaces()).hasSize(2);
    });
  }

  @Test
  void an_interface_is_dragged_by_its_name_into_another_namespace() throws Exception {
    inWindow((window, hand) -> {
      two(hand);
      connect(window, hand, NS1, NS2);
      hand.letter('n').click(300, 420);
      Ns third = new Ns("ns3");
      Box label = port(window, NS1, "eth0").label();
      Box to = box(window, third);
      hand.drag(label.centerX(), label.y() + 8, to.centerX(), to.centerY());
      assertThat(doc(window).scene().port(NS1, "eth0")).isEmpty();
      assertThat(port(window, third, "eth0").state()).isEqualTo(Scene.PortState.DOWN);
      assertThat(doc(window).commands()).containsExactly("ip -n ns1 link set eth0 netns ns3");
      assertThat(window.studio().problems()).anyMatch(p -> p.key().equals("down"));
      hand.key('Z', Hand.CONTROL);
      assertThat(port(window, NS1, "eth0").state()).isEqualTo(Scene.PortState.UP);
    });
  }

  @Test
  void a_name_is_changed_by_a_double_click_and_the_kernels_no_is_told() throws Exception {
    inWindow((window, hand) -> {
      two(hand);
      Box a = box(window, NS1);
      hand.doubleClick(a.x() + 45, a.y() + 15);
      hand.key('A', Hand.CONTROL).type("web").key(Hand.ENTER);
      assertThat(doc(window).kernel().namespaces()).contains(new Ns("web"));
      connect(window, hand, new Ns("web"), NS2);
      Box label = port(window, NS2, "eth0").label();
      hand.doubleClick(label.centerX(), label.y() + 8);
      hand.key('A', Hand.CONTROL).type("a-name-that-is-too-long").key(Hand.ENTER);
      assertThat(doc(window).scene().port(NS2, "eth0")).isPresent();
      assertThat(window.studio().message()).startsWith("The kernel refuses");
    });
  }

  @Test
  void rarer_links_are_chosen_from_a_sheet() throws Exception {
    inWindow((window, hand) -> {
      two(hand);
      connect(window, hand, NS1, NS2);
      for (String kind : List.of("macvlan", "vlan", "vxlan", "dummy")) {
        window.studio().select(new Item.Namespace(NS1));
        hand.letter('m').key(Hand.ENTER);
        hand.click(window.view().lookup("#more-" + kind));
        if (window.view().lookup(".overlay #eth0") != null) {
          hand.click(window.view().lookup(".overlay #eth0"));
        }
        assertThat(doc(window).kernel().links(NS1))
            .as(kind)
            .anyMatch(link -> link.kind().word().equals(kind));
      }
    });
  }

  @Test
  void a_note_is_written_moved_and_removed() throws Exception {
    inWindow((window, hand) -> {
      hand.letter('t').click(300, 300);
      hand.key('A', Hand.CONTROL).type("who asks").key(Hand.ENTER);
      assertThat(doc(window).notes().values()).containsExactly("who asks");
      Box note = doc(window).scene().notes().getFirst().box();
      hand.drag(note.centerX(), note.centerY(), note.centerX() + 60, note.centerY() + 40);
      assertThat(doc(window).scene().notes().getFirst().box().x()).isEqualTo(note.x() + 60);
      hand.key(Hand.DELETE);
      assertThat(doc(window).notes()).isEmpty();
    });
  }

  @Test
  void aligning_and_spreading() throws Exception {
    inWindow((window, hand) -> {
      hand.letter('n').click(160, 160);
      hand.letter('n').click(330, 260);
      hand.letter('n').click(760, 420);
      hand.key('A', Hand.CONTROL);
      window.allActions().get("align-top").run().run();
      window.allActions().get("spread").run().run();
      List<Box> boxes = doc(window).scene().nodes().stream().map(Scene.NodeBox::box).toList();
      assertThat(boxes.stream().map(Box::y).distinct()).hasSize(1);
      List<Double> x = boxes.stream().map(Box::x).sorted().toList();
      assertThat(x.get(1) - x.get(0)).isEqualTo(x.get(2) - x.get(1));
    });
  }

  @Test
  void problems_are_marked_on_the_spot_and_repaired_there() throws Exception {
    inWindow((window, hand) -> {
      two(hand);
      connect(window, hand, NS1, NS2);
      window.studio().edit("mtu", Edit.of(Edits.set(NS1, "eth0", new LinkChange.Mtu(1400))));
      assertThat(window.studio().problems()).extracting(p -> p.key()).containsExactly("mtu");
      Box a = box(window, NS1);
      hand.click(a.right() - 18, a.y() + 15);
      Node card = window.view().lookup(".problem-popup .plain");
      assertThat(card).as("the triangle says why and offers a repair").isNotNull();
      hand.click(card);
      assertThat(window.studio().problems()).isEmpty();
      window.studio().edit("down", Edit.of(Edits.down(NS2, "eth0")));
      window.studio().edit("policy", Edit.of(new Op.IptPolicy(NS1, "filter", "FORWARD", "DROP")));
      assertThat(window.studio().problems()).extracting(p -> p.key()).contains("down");
    });
  }

  @Test
  void panning_with_space_and_with_the_wheel_leaves_the_drawing_where_it_is() throws Exception {
    inWindow((window, hand) -> {
      two(hand);
      Box before = box(window, NS1);
      Point2D seen = hand.onCanvas(before.x(), before.y());
      window
          .drawing()
          .canvas()
          .orElseThrow()
          .camera(window.drawing().canvas().orElseThrow().camera().panned(70, 30));
      assertThat(hand.onCanvas(before.x(), before.y())).isEqualTo(seen.add(70, 30));
      assertThat(box(window, NS1)).isEqualTo(before);
    });
  }
}
