package vethlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuButton;
import org.junit.jupiter.api.Test;
import vethlab.app.scene.Item;
import vethlab.op.Ns;
import vethlab.sim.trace.StepFilter;

/** A run stops where it was told to, and the window answers while it goes on. */
class BreakpointTest extends WindowTest {
  private static final int F9 = 0x78;

  private static void open(VethlabWindow window, Hand hand) {
    window.open(Path.of("labs/container-to-internet"));
    hand.settle();
  }

  private static void choose(VethlabWindow window, String title) {
    MenuButton menu = (MenuButton) window.scene().lookup("#breakpoints");
    menu.getOnShowing().handle(null);
    menu.getItems().stream()
        .filter(item -> title.equals(item.getText()))
        .findFirst()
        .orElseThrow()
        .fire();
  }

  private static void ping(VethlabWindow window) {
    window.studio().run(window.studio().showTerminal(new Ns("c1")), "ping -c 1 220.181.38.148");
    Snapshot.settle(window);
  }

  @Test
  void a_command_stops_where_nat_rewrites_and_goes_on_when_told() throws Exception {
    inWindow((window, hand) -> {
      open(window, hand);
      choose(window, "Where NAT rewrites");
      ping(window);
      assertThat(StepFilter.isNat(doc(window).current().orElseThrow())).isTrue();
      int first = doc(window).eventsHere();
      hand.key(F9).settle();
      assertThat(StepFilter.isNat(doc(window).current().orElseThrow())).isTrue();
      assertThat(doc(window).eventsHere()).isGreaterThan(first);
      hand.key(F9).settle();
      assertThat(doc(window).eventsHere()).isEqualTo(doc(window).eventCount());
      var terminal = doc(window).terminals().getFirst();
      assertThat(doc(window).session(terminal).orElseThrow().transcript().text())
          .contains("1 packets transmitted, 1 received");
    });
  }

  @Test
  void a_breakpoint_at_what_is_selected_is_set_with_a_key_and_shown() throws Exception {
    inWindow((window, hand) -> {
      open(window, hand);
      window.studio().select(new Item.Namespace(new Ns("internet")));
      hand.key(Hand.F8, Hand.CONTROL);
      MenuButton menu = (MenuButton) window.scene().lookup("#breakpoints");
      assertThat(menu.getText()).isEqualTo("● 1");
      ping(window);
      assertThat(doc(window).current().orElseThrow().ns()).isEqualTo(new Ns("internet"));
    });
  }

  @Test
  void a_filter_can_be_a_breakpoint() throws Exception {
    inWindow((window, hand) -> {
      open(window, hand);
      hand.click(window.scene().lookup("#event-filter")).type("node == c1 and icmp and sent");
      choose(window, "Filter: node == c1 and icmp and sent");
      ping(window);
      assertThat(doc(window).current().orElseThrow().ns()).isEqualTo(new Ns("c1"));
      assertThat(doc(window).current().orElseThrow().stage().name()).isEqualTo("DRIVER");
    });
  }

  /** The processor's time of this thread in nanoseconds, whatever else the machine does. */
  private static long used() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  @Test
  void running_on_without_an_end_leaves_the_window_alive() throws Exception {
    inWindow((window, hand) -> {
      open(window, hand);
      var terminal = window.studio().showTerminal(new Ns("c1"));
      window.studio().run(terminal, "while true; do ping -c 1 172.17.0.1; done");
      for (int i = 0; i < 5; i++) {
        window.studio().tick(System.nanoTime());
      }
      window.studio().runner().stop();
      window.allActions().get("continue").run().run();
      List<Long> times = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        long before = used();
        window.studio().tick(System.nanoTime());
        window.studio().select(new Item.Namespace(i % 2 == 0 ? Ns.HOST : new Ns("c1")));
        times.add(used() - before);
      }
      // The first turns also compile: the one in the middle says how it feels.
      times.sort(null);
      assertThat(times.get(10)).isLessThan(100_000_000L);
      assertThat(window.studio().runner().isRunning()).isTrue();
      window.allActions().get("continue").run().run();
      assertThat(window.studio().runner().isRunning()).isFalse();
    });
  }
}
