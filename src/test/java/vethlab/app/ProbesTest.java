package vethlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import vethlab.app.model.PacketText;
import vethlab.app.scene.Item;
import vethlab.op.Ns;

/** Asking from one namespace to another, by mouse and by key. */
class ProbesTest extends WindowTest {

  private static void twoSelected(VethlabWindow window, Hand hand) {
    window.open(Path.of("labs/container-to-internet"));
    hand.settle();
    window.studio().select(new Item.Namespace(new Ns("c1")));
    window
        .studio()
        .select(
            new LinkedHashSet<>(
                List.of(new Item.Namespace(new Ns("c1")), new Item.Namespace(new Ns("internet")))));
    hand.settle();
  }

  private static String printed(VethlabWindow window) {
    return doc(window)
        .session(doc(window).terminals().getFirst())
        .orElseThrow()
        .transcript()
        .text();
  }

  private static void press(VethlabWindow window, Hand hand, String probe) {
    hand.click((Button) window.scene().lookup("#probe-" + probe)).settle();
  }

  @Test
  void a_ping_with_a_click() throws Exception {
    inWindow((window, hand) -> {
      twoSelected(window, hand);
      press(window, hand, "ping");
      assertThat(printed(window)).contains("1 packets transmitted, 1 received");
    });
  }

  @Test
  void a_traceroute_with_a_click() throws Exception {
    inWindow((window, hand) -> {
      twoSelected(window, hand);
      press(window, hand, "traceroute");
      assertThat(printed(window)).contains("172.17.0.1").contains("220.181.38.148");
    });
  }

  @Test
  void a_tcp_probe_to_a_closed_port_is_refused() throws Exception {
    inWindow((window, hand) -> {
      twoSelected(window, hand);
      press(window, hand, "tcp");
      assertThat(printed(window)).contains("Connection refused");
    });
  }

  @Test
  void a_udp_probe_sends_a_datagram() throws Exception {
    inWindow((window, hand) -> {
      twoSelected(window, hand);
      press(window, hand, "udp");
      assertThat(doc(window).eventCount()).isPositive();
      boolean udp = false;
      for (int i = 0; i < doc(window).eventCount(); i++) {
        udp |= PacketText.protocol(doc(window).event(i).after()).equals("UDP");
      }
      assertThat(udp).isTrue();
    });
  }
}
