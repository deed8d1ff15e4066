package vethlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.junit.jupiter.api.Test;
import vethlab.app.model.Screen;
import vethlab.app.model.WrappedLine;
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
  void colours_are_left_out_and_clear_clears() throws Exception {
    inWindow((window, hand) -> {
      hand.click(terminal(window, hand));
      line(hand, "printf '\\033[1;32mPASS\\033[0m\\n10%%\\r20%%\\n'");
      assertThat(shown(window)).contains("PASS", "20%");
      line(hand, "clear");
      assertThat(shown(window)).doesNotContain("PASS").allMatch(text -> !text.contains("\u001b"));
      line(hand, "echo after");
      assertThat(shown(window)).contains("after");
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

  private static List<String> shown(VethlabWindow window) {
    return Screen.of(doc(window), doc(window).terminals().getFirst()).lines().stream()
        .map(Screen.Line::text)
        .toList();
  }

  @Test
  void control_c_is_seen() throws Exception {
    inWindow((window, hand) -> {
      TextField input = terminal(window, hand);
      hand.click(input);
      hand.type("ip link set eth0 do").key('C', Hand.CONTROL).settle();
      assertThat(shown(window)).endsWith("c1 # ip link set eth0 do^C");
      assertThat(input.getText()).isEmpty();

      window.studio().run(doc(window).terminals().getFirst(), "ping 172.17.0.1");
      window.studio().tick(System.nanoTime());
      input.requestFocus();
      hand.key('C', Hand.CONTROL).settle();
      assertThat(shown(window)).contains("c1 # ping 172.17.0.1", "^C");
      assertThat(shown(window).indexOf("^C"))
          .as("before what ping says in the end")
          .isLessThan(shown(window).indexOf("--- 172.17.0.1 ping statistics ---"));
      hand.key(UP);
      assertThat(input.getText())
          .as("what was given up is not history")
          .isEqualTo("ping 172.17.0.1");
    });
  }

  private static ListView<?> screen(VethlabWindow window) {
    return (ListView<?>) window.scene().lookup(".terminal .list-view");
  }

  @Test
  void long_lines_go_on_in_the_next_row_and_are_copied_whole() throws Exception {
    inWindow((window, hand) -> {
      hand.click(terminal(window, hand));
      String words = "word ".repeat(60).strip();
      line(hand, "echo " + words);
      ListView<?> screen = screen(window);
      assertThat(screen.getItems())
          .as("300 letters typed and 299 printed, in 80 columns")
          .hasSize(4 + 4);
      List<Node> rows = cells(screen);
      hand.click(rows.get(4)).shift().click(rows.get(7)).nothing();
      hand.key('C', Hand.CONTROL);
      assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo(words);
    });
  }

  /** The rows that are seen, from top to bottom. */
  private static List<Node> cells(ListView<?> screen) {
    return screen.lookupAll(".list-cell").stream()
        .filter(cell -> !((ListCell<?>) cell).isEmpty())
        .sorted(Comparator.comparingDouble(cell -> Hand.middle(cell).getY()))
        .toList();
  }

  @Test
  void what_is_typed_over_a_choice_goes_into_the_line() throws Exception {
    inWindow((window, hand) -> {
      TextField input = terminal(window, hand);
      hand.click(input);
      line(hand, "echo one");
      hand.click(cells(screen(window)).getFirst());
      assertThat(input.isFocused()).isFalse();
      hand.type("ls");
      assertThat(input.isFocused()).isTrue();
      assertThat(input.getText()).isEqualTo("ls");
    });
  }

  @Test
  void lines_are_broken_where_the_columns_end() {
    Screen.Line typed = new Screen.Line("c1 # echo 网络命名空间", Screen.Line.Kind.TYPED, 5);
    List<WrappedLine> rows = WrappedLine.of(List.of(typed), 13);
    assertThat(rows).extracting(row -> row.line().text()).containsExactly("c1 # echo 网", "络命名空间");
    assertThat(rows).extracting(row -> row.line().promptLength()).containsExactly(5, 0);
    assertThat(WrappedLine.text(rows)).isEqualTo(typed.text());
  }
}
