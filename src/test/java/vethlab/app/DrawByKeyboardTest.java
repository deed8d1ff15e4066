package vethlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vethlab.app.scene.Item;
import vethlab.app.scene.Scene;
import vethlab.op.Ns;
import vethlab.sim.trace.Step;
import vethlab.wire.Arp;
import vethlab.wire.Ipv4;

/** The article's bridge demo with a way out to the internet, without touching the mouse. */
class DrawByKeyboardTest extends WindowTest {
  private static final Ns NS1 = new Ns("ns1");
  private static final Ns INTERNET = new Ns("internet");

  private static void find(Hand hand, String name, int modifiers) {
    hand.key('F', Hand.CONTROL).type(name).key(Hand.ENTER, modifiers);
  }

  /** Two namespaces on a bridge of the host, which leads to the internet. */
  static void draw(VethlabWindow window, Hand hand) {
    hand.letter('n').key(Hand.ENTER);
    hand.letter('n').key(Hand.ENTER);
    hand.key(Hand.ESCAPE);
    hand.letter('b').key(Hand.ENTER);
    for (String ns : new String[] {"ns1", "ns2"}) {
      find(hand, ns, 0);
      hand.letter('x');
      do {
        hand.key(Hand.TAB);
      } while (!window.studio().selection().contains(new Item.Device(Ns.HOST, "br0")));
      hand.letter('l');
    }
    hand.key(Hand.ESCAPE);
    find(hand, "host", 0);
    hand.letter('u').key(Hand.ENTER);
    for (int i = 0; i < 10 && !window.studio().problems().isEmpty(); i++) {
      hand.key(Hand.PERIOD, Hand.CONTROL);
    }
  }

  static String tables(VethlabWindow window) {
    StringBuilder text = new StringBuilder();
    var kernel = doc(window).kernel();
    for (Scene.NodeBox node : doc(window).scene().nodes()) {
      Ns ns = node.ns();
      text.append(ns).append(kernel.neighbours(ns)).append(kernel.fdb(ns));
      text.append(kernel.routes(ns)).append(kernel.conntrack(ns)).append(kernel.iptables(ns));
      kernel.links(ns).forEach(link -> text.append(link.name()).append(link.stats()));
    }
    return text.toString();
  }

  static boolean isRewrite(Step step) {
    return step.before() instanceof Ipv4 before
        && step.after() instanceof Ipv4 after
        && !before.src().equals(after.src());
  }

  @Test
  void the_demo_is_drawn_watched_and_taken_back() throws Exception {
    inWindow((window, hand) -> {
      draw(window, hand);
      assertThat(window.studio().problems()).isEmpty();
      assertThat(doc(window).scene().port(Ns.HOST, "veth2").orElseThrow().master())
          .isEqualTo("br0");
      find(hand, "ns1", 0);
      find(hand, "internet", Hand.SHIFT);
      assertThat(window.studio().chosenNamespaces()).containsExactly(NS1, INTERNET);
      String before = tables(window);
      hand.key(Hand.ENTER, Hand.CONTROL);
      var session = doc(window).session(doc(window).terminals().getFirst()).orElseThrow();
      assertThat(session.transcript().text()).contains("1 packets transmitted, 1 received");
      String after = tables(window);

      hand.key(Hand.HOME);
      while (!doc(window).current().filter(DrawByKeyboardTest::isRewrite).isPresent()) {
        int here = doc(window).eventsHere();
        hand.key(Hand.PERIOD);
        assertThat(doc(window).eventsHere()).as("a rewrite is still to come").isGreaterThan(here);
      }
      assertThat(doc(window).current().orElseThrow().ns()).isEqualTo(Ns.HOST);
      assertThat(((Ipv4) doc(window).current().orElseThrow().after()).src())
          .hasToString("203.0.113.10");

      while (doc(window).eventsHere() > 1) {
        hand.key(Hand.COMMA);
      }
      hand.key(Hand.F7, Hand.SHIFT);
      assertThat(tables(window)).isEqualTo(before);
      assertThat(doc(window).current().filter(s -> s.after() instanceof Arp)).isEmpty();
      hand.key(Hand.END);
      assertThat(tables(window)).isEqualTo(after);
    });
  }

  @Test
  void what_is_kept_stays_selected_and_escape_lets_go_of_it() throws Exception {
    inWindow((window, hand) -> {
      hand.letter('n').key(Hand.ENTER);
      hand.letter('n').key(Hand.ENTER);
      hand.letter('x').key(Hand.TAB);
      assertThat(window.studio().selection()).hasSize(2);
      hand.letter('l');
      assertThat(doc(window).scene().wires()).hasSize(1);
      hand.key(Hand.ESCAPE);
      assertThat(window.studio().selection()).isEmpty();
    });
  }

  @Test
  void the_panes_are_reached_one_after_the_other() throws Exception {
    inWindow((window, hand) -> {
      hand.letter('n').key(Hand.ENTER);
      java.util.Set<Object> reached = new java.util.LinkedHashSet<>();
      for (int i = 0; i < 5; i++) {
        reached.add(window.scene().getFocusOwner());
        hand.key(Hand.F6);
      }
      assertThat(reached).hasSizeGreaterThanOrEqualTo(4);
    });
  }
}
