package vethlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.junit.jupiter.api.Test;
import vethlab.app.scene.Item;
import vethlab.op.Ns;

/** A terminal, used as people use one. */
class TerminalTest extends WindowTest {
  private static final int UP = 0x26;
  private static final Ns C1 = new Ns("c1");

  private static TextField terminal(VethlabWindow window, Hand hand) {
    window.open(Path.of("labs/container-to-internet"));
    hand.settle();
    window.studio().select(new Item.Namespace(C1));
    window.allActions().get("terminal").run().run();
    hand.settle();
    return (TextField) window.scene().lookup(".terminal-input");
  }

  private static String printed(VethlabWindow window) {
    return doc(window)
        .session(doc(window).terminals().getFirst())
        .orElseThrow()
        .transcript()
        .text();
  }

  private static void line(Hand hand, String text) {
    hand.type(text).key(Hand.ENTER).settle();
  }

  @Test
  void a_command_prints_what_it_prints() throws Exception {
    inWindow((window, hand) -> {
      hand.click(terminal(window, hand));
      line(hand, "ping -c 1 172.17.0.1");
      assertThat(printed(window)).contains("1 packets transmitted, 1 received");
    });
  }

  @Test
  void arrows_bring_back_what_was_typed_and_keep_what_was_begun() throws Exception {
    inWindow((window, hand) -> {
      TextField input = terminal(window, hand);
      hand.click(input);
      line(hand, "ip link");
      line(hand, "ip route");
      hand.type("ech").key(UP);
      assertThat(input.getText()).isEqualTo("ip route");
      hand.key(UP);
      assertThat(input.getText()).isEqualTo("ip link");
      hand.key(0x28).key(0x28);
      assertThat(input.getText()).isEqualTo("ech");
    });
  }

  @Test
  void control_r_finds_what_was_typed_before() throws Exception {
    inWindow((window, hand) -> {
      TextField input = terminal(window, hand);
      hand.click(input);
      line(hand, "ip route get 172.17.0.1");
      line(hand, "ip link");
      line(hand, "ip route");
      hand.key('R', Hand.CONTROL).type("rou");
      assertThat(input.getText()).isEqualTo("ip route");
      hand.key('R', Hand.CONTROL);
      assertThat(input.getText()).isEqualTo("ip route get 172.17.0.1");
      hand.key(Hand.ENTER).settle();
      assertThat(printed(window).split("uid 0", -1)).hasSize(3);
    });
  }

  @Test
  void tab_completes_commands_words_interfaces_and_namespaces() throws Exception {
    inWindow((window, hand) -> {
      TextField input = terminal(window, hand);
      hand.click(input).type("tracer").key(Hand.TAB);
      assertThat(input.getText()).isEqualTo("traceroute ");
      input.clear();
      hand.type("ip li").key(Hand.TAB).type("se").key(Hand.TAB).type("eth").key(Hand.TAB);
      assertThat(input.getText()).isEqualTo("ip link set eth0 ");
      input.clear();
      hand.type("ip netns exec inter").key(Hand.TAB).type("ip addr show dev u").key(Hand.TAB);
      assertThat(input.getText()).isEqualTo("ip netns exec internet ip addr show dev up0 ");
      input.clear();
      hand.type("iptables -t na").key(Hand.TAB).type("-A POST").key(Hand.TAB);
      assertThat(input.getText()).isEqualTo("iptables -t nat -A POSTROUTING ");
      input.clear();
      hand.type("ping 220").key(Hand.TAB);
      assertThat(input.getText()).isEqualTo("ping 220.181.38.148 ");
    });
  }

  @Test
  void a_script_is_pasted_whole() throws Exception {
    inWindow((window, hand) -> {
      hand.click(terminal(window, hand));
      ClipboardContent content = new ClipboardContent();
      content.putString("for i in 1 2 3; do\n  echo number $i\ndone\nip link add d0 type dummy\n");
      Clipboard.getSystemClipboard().setContent(content);
      hand.key('V', Hand.CONTROL).settle();
      assertThat(printed(window)).contains("number 1\nnumber 2\nnumber 3");
      assertThat(doc(window).kernel().link(C1, "d0")).isPresent();
    });
  }

  @Test
  void an_endless_loop_leaves_the_window_alive_and_control_c_ends_it() throws Exception {
    inWindow((window, hand) -> {
      TextField input = terminal(window, hand);
      hand.click(input);
      window
          .studio()
          .run(doc(window).terminals().getFirst(), "while true; do ip link show eth0; done");
      for (int i = 0; i < 30; i++) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        window.studio().tick(System.nanoTime());
        window.studio().select(new Item.Namespace(i % 2 == 0 ? Ns.HOST : C1));
        long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        assertThat(used)
            .as("nanoseconds in turn " + i)
            .isLessThan(i < 5 ? 1_000_000_000L : 100_000_000L);
      }
      assertThat(window.studio().runner().isRunning()).isTrue();
      input.requestFocus();
      hand.key('C', Hand.CONTROL).settle();
      assertThat(window.studio().runner().isRunning()).isFalse();
      line(hand, "echo still here");
      assertThat(printed(window)).endsWith("still here\n");
    });
  }
}
