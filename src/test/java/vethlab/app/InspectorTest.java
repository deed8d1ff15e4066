package vethlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;
import vethlab.app.scene.Item;
import vethlab.op.Ns;
import vethlab.op.iptables.IptRule;
import vethlab.op.view.LinkView;

/** What is chosen is seen and changed where it stands, and the kernel says what is wrong. */
class InspectorTest extends WindowTest {
  private static final Ns C1 = new Ns("c1");

  private static void open(VethlabWindow window, Hand hand, Item item) {
    window.open(Path.of("labs/container-to-internet"));
    hand.settle();
    window.studio().select(item);
    hand.settle();
  }

  private static TextField fact(VethlabWindow window, String name) {
    return (TextField) window.scene().lookup("#set-" + name).lookup(".field");
  }

  private static TextField adder(VethlabWindow window, String table) {
    return (TextField) window.scene().lookup("#add-" + table);
  }

  private static void page(VethlabWindow window, Hand hand, String id) {
    hand.click((Button) window.scene().lookup("#page-" + id));
  }

  private static void fill(Hand hand, TextInputControl field, String text) {
    hand.click(field).key('A', Hand.CONTROL).type(text);
  }

  private static String complaint(VethlabWindow window) {
    return window.scene().getRoot().lookupAll(".field-wrong").stream()
        .filter(Node::isVisible)
        .map(node -> ((Label) node).getText())
        .findFirst()
        .orElse("");
  }

  private static LinkView eth0(VethlabWindow window) {
    return doc(window).kernel().link(C1, "eth0").orElseThrow();
  }

  private static List<String> postrouting(VethlabWindow window) {
    return doc(window)
        .kernel()
        .iptables(Ns.HOST)
        .table("nat")
        .flatMap(t -> t.chain("POSTROUTING"))
        .orElseThrow()
        .rules()
        .stream()
        .map(IptRule::textWithCounters)
        .toList();
  }

  @Test
  void a_value_is_set_where_it_stands_and_can_be_undone() throws Exception {
    inWindow((window, hand) -> {
      open(window, hand, new Item.Port(C1, "eth0"));
      fill(hand, fact(window, "MTU"), "1400");
      hand.key(Hand.ENTER);
      assertThat(eth0(window).mtu()).isEqualTo(1400);
      assertThat(doc(window).commands())
          .containsExactly("ip netns exec c1 ip link set eth0 mtu 1400");
      assertThat(doc(window).undoName()).contains("c1: MTU");
      window.allActions().get("undo").run().run();
      assertThat(eth0(window).mtu()).isEqualTo(1500);
    });
  }

  @Test
  void what_the_kernel_has_against_a_value_stands_at_the_field() throws Exception {
    inWindow((window, hand) -> {
      open(window, hand, new Item.Port(C1, "eth0"));
      fill(hand, fact(window, "MTU"), "20");
      hand.key(Hand.ENTER);
      assertThat(complaint(window)).isEqualTo("Error: mtu less than device minimum.");
      assertThat(eth0(window).mtu()).isEqualTo(1500);
      hand.type("0");
      assertThat(complaint(window)).isEmpty();
    });
  }

  @Test
  void a_route_is_added_or_refused_in_the_words_of_ip() throws Exception {
    inWindow((window, hand) -> {
      open(window, hand, new Item.Namespace(C1));
      page(window, hand, "routes");
      fill(hand, adder(window, "routes"), "10.9.0.0/24 via 192.168.77.1");
      hand.key(Hand.ENTER);
      assertThat(complaint(window)).isEqualTo("Error: Nexthop has invalid gateway.");
      fill(hand, adder(window, "routes"), "10.9.0.0/24 via 172.17.0.1");
      hand.key(Hand.ENTER);
      assertThat(doc(window).kernel().routes(C1))
          .anyMatch(route -> route.to().toString().equals("10.9.0.0/24"));
    });
  }

  @Test
  void a_row_opens_with_a_double_click_and_becomes_another() throws Exception {
    inWindow((window, hand) -> {
      open(window, hand, new Item.Port(C1, "eth0"));
      Node row = window.scene().lookup("#rows-addresses").lookup(".row-cells");
      hand.click(row).click(row);
      TextField field =
          (TextField) window.scene().lookup("#rows-addresses").lookup(".row-place .field");
      fill(hand, field, "172.17.0.9/16");
      hand.key(Hand.ENTER);
      assertThat(doc(window).kernel().addresses(C1))
          .extracting(a -> a.local().toString())
          .contains("172.17.0.9/16")
          .doesNotContain("172.17.0.2/16");
    });
  }

  @Test
  void rules_are_dragged_into_another_order_and_keep_their_counters() throws Exception {
    inWindow((window, hand) -> {
      open(window, hand, new Item.Namespace(Ns.HOST));
      window.studio().run(window.studio().showTerminal(C1), "ping -c 1 220.181.38.148");
      hand.settle();
      page(window, hand, "iptables");
      fill(hand, adder(window, "nat-POSTROUTING"), "-s 10.7.0.0/24 -j ACCEPT");
      hand.key(Hand.ENTER);
      assertThat(postrouting(window))
          .containsExactly(
              "-s 172.17.0.0/16 ! -o docker0 -c 1 84 -j MASQUERADE",
              "-s 10.7.0.0/24 -c 0 0 -j ACCEPT");
      List<Node> rows =
          List.copyOf(window.scene().lookup("#rows-nat-POSTROUTING").lookupAll(".row-place"));
      Point2D from = Hand.middle(rows.get(0));
      hand.drag(from, Hand.middle(rows.get(1)));
      assertThat(postrouting(window))
          .containsExactly(
              "-s 10.7.0.0/24 -c 0 0 -j ACCEPT",
              "-s 172.17.0.0/16 ! -o docker0 -c 1 84 -j MASQUERADE");
    });
  }

  @Test
  void iptables_is_also_a_text_and_a_mistake_in_it_is_told() throws Exception {
    inWindow((window, hand) -> {
      open(window, hand, new Item.Namespace(Ns.HOST));
      page(window, hand, "iptables");
      TextArea area = (TextArea) window.scene().lookup(".text-view");
      area.setText("*filter\n-A FORWARD -p tpc -j DROP\nCOMMIT\n");
      ((Button) area.getParent().getParent().lookup(".plain")).fire();
      assertThat(complaint(window)).contains("tpc");
      area = (TextArea) window.scene().lookup(".text-view");
      area.setText("*filter\n-A FORWARD -p tcp -j DROP\nCOMMIT\n");
      ((Button) area.getParent().getParent().lookup(".plain")).fire();
      assertThat(doc(window).kernel().iptables(Ns.HOST).text())
          .contains("-A FORWARD -p tcp -j DROP");
    });
  }
}
