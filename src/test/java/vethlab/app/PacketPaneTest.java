package vethlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import vethlab.op.Ns;
import vethlab.sim.trace.StepFilter;

/** The packet of the moment: what changed, why, its layers and bytes. */
class PacketPaneTest extends WindowTest {

  private static void atNat(VethlabWindow window, Hand hand) {
    window.open(Path.of("labs/container-to-internet"));
    window.studio().run(window.studio().showTerminal(new Ns("c1")), "ping -c 1 220.181.38.148");
    hand.settle();
    int event = 0;
    while (!StepFilter.isNat(doc(window).event(event))) {
      event++;
    }
    doc(window).goToEvent(event + 1);
    window.view().showRight("packet");
    hand.settle();
  }

  private static Set<String> texts(VethlabWindow window, String selector) {
    return window.scene().getRoot().lookupAll(selector).stream()
        .filter(Label.class::isInstance)
        .map(node -> ((Label) node).getText())
        .collect(Collectors.toSet());
  }

  @Test
  void a_rewrite_shows_what_was_and_what_is_and_the_rule_behind_it() throws Exception {
    inWindow((window, hand) -> {
      atNat(window, hand);
      assertThat(texts(window, ".card .changed")).contains("172.28.128.1");
      assertThat(texts(window, ".card .mono"))
          .contains("-A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE");
    });
  }

  @Test
  void pointing_at_a_layer_lights_its_bytes_and_the_other_way_round() throws Exception {
    inWindow((window, hand) -> {
      atNat(window, hand);
      Node ip = row(window, "IPv4");
      hand.press(Hand.middle(ip)).release(Hand.middle(ip));
      assertThat(texts(window, ".packet-byte.lit")).contains("45", "3f");
      assertThat(window.scene().getRoot().lookupAll(".packet-byte.lit")).hasSize(20);
      Node first = window.scene().getRoot().lookup(".packet-byte");
      hand.press(Hand.middle(first)).release(Hand.middle(first));
      assertThat(row(window, "Ethernet").getStyleClass()).contains("lit");
      assertThat(window.scene().getRoot().lookupAll(".packet-byte.lit")).hasSize(14);
    });
  }

  private static Node row(VethlabWindow window, String layer) {
    return window.scene().getRoot().lookupAll(".layer-row").stream()
        .filter(row -> ((Label) row.lookup(".fact-name")).getText().equals(layer))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_drop_names_the_sysctl_and_is_repaired_with_a_click() throws Exception {
    Path lab = Files.createDirectories(home.resolve("mine")).resolve("lab.yaml");
    Files.copy(Path.of("labs/fault-after-the-reboot/lab.yaml"), lab);
    inWindow((window, hand) -> {
      window.open(lab);
      window
          .studio()
          .run(window.studio().showTerminal(new Ns("c1")), "ping -c 1 -W 1 198.51.100.7");
      hand.settle();
      window.view().showRight("packet");
      hand.settle();
      assertThat(texts(window, ".card .drop")).contains("IP_INADDRERRORS", "= 0");
      Button fix = (Button) window.scene().lookup("#fix");
      assertThat(fix.getText()).isEqualTo("Run sysctl -w net.ipv4.ip_forward=1");
      hand.click(fix).settle();
      assertThat(doc(window).kernel().sysctl(Ns.HOST, "net.ipv4.ip_forward")).contains("1");
    });
  }

  @Test
  void a_riddle_does_not_tell_its_problem_by_itself() throws Exception {
    inWindow((window, hand) -> {
      window.open(Path.of("labs/fault-after-the-reboot"));
      hand.settle();
      assertThat(window.studio().problems()).isEmpty();
    });
  }
}
